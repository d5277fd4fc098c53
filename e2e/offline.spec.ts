import type { Page } from '@playwright/test'
import { changeSettings } from '@/domain/settings'
import { expect, externalWriteNoticed, publish, signIn, test, viewerOf } from './support/test'

async function setOfflineReading(offlineReading: boolean): Promise<void> {
	await changeSettings(await viewerOf('owner'), { offlineReading })
	await externalWriteNoticed()
}

/** Paths that the service worker keeps. */
const keptPaths = (page: Page) =>
	page.evaluate(async () => {
		const found = await (await caches.open('square-stories')).match('/kept-stories')
		const stories = found ? ((await found.json()) as { path: string }[]) : []
		return stories.map(({ path }) => path)
	})

const workers = (page: Page) =>
	page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)

/** Titles of the copies that the page lists. */
const copies = (page: Page) => page.locator('[data-copies] li a')

test('copies are removed one by one, all together, and by a sign-out @scripts', async ({ page, context }) => {
	const stories = [
		await publish({ headline: 'One' }),
		await publish({ headline: 'Two' }),
		await publish({ headline: 'Three' }),
	]
	try {
		await setOfflineReading(true)
		await signIn(page, 'contributor', '/')
		for (const { slug } of stories) {
			await page.goto(`/news/${slug}`)
			await expect.poll(() => keptPaths(page)).toContain(`/news/${slug}`)
		}
		await page.goto('/reading-list')
		await expect(copies(page)).toHaveText(['Three', 'Two', 'One'])
		await expect(page.locator('[data-copies] small').first()).toContainText(/^Kept since .* 20\d\d/)
		await page.getByRole('button', { name: 'Remove the copy of “Two”' }).click()
		await expect(copies(page)).toHaveText(['Three', 'One'])
		await expect(page.getByRole('button', { name: 'Remove the copy of “One”' })).toBeFocused()
		await page.reload()
		await expect(copies(page)).toHaveText(['Three', 'One'])

		await context.setOffline(true)
		await page.goto(`/news/${stories[1]?.slug}`)
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are offline')
		await page.getByRole('button', { name: 'Remove the copy of “Three”' }).click()
		await expect(copies(page)).toHaveText(['One'])
		await page.getByRole('button', { name: 'Remove all copies' }).click()
		await expect(page.getByText('No story is kept on this device.')).toBeVisible()
		await context.setOffline(false)

		await page.goto(`/news/${stories[0]?.slug}`)
		await expect.poll(() => keptPaths(page)).toHaveLength(1)
		await page.evaluate(() => localStorage.setItem('square-places', '[["/news/one",5]]'))
		await page.goto('/account')
		await page.getByRole('button', { name: 'Sign out', exact: true }).click()
		await expect.poll(() => keptPaths(page)).toEqual([])
		expect(await page.evaluate(() => localStorage.getItem('square-places'))).toBeNull()
		expect((await context.cookies()).map(({ name }) => name)).not.toContain('square-signed-out')
	} finally {
		await setOfflineReading(false)
	}
})

test('stories are readable without a connection until it is switched off @scripts', async ({
	page,
	context,
}) => {
	const [visited, other] = [await publish({}), await publish({})]
	const [path, elsewhere] = [`/news/${visited.slug}`, `/news/${other.slug}`]
	try {
		await page.goto(path)
		expect(await workers(page)).toBe(0)
		await setOfflineReading(true)
		// A private page, of which only the shared one is kept.
		await signIn(page, 'contributor', path)
		await expect.poll(() => keptPaths(page)).toEqual([path])
		const copies = await page.evaluate(async () => {
			const cache = await caches.open('square-stories')
			return Promise.all(
				(await cache.keys()).map(async (key) => (await (await cache.match(key))?.text()) ?? ''),
			)
		})
		expect(copies.join('')).not.toContain('Cleo Hart')
		await page.goto('/account')

		await context.setOffline(true)
		await page.goto(path)
		await expect(page.getByRole('heading', { level: 1 })).toContainText('A story for one reader')
		await expect(page.getByRole('status').filter({ hasText: 'Saved copy from' })).toContainText(/20\d\d/)
		await page.goto(elsewhere)
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are offline')
		await page.getByRole('link', { name: /A story for one reader/ }).click()
		await expect(page).toHaveURL(path)
		await context.setOffline(false)

		await page.goto(path)
		await expect(page.getByText('Saved copy from')).toHaveCount(0)
		await setOfflineReading(false)
		await page.goto(elsewhere)
		await expect.poll(() => workers(page)).toBe(0)
		expect(await page.evaluate(() => caches.has('square-stories'))).toBe(false)
	} finally {
		await setOfflineReading(false)
	}
})
