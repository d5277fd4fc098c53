import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { traceWrites, withDatabase } from '@/db/testing'
import { drawn } from '@/e2e/support/photos'
import { createStaff, liveStory, reader, storyFields } from '@/e2e/support/stories'
import { EMPTY_ARRANGEMENT } from '@/lib/front-page-arrangement'
import { restoreRevision } from './articles/history'
import { listSection } from './articles/lists'
import { publishStory, withdrawStory } from './articles/publish'
import { type SavedStory, saveStory, startStory } from './articles/save'
import { changeSlug } from './articles/slugs'
import { findStory } from './articles/stories'
import { moderateComment } from './comments/moderate'
import { postComment } from './comments/post'
import { addCorrection } from './corrections'
import { findArrangements } from './front-page-arrangements'
import { removeScheduled, saveArrangement, undoArrangement } from './front-page-save'
import { inviteColleague, listInvitations, renewInvitation, revokeInvitation } from './invite'
import { mergeReader } from './merge-readers'
import { mergeSection } from './merge-sections'
import { castMood } from './moods'
import { addPerson } from './people'
import type { StaffViewer } from './permissions'
import { addPhoto } from './photos/add'
import { changePhoto } from './photos/change'
import { rateArticle } from './ratings'
import { ensureReader } from './readers'
import { changeSection, createSection, moveSection, setSectionRetired } from './sections'

withDatabase()

type Story = Awaited<ReturnType<typeof liveStory>>
const NEW_PERSON = {
	name: 'Nia Reed',
	email: 'nia@example.org',
	password: 'a long password',
	role: 'reader',
} as const
const words = { body: 'I was there.', parentId: null, name: 'Ada', email: 'ada@example.org' }

let story: Story
let draft: SavedStory
let withdrawn: Story
let restored: Story
let owner: StaffViewer
let ownReaderId: string
let commentId: number
let photoId: number
let mergedId: number
let author: StaffViewer
let invited: [string, string]

beforeAll(async () => {
	story = await liveStory()
	owner = await createStaff('owner')
	draft = await startStory(owner, await storyFields(owner))
	withdrawn = await liveStory()
	restored = await liveStory()
	await saveStory(
		owner,
		restored.articleId,
		restored.revisionId,
		await storyFields(owner, { headline: 'Low' }),
	)
	ownReaderId = await write((tx) => ensureReader(tx, owner))
	await write((tx) => ensureReader(tx, reader('browser')))
	commentId = (await postComment(reader(), story.articleId, words)).id
	await createSection(owner, { name: 'Pier', slug: '' })
	mergedId = (await listSection('pier')).section?.id ?? 0
	author = await createStaff('contributor')
	for (const role of ['editor', 'moderator'] as const) await inviteColleague(owner, { role })
	invited = (await listInvitations(owner)).map(({ id }) => id) as [string, string]
	photoId = (await addPhoto(owner, { bytes: await drawn(300, 200).jpeg().toBuffer() })).id
})

const headOf = async ({ articleId }: Story) => (await findStory(owner, articleId)).headRevisionId
const article = (of: SavedStory) => `article ${of.articleId}`

const baseOf = async () => (await findArrangements(owner)).current?.id ?? 0
const arrange = async (startsAt: Date | null = null) =>
	saveArrangement(owner, EMPTY_ARRANGEMENT, { base: await baseOf(), startsAt })

/** Functions that read before they write: the lock of each, and the table that is read after the lock. */
const CASES: [string, () => Promise<unknown>, () => string, string][] = [
	['castMood', () => castMood(owner, story.articleId, 'happy'), () => `reader ${ownReaderId}`, 'moods'],
	['rateArticle', () => rateArticle(owner, story.articleId, 4), () => `reader ${ownReaderId}`, 'ratings'],
	[
		'postComment',
		() => postComment(owner, story.articleId, { ...words, body: 'Me too.' }),
		() => `reader ${ownReaderId}`,
		'comments',
	],
	[
		'moderateComment',
		() => moderateComment(owner, commentId, 'rejected'),
		() => `comment ${commentId}`,
		'comments',
	],
	[
		'saveStory',
		async () => saveStory(owner, story.articleId, story.revisionId, await storyFields(owner)),
		() => article(story),
		'articles',
	],
	[
		'restoreRevision',
		async () => restoreRevision(owner, restored.articleId, 1, await headOf(restored)),
		() => article(restored),
		'articles',
	],
	[
		'a save with a new tag',
		async () => startStory(owner, await storyFields(owner, { tags: ['Quay'] })),
		() => 'tag slug quay',
		'tags',
	],
	['publishStory', () => publishStory(owner, draft.articleId, draft), () => article(draft), 'articles'],
	[
		'withdrawStory',
		() => withdrawStory(owner, withdrawn.articleId, 'It was wrong.'),
		() => article(withdrawn),
		'articles',
	],
	['changeSlug', () => changeSlug(owner, story.articleId, 'moved'), () => article(story), 'articles'],
	[
		'a new slug',
		() => changeSlug(owner, story.articleId, 'moved again'),
		() => 'article slug moved-again',
		'redirects',
	],
	[
		'uniqueSlug',
		async () => startStory(owner, await storyFields(owner, { headline: 'Low water' })),
		() => 'article slug low-water',
		'articles',
	],
	[
		'addCorrection',
		() =>
			addCorrection(owner, story.articleId, { kind: 'correction', placement: 'foot', text: 'It was noon.' }),
		() => article(story),
		'articles',
	],
	['uniquePersonSlug', () => addPerson(NEW_PERSON), () => 'person slug nia-reed', 'people'],
	[
		'ensureReader of a cookie',
		() => write((tx) => ensureReader(tx, reader('new'))),
		() => 'reader new',
		'readers',
	],
	[
		'ensureReader of an account',
		() => write((tx) => ensureReader(tx, owner)),
		() => `person ${owner.person.id}`,
		'readers',
	],
	[
		'mergeReader',
		() => write((tx) => mergeReader(tx, 'browser', ownReaderId)),
		() => 'reader browser',
		'readers',
	],
	['changePhoto', () => changePhoto(owner, photoId, { caption: 'Quay' }), () => `photo ${photoId}`, 'photos'],
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
			['moveSection', () => moveSection(owner, 1, 'down')],
			['setSectionRetired', () => setSectionRetired(owner, 1, false)],
			['mergeSection', () => mergeSection(owner, mergedId, 1)],
		] as const
	).map(([name, run]): (typeof CASES)[number] => [name, run, () => 'section names', 'sections']),
]

test.each(CASES)('%s locks before it reads', async (_, run, lock, table) => {
	const trace = await traceWrites(run)
	const locked = trace.indexOf(`lock ${lock()}`)
	const read = trace.findIndex((line) => line.startsWith('select') && line.includes(`from "${table}"`))
	expect(locked, trace.join('\n')).toBeGreaterThanOrEqual(0)
	expect(read, trace.join('\n')).toBeGreaterThan(locked)
})
