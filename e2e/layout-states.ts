import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { mondayOf } from '@/lib/weeks'
import { openAuthenticator, openProtected, openRecoveryCodes, openSecondStep } from './account-states'
import {
	LONG_WORD,
	openAnswered,
	openComparison,
	openCorrected,
	openIncomplete,
	openInvitation,
	openInvitations,
	openReadOnly,
	openRefused,
	openUnsaved,
	openWelcome,
	openWithdrawn,
} from './layout-openers'
import { openPasswordLink, openPerson } from './layout-people'
import { openMessages, openRefusedMessage } from './support/accessibility-states'
import { openOwnComment } from './support/comment-states'
import { FIRST_RUN_PATHS, openFirstRun } from './support/first-run'
import { openArchive, openSeries } from './support/list-states'
import { NOTICE_STATES } from './support/notice-states'
import { openPageForm, openStaticPage } from './support/page-states'
import { openFullReadingList, openHistory, openPreviewLink, openReadingList } from './support/reader-states'
import { openCalendar, openInReview, openTrash } from './support/story-states'
import { signIn } from './support/test'
import { openMerge, openUnsavedText } from './support/unsaved-text-states'
import { openCounts, openVoteAside } from './support/vote-states'

const STORY = '/news/seat-decided-by-lot'
const ARCHIVE = '(reader)/archive/[...date]/page.tsx'

/** `file` is the route's page in app/. */
export type State = { name: string; file: string; open: (page: Page) => Promise<void> }

const at = (path: string, name = path): State => ({ name, file: fileOf(path), open: goTo(path) })
const asOwner = (path: string): State => ({ name: path, file: fileOf(path), open: goToAsOwner(path) })
const goTo = (path: string) => async (page: Page) => void (await page.goto(path))
const goToAsOwner = (path: string) => (page: Page) => signIn(page, 'owner', path)

export const PAGE_FILES = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((path) =>
	/(^|\/)page\.tsx$/.test(path),
)

/** Every template with content, in every state that adds a control. */
export const STATES: State[] = [
	at('/'),
	at('/?page=2'),
	at(STORY),
	at('/corrections'),
	at('/archive'),
	{ name: 'a year of the archive', file: ARCHIVE, open: openArchive('/archive/2021') },
	{ name: 'a month of the archive', file: ARCHIVE, open: openArchive('/archive/2021/03') },
	{ name: 'an empty month of the archive', file: ARCHIVE, open: openArchive('/archive/2021/04') },
	at('/moods'),
	{
		name: 'a week of the mood edition',
		file: '(reader)/moods/[week]/page.tsx',
		open: goTo(`/moods/${mondayOf(new Date().toISOString().slice(0, 10))}`),
	},
	at('/most'),
	at('/most/angry'),
	at('/comments'),
	at('/comments/respected'),
	at('/people'),
	at('/series'),
	{ name: 'a series', file: fileOf('/series/x'), open: openSeries('series') },
	{ name: 'a story of a series', file: fileOf(STORY), open: openSeries('story') },
	{ name: 'a series at the desk', file: fileOf('/desk/series/1'), open: openSeries('desk') },
	at('/tags'),
	at('/accessibility'),
	{ name: 'a refused message about accessibility', file: fileOf('/accessibility'), open: openRefusedMessage },
	...NOTICE_STATES.map(([name, path, open]) => ({ name, file: fileOf(path), open })),
	at('/stored-data'),
	at('/transparency'),
	{
		name: 'a month of the transparency pages',
		file: fileOf('/transparency/1'),
		open: goTo(`/transparency/${new Date().toISOString().slice(0, 7)}`),
	},
	at('/follow'),
	at(`${STORY}/photos/2`),
	{ name: 'a reading list', file: fileOf('/reading-list'), open: openReadingList },
	{ name: 'a full reading list', file: fileOf('/reading-list'), open: openFullReadingList },
	at('/sections/economics'),
	at('/people/mara-ellison'),
	at('/tags/harbour'),
	at('/search'),
	at('/search?q=harbour&section=news&from=2020-01-01'),
	at('/search?q=harboru', 'a misspelt search'),
	at('/search?q=harbour+no-such-word&author=x', 'a search without a result'),
	at('/sign-in'),
	at('/sign-in?link=unused&next=/desk'),
	at('/sign-up'),
	at('/password'),
	at('/password?token=used-up', 'a password link that is used up'),
	{ name: 'an open password link', file: fileOf('/password'), open: openPasswordLink },
	at('/welcome?token=used-up', 'a welcome link that is used up'),
	{ name: 'an open welcome link', file: fileOf('/welcome'), open: openWelcome },
	{ name: 'a colleague’s welcome link', file: fileOf('/welcome'), open: openInvitation },
	{ name: '/no/such/page', file: fileOf('/error'), open: goTo('/no/such/page') },
	{ name: 'a withdrawn story', file: fileOf('/error'), open: openWithdrawn },
	{
		name: 'a story voted, rated, commented and answered',
		file: fileOf(STORY),
		open: openAnswered,
	},
	{ name: 'a refused comment', file: fileOf(STORY), open: openRefused },
	{ name: 'an own comment', file: fileOf(`${STORY}/comments/1/edit`), open: openOwnComment },
	{ name: 'a corrected story', file: fileOf(STORY), open: openCorrected },
	{ name: 'a story with a vote set aside', file: fileOf(STORY), open: openVoteAside },
	{ name: 'the counts of a story', file: fileOf(`${STORY}/counts`), open: openCounts('site', LONG_WORD) },
	{ name: 'the history of a story', file: fileOf(`${STORY}/history`), open: openHistory('') },
	{ name: 'a change of a story', file: fileOf(`${STORY}/history/2`), open: openHistory('/2') },
	asOwner('/account'),
	asOwner('/account/confirm?next=/desk'),
	{ name: 'an account with a second factor', file: fileOf('/account'), open: openProtected },
	{ name: 'an authenticator app', file: fileOf('/account/authenticator'), open: openAuthenticator },
	{ name: 'new recovery codes', file: fileOf('/account/recovery-codes'), open: openRecoveryCodes },
	{ name: 'the second step of a sign-in', file: fileOf('/sign-in/code'), open: openSecondStep },
	asOwner('/desk'),
	asOwner('/desk?query=no-such-words'),
	asOwner('/desk?past=20'),
	asOwner('/desk/overview'),
	asOwner('/desk/front-page'),
	{
		name: 'a preview of the front page',
		file: fileOf('/desk/front-page/preview'),
		open: goToAsOwner('/desk/front-page/preview'),
	},
	asOwner('/desk/stories/new'),
	asOwner('/desk/stories/1'),
	{ name: 'a month with stories', file: fileOf('/desk/calendar'), open: openCalendar },
	asOwner('/desk/stories/1/manage'),
	{ name: 'a story in the trash', file: fileOf('/desk/trash'), open: openTrash },
	{ name: 'a story in review with notes', file: fileOf('/desk/stories/1'), open: openInReview },
	{ name: 'a story with incomplete photographs', file: fileOf('/desk/stories/1'), open: openIncomplete },
	asOwner('/desk/stories/1/preview'),
	asOwner('/desk/stories/1/preview?view=print'),
	asOwner('/desk/stories/1/preview?view=card'),
	asOwner('/preview/story/1?theme=dark'),
	{ name: 'a draft shown by a link', file: fileOf('/preview/x'), open: openPreviewLink },
	asOwner('/desk/stories/1/votes'),
	{ name: 'votes set aside', file: fileOf('/desk/stories/1/votes'), open: openCounts('desk', LONG_WORD) },
	asOwner('/desk/stories/1/links'),
	asOwner('/desk/stories/1/history'),
	asOwner('/desk/stories/1/history/paragraphs'),
	{ name: 'two texts to be merged', file: fileOf('/desk/stories/1/merge'), open: openMerge },
	{
		name: 'a story with unsaved text, open elsewhere',
		file: fileOf('/desk/stories/1'),
		open: openUnsavedText,
	},
	{ name: 'two versions compared', file: fileOf('/desk/stories/1/history/1'), open: openComparison },
	asOwner('/desk/photographs'),
	asOwner('/desk/photographs?rights=due&query=no-such-words'),
	asOwner('/desk/photographs/1'),
	{ name: 'a photograph of another person', file: fileOf('/desk/photographs/1'), open: openReadOnly },
	asOwner('/desk/comments'),
	asOwner('/desk/comments?show=approved&query=the'),
	asOwner('/desk/comments?show=rejected&query=no-such-words'),
	asOwner('/desk/reports?query=no-such-words'),
	asOwner('/desk/comments?show=all&phase=trust'),
	asOwner('/desk/comments?show=all&by=1'),
	asOwner('/desk/advertisements'),
	asOwner('/desk/advertisements/1'),
	asOwner('/desk/advertisements?show=retired'),
	asOwner('/desk/sections'),
	{ name: 'messages about accessibility', file: fileOf('/desk/accessibility'), open: openMessages },
	asOwner('/desk/accessibility?show=handled'),
	asOwner('/desk/tags'),
	asOwner('/desk/tags?query=no-such-words'),
	asOwner('/desk/tags/1'),
	asOwner('/desk/pages'),
	{ name: 'a page of the newsroom', file: '(reader)/[page]/page.tsx', open: openStaticPage },
	{ name: 'a page at the desk', file: 'desk/pages/[id]/page.tsx', open: openPageForm('') },
	{ name: 'the history of a page', file: 'desk/pages/[id]/history/page.tsx', open: openPageForm('/history') },
	asOwner('/desk/sections/1'),
	asOwner('/desk/sections/1/merge'),
	asOwner('/desk/sections/1/merge?into=2'),
	asOwner('/desk/people'),
	asOwner('/desk/people?group=authors&query=no-such-words'),
	asOwner('/desk/people/new'),
	asOwner('/desk/profile'),
	{ name: 'an author’s profile at the desk', file: fileOf('/desk/people/1'), open: openPerson },
	{ name: 'open invitations', file: fileOf('/desk/people/invitations'), open: openInvitations },
	asOwner('/desk/settings'),
	asOwner('/desk/demo'),
	...FIRST_RUN_PATHS.map((path) => ({ name: path, file: fileOf(path), open: openFirstRun(path) })),
	asOwner('/desk/settings/look'),
	asOwner('/desk/settings/menus'),
	asOwner('/desk/settings/footer'),
	asOwner('/desk/settings/stories'),
	asOwner('/desk/settings/responses'),
	asOwner('/desk/settings/comments'),
	asOwner('/desk/settings/machines'),
	asOwner('/desk/settings/organisation'),
	asOwner('/desk/log'),
	asOwner('/desk/log?kind=ad&from=2020-01-01&to=2020-01-02'),
	asOwner('/desk/settings/sign-in'),
	{ name: '/desk/no/such/page', file: fileOf('/error'), open: goToAsOwner('/desk/no/such/page') },
	{ name: 'a form whose session has ended', file: fileOf('/desk/unsaved'), open: openUnsaved },
]

/** The page in app/ for a path; of several, the one with the fewest dynamic segments. */
function fileOf(path: string): string {
	const placeholders = (file: string): number => file.split('[').length
	const [pathname = ''] = path.split('?')
	const [file] = PAGE_FILES.filter((each) => patternOf(each).test(pathname)).sort(
		(one, other) => placeholders(one) - placeholders(other),
	)
	if (!file) throw new Error(`No page in app/ matches ${path}.`)
	return file
}

function patternOf(file: string): RegExp {
	const segments = file.split('/').slice(0, -1)
	const named = segments.filter((segment) => !segment.startsWith('('))
	return new RegExp(`^/${named.map((segment) => segment.replace(/^\[.+\]$/, '[^/]+')).join('/')}$`)
}
