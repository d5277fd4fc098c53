import { beforeAll } from 'vitest'
import { write } from '@/db'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory } from '@/e2e/support/stories'
import { EMPTY_ARRANGEMENT } from '@/lib/front-page-arrangement'
import { sendAccessibilityMessage } from './accessibility-messages'
import { changeAd, DEFAULT_AD, placeAd, retireAd, setAdActive } from './ads-desk'
import { changeSectionComments } from './articles/change-responses'
import { listSection } from './articles/lists'
import { parseMarkdown } from './body/markdown'
import { removeDemo } from './demo/remove'
import { recordDemoRows } from './demo/rows'
import { answerQuestion } from './first-run'
import { findArrangements } from './front-page-arrangements'
import { removeScheduled, saveArrangement, undoArrangement } from './front-page-save'
import { inviteColleague, listInvitations, renewInvitation, revokeInvitation } from './invite'
import { type LockCase, testLocks } from './locks.fixture'
import { changeMenu, menuItems } from './menus'
import { mergeSection } from './merge-sections'
import { deletePage } from './pages/delete-page'
import { savePage, startPage } from './pages/pages'
import { addPerson } from './people'
import type { StaffViewer } from './permissions'
import { relateEarlierStories } from './related/backfill'
import { chooseRelated } from './related/choose'
import { changeSection, createSection, moveSection, setSectionRetired } from './sections'
import { changeSeries } from './series/change-series'
import { setPart } from './series/set-part'
import { changeSettings } from './settings'
import { changeSignInRule } from './sign-in-rule'
import { moveToTrash } from './trash/trash'

withDatabase()

const NEW_PERSON = {
	name: 'Nia Reed',
	email: 'nia@example.org',
	password: 'a good long password',
	role: 'reader',
} as const
const NEW_PAGE = { title: 'About us', body: parseMarkdown('We print.') }
const SECTION_COMMENTS = {
	commentsPolicy: null,
	commentsFrom: 'accounts',
	commentsCloseAfterDays: null,
	commentsClosedReason: null,
} as const
const AD = { title: 'A letter', text: 'Weekly.', url: 'https://example.org/', photoId: null }

let owner: StaffViewer
let author: StaffViewer
let storyId: number
let otherSlug: string
let pageId: number
let adId: number
let mergedId: number
let invited: [string, string]

beforeAll(async () => {
	owner = await createStaff('owner')
	storyId = (await liveStory()).articleId
	otherSlug = (await liveStory({ headline: 'The ferry' })).slug
	pageId = await startPage(owner, { ...NEW_PAGE, slug: 'about' })
	adId = await placeAd(owner, AD)
	await createSection(owner, { name: 'Pier', slug: '' })
	mergedId = (await listSection('pier')).section?.id ?? 0
	author = await createStaff('contributor')
	for (const role of ['editor', 'moderator'] as const) await inviteColleague(owner, { role })
	invited = (await listInvitations(owner)).map(({ id }) => id) as [string, string]
})

const baseOf = async () => (await findArrangements(owner)).current?.id ?? 0
const arrange = async (startsAt: Date | null = null) =>
	saveArrangement(owner, EMPTY_ARRANGEMENT, { base: await baseOf(), startsAt })

testLocks([
	[
		'sendAccessibilityMessage',
		() => sendAccessibilityMessage({ text: 'A barrier.', page: '', email: '' }),
		() => 'accessibility messages all',
		'accessibility_messages',
	],
	['numberedPersonSlug', () => addPerson(NEW_PERSON), () => 'person slug nia-reed', 'people'],
	['savePage', () => savePage(owner, pageId, 1, NEW_PAGE), () => `page ${pageId}`, 'pages'],
	['deletePage', () => deletePage(owner, pageId), () => `page ${pageId}`, 'pages'],
	['startPage', () => startPage(owner, { ...NEW_PAGE, slug: 'jobs' }), () => 'page slug jobs', 'pages'],
	[
		'changeMenu',
		async () => changeMenu(owner, 'footer', { shown: await menuItems('footer'), labels: [], step: 'reset' }),
		() => 'settings',
		'settings',
	],
	['changeSettings', () => changeSettings(owner, { tagline: 'Low water' }), () => 'settings', 'settings'],
	['changeSignInRule', () => changeSignInRule(owner, 'nothing'), () => 'settings staffMustUse', 'settings'],
	['setAdActive', () => setAdActive(owner, adId, false), () => `ad ${adId}`, 'ads'],
	['changeAd', () => changeAd(owner, adId, { ...DEFAULT_AD, ...AD }), () => `ad ${adId}`, 'ads'],
	['retireAd', () => retireAd(owner, adId), () => `ad ${adId}`, 'ads'],
	['saveArrangement', () => arrange(), () => 'front page arrangement', 'front_pages'],
	[
		'undoArrangement',
		async () => undoArrangement(owner, await baseOf()),
		() => 'front page arrangement',
		'front_pages',
	],
	[
		'removeScheduled',
		async () => removeScheduled(owner, await arrange(new Date(Date.now() + 3_600_000))),
		() => 'front page arrangement',
		'front_pages',
	],
	[
		'inviteColleague',
		() => inviteColleague(owner, { role: 'editor', personId: author.person.id }),
		() => `person ${author.person.id}`,
		'people',
	],
	[
		'renewInvitation',
		() => renewInvitation(owner, invited[0]),
		() => `invitation ${invited[0]}`,
		'invitations',
	],
	[
		'revokeInvitation',
		() => revokeInvitation(owner, invited[1]),
		() => `invitation ${invited[1]}`,
		'invitations',
	],
	[
		'createSection',
		() => createSection(owner, { name: 'Sport', slug: '' }),
		() => 'section names',
		'sections',
	],
	...(
		[
			['changeSection', () => changeSection(owner, 1, { name: 'Daily news', slug: 'news' })],
			['changeSectionComments', () => changeSectionComments(owner, 1, SECTION_COMMENTS)],
			['moveSection', () => moveSection(owner, 1, 'down')],
			['setSectionRetired', () => setSectionRetired(owner, 1, false)],
			['mergeSection', () => mergeSection(owner, mergedId, 1)],
			['moveToTrash', () => moveToTrash(owner, 'section', 1).catch(() => null)],
		] as const
	).map(([name, run]): LockCase => [name, run, () => 'section names', 'sections']),
	['setPart', () => setPart(owner, storyId, { name: 'Tides', part: '' }), () => 'series names', 'series'],
	[
		'changeSeries',
		() => changeSeries(owner, 1, { name: 'Low tides', description: '' }),
		() => 'series names',
		'series',
	],
	[
		'chooseRelated',
		() => chooseRelated(owner, storyId, otherSlug),
		() => `article ${storyId}`,
		'related_stories',
	],
	['relateEarlierStories', () => relateEarlierStories(), () => 'related earlier', 'site_identity'],
	['answerQuestion', () => answerQuestion(owner, 'name'), () => 'settings', 'settings'],
	[
		'removeDemo',
		async () => {
			await write((tx) => recordDemoRows(tx, 'article', [storyId]))
			await removeDemo(owner)
		},
		() => `article ${storyId}`,
		'articles',
	],
])
