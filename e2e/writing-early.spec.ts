import type { Page } from '@playwright/test'
import { bodyText } from './support/editor-helpers'
import { expect, publish, signIn, test } from './support/test'

type Delayed = {
	/** Resolves at the first request for a delayed script. */ requested: Promise<void>
	release: () => void
}

/** Opens a story at the desk, with scripts delayed whose source matches. */
async function openWithDelayedScripts(page: Page, isDelayed: (script: string) => boolean): Promise<Delayed> {
	const { articleId } = await publish({ standfirst: 'One sentence.' })
	await signIn(page, 'editor')
	let release = () => {}
	const released = new Promise<void>((resolve) => {
		release = resolve
	})
	const requested = new Promise<void>((resolve) =>
		page.route('**/_next/static/chunks/**/*.js', async (route) => {
			const response = await route.fetch()
			if (isDelayed(await response.text())) {
				resolve()
				await released
			}
			await route.fulfill({ response })
		}),
	)
	// Delayed scripts delay the page's load event as well.
	await page.goto(`/desk/stories/${articleId}`, { waitUntil: 'domcontentloaded' })
	return { requested, release }
}

const isEditor = (script: string): boolean => script.includes('ProseMirror')

const field = (page: Page) => page.locator('textarea[name="bodyText"]')

test('text typed before hydration is kept @scripts', async ({ page }) => {
	const { release } = await openWithDelayedScripts(page, () => true)
	const headline = page.getByLabel('Headline')
	for (const control of [page.getByLabel('Kicker'), headline, page.getByLabel('Standfirst'), field(page)]) {
		await control.focus()
		await page.keyboard.press('Control+End')
		await page.keyboard.type(' More.')
	}
	release()
	const surface = page.getByRole('textbox', { name: 'Text of the story' })
	await page.keyboard.type(' Typed while the page becomes an application, one key after another.')
	await expect(page.getByRole('toolbar', { name: 'Format' })).toBeVisible()
	await page.keyboard.type(' And on.')
	await expect(surface).toBeFocused()
	await expect(page.getByLabel('Kicker')).toHaveValue(' More.')
	await expect(headline).toHaveValue(/ More\.$/)
	await expect(page.getByLabel('Standfirst')).toHaveValue('One sentence. More.')
	await expect(page.getByText('Unsaved changes')).toBeVisible()
	expect(await bodyText(page)).toMatch(
		/walked home\. More\. Typed while the page becomes an application, one key after another\. And on\.$/,
	)
})

test('a selection made before hydration survives it @scripts', async ({ page }) => {
	const { release } = await openWithDelayedScripts(page, () => true)
	const standfirst = page.getByLabel('Standfirst')
	await standfirst.selectText()
	release()
	await expect(page.getByRole('toolbar', { name: 'Format' })).toBeVisible()
	await expect(standfirst).toBeFocused()
	await page.keyboard.type('Another sentence.')
	await expect(standfirst).toHaveValue('Another sentence.')
})

test('keys typed during editor start are kept @scripts', async ({ page }) => {
	const { requested, release } = await openWithDelayedScripts(page, isEditor)
	await requested
	await field(page).evaluate((element: HTMLTextAreaElement) => {
		element.focus()
		element.setSelectionRange('The bridge'.length, 'The bridge'.length)
	})
	// A slow processor widens the gaps between tasks.
	const devtools = await page.context().newCDPSession(page)
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 })
	await page.keyboard.type(' over the river')
	release()
	const words = [...Array(60).keys()].map((word) => ` ${word}`).join('')
	await page.keyboard.type(words)
	await expect(page.getByRole('toolbar', { name: 'Format' })).toBeVisible()
	await page.keyboard.type(' and all')
	await expect(page.getByRole('textbox', { name: 'Text of the story' })).toBeFocused()
	expect(await bodyText(page)).toMatch(
		new RegExp(`^The bridge over the river${words} and all opened at noon\\.\n`),
	)
})

test('editor start waits for IME composition @scripts', async ({ page }) => {
	const { requested, release } = await openWithDelayedScripts(page, isEditor)
	await requested
	await field(page).focus()
	await page.keyboard.press('Control+End')
	const devtools = await page.context().newCDPSession(page)
	await devtools.send('Input.imeSetComposition', { text: 'きょ', selectionStart: 2, selectionEnd: 2 })
	const editor = page.waitForResponse(async (response) => isEditor(await response.text()))
	release()
	await editor
	await devtools.send('Input.imeSetComposition', { text: 'きょう', selectionStart: 3, selectionEnd: 3 })
	await expect(field(page)).toHaveValue(/きょう$/)
	await expect(field(page)).toBeFocused()
	await devtools.send('Input.insertText', { text: '今日' })
	await expect(page.getByRole('textbox', { name: 'Text of the story' })).toBeFocused()
	expect(await bodyText(page)).toMatch(/walked home\.今日$/)
})
