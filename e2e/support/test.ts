import { type BrowserContext, test as base, type Cookie, expect, type Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { readDb } from '@/db'
import { people } from '@/db/schema'
import { EMPTY_STORY, type StoryFields } from '@/domain/articles/fields'
import { publishStory } from '@/domain/articles/publish'
import { startStory } from '@/domain/articles/save'
import { parseMarkdown } from '@/domain/body/markdown'
import { addPerson } from '@/domain/people'
import type { SignedInViewer, StaffViewer } from '@/domain/permissions'
import { signIn as openSession } from '@/domain/sessions'
import type { Role } from '@/lib/roles'
import { address, dataDir, PASSWORD, staff } from './env'
import { createStaff, renamePerson } from './stories'

process.env.DATA_DIR = dataDir

export { expect }

type Story = { slug: string; articleId: number; revisionId: number }

type Journey = {
	/** A live story for this test alone. */
	story: Story
	/** Fails the test on any request to another site, and on any page error. */
	watched: undefined
}

export const test = base.extend<Journey>({
	story: async ({ baseURL: _ }, use) => use(await publish({})),
	watched: [
		async ({ page }, use) => {
			const violations: string[] = []
			page.on('request', (request) => {
				const url = request.url()
				if (!url.startsWith(address) && !url.startsWith('data:') && !url.startsWith('blob:'))
					violations.push(url)
			})
			page.on('pageerror', (error) => violations.push(`error: ${error.message}`))
			await use(undefined)
			expect(violations).toEqual([])
		},
		{ auto: true },
	],
})

/** Cookies that could identify a browser, without those of appearance, scripts, recent writes and sign-outs. */
export async function identifyingCookies(context: BrowserContext): Promise<Cookie[]> {
	const harmless = [
		'square-islands',
		'square-appearance',
		'square-thread',
		'square-recent-write',
		'square-signed-out',
	]
	return (await context.cookies()).filter(
		// A cookie of the sign-in route is not sent with pages.
		({ name, value, path }) => value && path !== '/session' && !harmless.includes(name),
	)
}

/** Publishes a story through the domain, for tests that start after it. */
export async function publish(changes: Partial<StoryFields>): Promise<Story> {
	const editor = await viewerOf('editor')
	const story = await startStory(editor, {
		...EMPTY_STORY,
		headline: `A story for one reader ${crypto.randomUUID().slice(0, 8)}`,
		standfirst: 'Written for an end-to-end test.',
		section: 'news',
		bylines: ['mara-ellison'],
		sources: [{ name: 'Harbour office', url: null }],
		body: parseMarkdown('The bridge opened at noon.\n\n## Afterwards\n\nEverybody walked home.'),
		...changes,
	})
	// Dated in the past, so that the front page of other tests stays the same.
	await publishStory(editor, story.articleId, {
		revisionId: story.revisionId,
		at: new Date(Date.now() - 90 * 86_400_000),
	})
	return story
}

/** Creates a complete draft through the domain, and waits until the server has noticed it. */
export async function startDraft(member: keyof typeof staff, title: string) {
	const headline = `${title} ${crypto.randomUUID().slice(0, 8)}`
	const story = await startStory(await viewerOf(member), {
		...EMPTY_STORY,
		headline,
		section: 'news',
		bylines: ['mara-ellison'],
		body: parseMarkdown('The bridge opens at noon.'),
	})
	await externalWriteNoticed()
	return { ...story, headline, path: `/desk/stories/${story.articleId}` }
}

/** One person per worker, whose page shows that the server has noticed a write. */
let marker: StaffViewer | undefined

/** Waits until the server has noticed the test's own writes to the database. */
export async function externalWriteNoticed(): Promise<void> {
	marker ??= await createStaff('contributor', 'Marker')
	const [row] = await readDb().select().from(people).where(eq(people.id, marker.person.id))
	const page = async () => (await fetch(`${address}/people/${row?.slug}`)).text()
	// The server caches this page until it notices a write; it has noticed earlier ones by then.
	await page()
	const bio = crypto.randomUUID()
	await renamePerson(marker.person.id, { name: 'Marker', bio })
	await expect.poll(page).toContain(bio)
}

/** A staff viewer, for writes through the domain. */
export async function viewerOf(member: keyof typeof staff): Promise<StaffViewer> {
	const [found] = await readDb().select().from(people).where(eq(people.email, staff[member].email))
	if (!found) throw new Error(`${staff[member].name} is missing.`)
	const { id, name, email, role } = found
	return { person: { id, name, email, role }, readerId: null }
}

/** Signs in with a session created through the domain; the sign-in page is tested in its own file. */
export async function signIn(page: Page, member: keyof typeof staff, path = '/desk'): Promise<void> {
	const { token } = await openSession(staff[member].email, PASSWORD)
	await setSession(page, token)
	await page.goto(path)
}

/**
 * As above with a new account, for a journey that undoes or leaves text unsaved: both are those of one person in all
 * tests.
 */
export async function signInAlone(page: Page, role: Role, path: string): Promise<SignedInViewer> {
	const account = { name: 'Nia Reed', email: `${crypto.randomUUID()}@example.org`, role }
	const { id } = await addPerson({ ...account, password: PASSWORD })
	const { token } = await openSession(account.email, PASSWORD)
	await setSession(page, token)
	await page.goto(path)
	return { person: { id, ...account }, readerId: null }
}

const setSession = (page: Page, token: string) =>
	page
		.context()
		.addCookies([{ name: 'square-session', value: token, url: address, sameSite: 'Lax', httpOnly: true }])
