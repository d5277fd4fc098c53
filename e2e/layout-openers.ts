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
import { drawn } from './support/photos'
import { expect, externalWriteNoticed, publish, signIn, viewerOf } from './support/test'

export const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

export async function openWelcome(page: Page): Promise<void> {
	const token = crypto.randomUUID()
	const expiresAt = new Date(Date.now() + 3_600_000)
	await write(async (tx) => {
		await tx.insert(invitations).values({ tokenHash: hashToken(token), role: 'owner', expiresAt })
	})
	await page.goto(`/welcome?token=${token}`)
}

export async function openInvitation(page: Page): Promise<void> {
	const { link } = await inviteColleague(await viewerOf('owner'), { ...newColleague(), role: 'editor' })
	await page.goto(`/welcome${new URL(link).search}`)
}

/** Opens the invitations with a new one and its link. */
export async function openInvitations(page: Page): Promise<void> {
	await signIn(page, 'owner', '/desk/people/invitations')
	const { email, name } = newColleague()
	await page.getByLabel('E-mail').fill(email)
	await page.getByLabel('Name').fill(name)
	await page.getByRole('button', { name: 'Invite' }).click()
	await expect(page.getByLabel('Link of the invitation')).toBeVisible()
}

/** A long name for staff. The long word itself is a name of readers, and readers may not have names of staff. */
export const LONG_STAFF_NAME = `Prof. ${LONG_WORD}`.slice(0, 80)

const newColleague = () => ({
	name: LONG_STAFF_NAME,
	email: `colleague-${crypto.randomUUID()}@example.org`,
})

export async function openWithdrawn(page: Page): Promise<void> {
	const { slug, articleId } = await publish({ headline: `Aufsicht über die ${LONG_WORD}` })
	await withdrawStory(await viewerOf('editor'), articleId, `The ${LONG_WORD} has corrected its figures.`)
	await externalWriteNoticed()
	await page.goto(`/news/${slug}`)
}

/** Opens a story with a correction above and below, each with a long word. */
export async function openCorrected(page: Page): Promise<void> {
	const { slug, articleId } = await publish({ headline: `Aufsicht über die ${LONG_WORD}` })
	const editor = await viewerOf('editor')
	for (const placement of ['top', 'foot'])
		await addCorrection(editor, articleId, {
			kind: 'clarification',
			placement,
			text: `Not the ${LONG_WORD}, ${placement}.`,
		})
	await externalWriteNoticed()
	await page.goto(`/news/${slug}`)
}

export function openReadOnly(page: Page): Promise<void> {
	return signIn(page, 'contributor', '/desk/photographs/1')
}

/** Opens a contributor's draft with two incomplete photographs: an own one, and one of an editor. */
export async function openIncomplete(page: Page): Promise<void> {
	const [contributor, editor] = [await viewerOf('contributor'), await viewerOf('editor')]
	const ids: number[] = []
	for (const author of [contributor, editor]) {
		const colour = `#${crypto.randomUUID().slice(0, 6)}`
		const bytes = await drawn(600, 400, colour).jpeg().toBuffer()
		const fields = { caption: `The ${LONG_WORD} at noon`, rightsEndOn: '2020-02-29' }
		ids.push((await addPhoto(author, { bytes, fields })).id)
	}
	const body = parseMarkdown(ids.map((id) => `![](photo:${id})`).join('\n\n'))
	const { articleId } = await startStory(contributor, { ...EMPTY_STORY, headline: 'Two photographs', body })
	await signIn(page, 'editor', `/desk/stories/${articleId}`)
	await expect(page.getByText('Before it can be published')).toBeVisible()
}

/** Opens a story with the reader's own mood, rating and comment, and a reply form under a long name. */
export async function openAnswered(page: Page): Promise<void> {
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
	await page.goto(`/news/${slug}?reply=${id}&comment=${id}&view=collapsed`)
}

export async function openRefused(page: Page): Promise<void> {
	await page.goto('/news/seat-decided-by-lot')
	await page.evaluate(() => {
		const form = document.querySelector<HTMLFormElement>('#comment-form')
		// Bypasses the browser's validation and the islands.
		form?.submit()
	})
	await expect(page.getByRole('alert')).toBeVisible()
}

/** Opens the comparison of a published version with a later one. */
export async function openComparison(page: Page): Promise<void> {
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
export async function openUnsaved(page: Page): Promise<void> {
	await signIn(page, 'owner', '/desk/stories/new')
	await page.evaluate(async () => {
		const source = await (await fetch(location.href)).text()
		const form = new DOMParser().parseFromString(source, 'text/html').querySelector('form#story')
		if (form) document.body.replaceChildren(document.adoptNode(form))
	})
	await page.locator('[name="headline"]').fill(LONG_WORD)
	await page.context().clearCookies()
	await page.evaluate(() => document.forms[0]?.submit())
	await expect(page.getByRole('heading', { level: 1 })).toContainText('your words are here')
}
