import { type BrowserContext, test as base, type Cookie, expect, type Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { people } from '@/db/schema'
import { readDb } from '@/db/sqlite/connection'
import { EMPTY_STORY, type StoryFields } from '@/domain/articles/fields'
import { publishStory } from '@/domain/articles/publish'
import { startStory } from '@/domain/articles/save'
import { parseMarkdown } from '@/domain/body/markdown'
import type { StaffViewer } from '@/domain/permissions'
import { signIn as openSession } from '@/domain/sessions'
import { address, dataDir, PASSWORD, staff } from './env'
import { createStaff, renamePerson } from './stories'

process.env.DATA_DIR = dataDir

export { expect }

type Story = { slug: string; articleId: number; revisionId: number }

type Journey = {
	/** A live story of this test's own. */
	story: Story
	/** Fails the test on any request that leaves the site, and on any error in the page. */
	watched: undefined
}

export const test = base.extend<Journey>({
	story: async ({ baseURL: _ }, use) => use(await publish({})),
	watched: [
		async ({ page }, use) => {
			const strays: string[] = []
			page.on('request', (request) => {
				const url = request.url()
				if (!url.startsWith(address) && !url.startsWith('data:') && !url.startsWith('blob:')) strays.push(url)
			})
			page.on('pageerror', (error) => strays.push(`error: ${error.message}`))
			await use(undefined)
			expect(strays).toEqual([])
		},
		{ auto: true },
	],
})

/** Cookies that could tell one browser from another; what only says how pages are to be shown does not. */
export async function identifyingCookies(context: BrowserContext): Promise<Cookie[]> {
	const silent = ['square-islands', 'square-appearance', 'square-recent-write']
	return (await context.cookies()).filter(
		// What goes to the sign-in route alone tells nothing on a page.
		({ name, value, path }) => value && path !== '/session' && !silent.includes(name),
	)
}

/** Publishes a story straight through the domain, for journeys that begin after it. */
export async function publish(changes: Partial<StoryFields>): Promise<Story> {
	const editor = await viewerOf('editor')
	const story = await startStory(editor, {
		...EMPTY_STORY,
		headline: `A story for one reader ${crypto.randomUUID().slice(0, 8)}`,
		standfirst: 'Written for a journey through the house.',
		section: 'news',
		bylines: ['mara-ellison'],
		sources: [{ name: 'Harbour office', url: null }],
		body: parseMarkdown('The bridge opened at noon.\n\n## Afterwards\n\nEverybody walked home.'),
		...changes,
	})
	// In the past, so that the front page of other journeys stays as it is.
	await publishStory(editor, story.articleId, {
		revisionId: story.revisionId,
		at: new Date(Date.now() - 90 * 86_400_000),
	})
	return story
}

/** A person of each worker's own, whose page shows when the server has noticed a write. */
let marker: StaffViewer | undefined

/** Waits until the server has noticed what a test has just written beside it. */
export async function externalWriteNoticed(): Promise<void> {
	marker ??= await createStaff('contributor', 'Marker')
	const [row] = await readDb().select().from(people).where(eq(people.id, marker.person.id))
	const page = async () => (await fetch(`${address}/people/${row?.slug}`)).text()
	// The server keeps this page until it notices a write; earlier ones it has noticed by then.
	await page()
	const bio = crypto.randomUUID()
	await renamePerson(marker.person.id, { name: 'Marker', bio })
	await expect.poll(page).toContain(bio)
}

/** One of the staff, for what a journey does through the domain. */
export async function viewerOf(who: keyof typeof staff): Promise<StaffViewer> {
	const [found] = await readDb().select().from(people).where(eq(people.email, staff[who].email))
	if (!found) throw new Error(`${staff[who].name} is missing.`)
	const { id, name, email, role } = found
	return { person: { id, name, email, role }, readerId: null }
}

/** Comes in with a session of one's own; that the sign-in page makes the same one is a journey in itself. */
export async function signIn(page: Page, who: keyof typeof staff, path = '/desk'): Promise<void> {
	const { token } = await openSession(staff[who].email, PASSWORD)
	await page
		.context()
		.addCookies([{ name: 'square-session', value: token, url: address, sameSite: 'Lax', httpOnly: true }])
	await page.goto(path)
}
