import type { Page } from '@playwright/test'

/** Opens an article, waits for its islands, and marks the document, so that a later page load is detected. */
export async function open(page: Page, slug: string): Promise<void> {
	await page.goto(`/news/${slug}`)
	await page.waitForSelector('[data-announcer]', { state: 'attached' })
	await page.evaluate(() => Object.assign(window, { sameDocument: true }))
}

export const isSameDocument = (page: Page) => page.evaluate(() => 'sameDocument' in window)
export const spoken = (page: Page) => page.locator('[data-announcer]')
export const mood = (page: Page, name: string) =>
	page.locator('#moods').getByRole('button', { name: new RegExp(`^${name}`) })
export const shares = async (page: Page) =>
	(await page.locator('#moods [data-part="percent"]').allTextContents()).map((text) =>
		Number.parseInt(text, 10),
	)

export async function write(page: Page, body: string): Promise<void> {
	await page.getByLabel(/Your (comment|reply)/).fill(body)
	await page.getByLabel('Name').fill('Ada Guest')
	await page.getByLabel('E-mail').fill('ada.guest@example.org')
}

export const sendComment = (page: Page) =>
	page.locator('#comment-form').getByRole('button', { name: 'Post' }).click()
