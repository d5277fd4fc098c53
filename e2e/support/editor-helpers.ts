import type { Locator, Page } from '@playwright/test'
import { expect, signIn } from './test'

/** Opens a new story as an editor, with the cursor in its body. */
export async function startWriting(page: Page): Promise<Locator> {
	await signIn(page, 'editor', '/desk/stories/new')
	await expect(page.getByRole('toolbar', { name: 'Format' })).toBeVisible()
	const surface = page.getByRole('textbox', { name: 'Text of the story' })
	await surface.click()
	return surface
}

export const press = (page: Page, name: string) =>
	page.getByRole('toolbar', { name: 'Format' }).getByRole('button', { name, exact: true }).click()

/** The body as Markdown, which shows every block and mark. */
export async function bodyText(page: Page): Promise<string> {
	await page.getByRole('button', { name: 'Edit as text' }).click()
	return page.locator('textarea[name="bodyText"]').inputValue()
}

export const paste = (surface: Locator, html: string): Promise<void> =>
	surface.evaluate((element, html) => {
		const clipboardData = new DataTransfer()
		clipboardData.setData('text/html', html)
		clipboardData.setData('text/plain', '')
		element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
	}, html)
