import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { write } from '@/db'
import { invitations } from '@/db/schema'
import { EMPTY_STORY } from '@/domain/articles/fields'
import { withdrawStory } from '@/domain/articles/publish'
import { saveStory, startStory } from '@/domain/articles/save'
import { findStory } from '@/domain/articles/stories'
import { parseMarkdown } from '@/domain/body/markdown'
import { addCorrection } from '@/domain/corrections'
import { inviteColleague } from '@/domain/invite'
import { addPhoto } from '@/domain/photos/add'
import { hashToken } from '@/domain/sessions'
import { openAuthenticator, openProtected, openRecoveryCodes, openSecondStep } from './account-states'
import { drawn } from './support/photos'
import { openInReview, openTrash } from './support/story-states'
import { expect, externalWriteNoticed, publish, signIn, viewerOf } from './support/test'

const STORY = '/news/seat-decided-by-lot'

/** `file` is the route's page in app/. */
export type State = { name: string; file: string; open: (page: Page) => Promise<void> }

const at = (path: string, name = path): State => ({ name, file: fileOf(path), open: goTo(path) })
const asOwner = (path: string): State => ({ name: path, file: fileOf(path), open: goToAsOwner(path) })
const goTo = (path: string) => async (page: Page) => void (await page.goto(path))
const goToAsOwner = (path: string) => (page: Page) => signIn(page, 'owner', path)

export const PAGE_FILES = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((path) =>
	/(^|\/)page\.tsx$/.test(path),
)

const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

/** Every template with content, in every state that adds a control. */
export const STATES: State[] = [
	at('/'),
	at('/?page=2'),
	at(STORY),
	at('/corrections'),
	at('/sections/economics'),
	at('/people/mara-ellison'),
	at('/tags/harbour'),
	at('/sign-in'),
	at('/sign-in?link=unused&next=/desk'),
	at('/sign-up'),
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
	{ name: 'a corrected story', file: fileOf(STORY), open: openCorrected },
	asOwner('/account'),
	asOwner('/account/confirm?next=/desk'),
	{ name: 'an account with a second factor', file: fileOf('/account'), open: openProtected },
	{ name: 'an authenticator app', file: fileOf('/account/authenticator'), open: openAuthenticator },
	{ name: 'new recovery codes', file: fileOf('/account/recovery-codes'), open: openRecoveryCodes },
	{ name: 'the second step of a sign-in', file: fileOf('/sign-in/code'), open: openSecondStep },
	asOwner('/desk'),
	asOwner('/desk?query=no-such-words'),
	asOwner('/desk?past=20'),
	asOwner('/desk/front-page'),
	{
		name: 'a preview of the front page',
		file: fileOf('/desk/front-page/preview'),
		open: goToAsOwner('/desk/front-page/preview'),
	},
	asOwner('/desk/stories/new'),
	asOwner('/desk/stories/1'),
	asOwner('/desk/stories/1/manage'),
	{ name: 'a story in the trash', file: fileOf('/desk/trash'), open: openTrash(LONG_WORD) },
	{ name: 'a story in review with notes', file: fileOf('/desk/stories/1'), open: openInReview(LONG_WORD) },
	{ name: 'a story with incomplete photographs', file: fileOf('/desk/stories/1'), open: openIncomplete },
	asOwner('/desk/stories/1/preview'),
	asOwner('/desk/stories/1/history'),
	{ name: 'two versions compared', file: fileOf('/desk/stories/1/history/1'), open: openComparison },
	asOwner('/desk/photographs'),
	asOwner('/desk/photographs/1'),
	{ name: 'a photograph of another person', file: fileOf('/desk/photographs/1'), open: openReadOnly },
	asOwner('/desk/comments'),
	asOwner('/desk/comments?show=approved&query=the'),
	asOwner('/desk/comments?show=rejected&query=no-such-words'),
	asOwner('/desk/advertisements'),
	asOwner('/desk/sections'),
	asOwner('/desk/sections/1'),
	asOwner('/desk/sections/1/merge'),
	asOwner('/desk/sections/1/merge?into=2'),
	{ name: 'open invitations', file: fileOf('/desk/people/invitations'), open: openInvitations },
	asOwner('/desk/settings'),
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

async function openWelcome(page: Page): Promise<void> {
	const token = crypto.randomUUID()
	const expiresAt = new Date(Date.now() + 3_600_000)
	await write(async (tx) => {
		await tx.insert(invitations).values({ tokenHash: hashToken(token), role: 'owner', expiresAt })
	})
	await page.goto(`/welcome?token=${token}`)
}

async function openInvitation(page: Page): Promise<void> {
	const { link } = await inviteColleague(await viewerOf('owner'), { ...newColleague(), role: 'editor' })
	await page.goto(`/welcome${new URL(link).search}`)
}

/** Opens the invitations with a new one and its link. */
async function openInvitations(page: Page): Promise<void> {
	await signIn(page, 'owner', '/desk/people/invitations')
	const { email, name } = newColleague()
	await page.getByLabel('E-mail').fill(email)
	await page.getByLabel('Name').fill(name)
	await page.getByRole('button', { name: 'Invite' }).click()
	await expect(page.getByLabel('Link of the invitation')).toBeVisible()
}

const newColleague = () => ({
	name: LONG_WORD.slice(0, 80),
	email: `colleague-${crypto.randomUUID()}@example.org`,
})

async function openWithdrawn(page: Page): Promise<void> {
	const { slug, articleId } = await publish({ headline: `Aufsicht über die ${LONG_WORD}` })
	await withdrawStory(await viewerOf('editor'), articleId, `The ${LONG_WORD} has corrected its figures.`)
	await externalWriteNoticed()
	await page.goto(`/news/${slug}`)
}

/** Opens a story with a correction above and below, each with a long word. */
async function openCorrected(page: Page): Promise<void> {
	const { slug, articleId } = await publish({ headline: `Aufsicht über die ${LONG_WORD}` })
	const editor = await viewerOf('editor')
	for (const placement of ['top', 'foot'])
		await addCorrection(editor, articleId, {
			kind: 'clarification',
			placement,
			text: `Not the ${LONG_WORD}.`,
		})
	await externalWriteNoticed()
	await page.goto(`/news/${slug}`)
}

function openReadOnly(page: Page): Promise<void> {
	return signIn(page, 'contributor', '/desk/photographs/1')
}

/** Opens a contributor's draft with two incomplete photographs: an own one, and one of an editor. */
async function openIncomplete(page: Page): Promise<void> {
	const [contributor, editor] = [await viewerOf('contributor'), await viewerOf('editor')]
	const ids: number[] = []
	for (const author of [contributor, editor]) {
		const colour = `#${crypto.randomUUID().slice(0, 6)}`
		const bytes = await drawn(600, 400, colour).jpeg().toBuffer()
		ids.push((await addPhoto(author, { bytes, fields: { caption: `The ${LONG_WORD} at noon` } })).id)
	}
	const body = parseMarkdown(ids.map((id) => `![](photo:${id})`).join('\n\n'))
	const { articleId } = await startStory(contributor, { ...EMPTY_STORY, headline: 'Two photographs', body })
	await signIn(page, 'editor', `/desk/stories/${articleId}`)
	await expect(page.getByText('Before it can be published')).toBeVisible()
}

/** Opens a story with the reader's own mood, rating and comment, and a reply form under a long name. */
async function openAnswered(page: Page): Promise<void> {
	const link = 'https://example.org/a'
	const body = parseMarkdown(`The bridge opened.\n\n[${link}](${link})\n\n> [Quoted](${link})`)
	const { slug } = await publish({ headline: `Aufsicht über die ${LONG_WORD} neu geordnet`, body })
	const post = (path: string, form: Record<string, string>) =>
		page.request.post(`/news/${slug}/${path}`, { form, headers: { Accept: 'application/json' } })
	await post('moods', { mood: 'surprise' })
	await post('rating', { stars: '4' })
	const words = `${LONG_WORD}\n\n> quoted\n\n- one\n\n12. twelve\n\n${link}`
	await post('comments', { name: LONG_WORD, email: 'ada.guest@example.org', body: words })
	await signIn(page, 'owner', `/news/${slug}`)
	const answer = await post('comments', { body: 'The desk answers.' })
	const { id } = await answer.json()
	await post('comments', { body: 'And once more.', parent: String(id) })
	await page.goto(`/news/${slug}?reply=${id}`)
}

async function openRefused(page: Page): Promise<void> {
	await page.goto(STORY)
	await page.evaluate(() => {
		const form = document.querySelector<HTMLFormElement>('#comment-form')
		// Bypasses the browser's validation and the islands.
		form?.submit()
	})
	await expect(page.getByRole('alert')).toBeVisible()
}

/** Opens the comparison of a published version with a later one. */
async function openComparison(page: Page): Promise<void> {
	const { articleId, revisionId } = await publish({ headline: `Aufsicht über die ${LONG_WORD}` })
	const editor = await viewerOf('editor')
	const { fields } = await findStory(editor, articleId)
	await saveStory(editor, articleId, revisionId, {
		...fields,
		headline: LONG_WORD,
		kicker: LONG_WORD.slice(0, 50),
		standfirst: '',
		tags: ['Harbour', 'Tides'],
		sources: [{ name: LONG_WORD, url: `https://example.org/${LONG_WORD}` }],
		body: parseMarkdown(`First.\n\n${'Same.\n\n'.repeat(5)}- ${LONG_WORD}\n\n## Afterwards`),
		note: `Checked by the ${LONG_WORD}`,
	})
	await signIn(page, 'owner', `/desk/stories/${articleId}/history/1`)
}

/** Submits the form as served, without the desk's script, after the session has ended. */
async function openUnsaved(page: Page): Promise<void> {
	await signIn(page, 'owner', '/desk/stories/new')
	await page.evaluate(async () => {
		const source = await (await fetch(location.href)).text()
		const form = new DOMParser().parseFromString(source, 'text/html').querySelector('main form')
		if (form) document.body.replaceChildren(document.adoptNode(form))
	})
	await page.locator('[name="headline"]').fill(LONG_WORD)
	await page.context().clearCookies()
	await page.evaluate(() => document.forms[0]?.submit())
	await expect(page.getByRole('heading', { level: 1 })).toContainText('your words are here')
}
