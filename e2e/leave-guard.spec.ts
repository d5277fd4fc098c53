import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { STATES } from './layout-states'
import { formsOf, hasWords, isOfDesk, WORDS } from './support/desk-forms'
import { expect, signIn, test } from './support/test'

/** Whether the browser would ask before the page is left. */
const asks = (page: Page): Promise<boolean> =>
	page.evaluate(() => {
		const event = new Event('beforeunload', { cancelable: true })
		window.dispatchEvent(event)
		return event.defaultPrevented
	})

// layout.spec.ts looks for forms on the other pages of the desk.
for (const { name, open } of STATES.filter((state) => isOfDesk(state) && hasWords(state)))
	test(`${name}: words are not left without a question @scripts`, async ({ page }) => {
		await open(page)
		const forms = formsOf(page)
		const count = await forms.count()
		expect(count).toBeGreaterThan(0)
		for (let number = 0; number < count; number += 1) {
			expect(await asks(page)).toBe(false)
			// Fields in closed disclosures too.
			await page.evaluate(() => {
				for (const details of document.querySelectorAll('details')) details.open = true
			})
			const field = forms.nth(number).locator(WORDS).first()
			await field.fill('Typed')
			await expect.poll(() => asks(page)).toBe(true)
			const questions: string[] = []
			page.once('dialog', (dialog) => {
				questions.push(dialog.type())
				return dialog.dismiss()
			})
			await page.getByRole('link', { name: 'View site' }).click()
			await expect.poll(() => questions).toEqual(['beforeunload'])
			await expect(field).toHaveValue('Typed')
			await open(page)
		}
	})

test('searches and filters are left without a question @scripts', async ({ page }) => {
	for (const [path, label] of [
		['/desk', 'Words in the story'],
		['/desk/photographs', 'Caption, credit or number'],
		['/desk/comments', 'Words, name or headline'],
	] as const) {
		await signIn(page, 'owner', path)
		await page.getByLabel(label).fill('harbour')
		await page.waitForLoadState('networkidle')
		expect(await asks(page)).toBe(false)
	}
})

test('a photograph’s words are asked for until saved @scripts', async ({ page }) => {
	const questions: string[] = []
	page.on('dialog', (dialog) => {
		questions.push(dialog.type())
		return dialog.dismiss()
	})
	await signIn(page, 'editor', '/desk/photographs')
	const add = page.getByRole('form', { name: 'Add a photograph' })
	await add.getByLabel('File').setInputFiles(await photograph())
	await expect.poll(() => asks(page)).toBe(true)
	await add.getByLabel('Caption').fill('The quay')
	await add.getByRole('button', { name: 'Upload' }).click()
	await page.waitForURL(/\/desk\/photographs\/\d+/)
	const own = page.url()
	expect([await asks(page), questions]).toEqual([false, []])

	const credit = page.getByLabel('Credit', { exact: true })
	await credit.pressSequentially('Ana')
	await page.evaluate(() => history.back())
	await expect.poll(() => questions).toEqual(['confirm'])
	expect(page.url()).toBe(own)
	await expect(credit).toHaveValue('Ana')

	await page.getByRole('button', { name: 'Save', exact: true }).click()
	await expect(page.getByRole('status').first()).toContainText('Saved')
	await page.getByRole('link', { name: 'All photographs' }).click()
	await page.waitForURL(/\/desk\/photographs$/)
	expect(questions).toEqual(['confirm'])
})

test('leaving asks about a typed reason, not about a saved story @scripts', async ({ page, story }) => {
	await signIn(page, 'editor', `/desk/stories/${story.articleId}`)
	await page.getByLabel('Kicker').fill('Harbour')
	await expect.poll(() => asks(page)).toBe(true)
	await page.getByRole('button', { name: 'Save', exact: true }).click()
	await expect.poll(() => asks(page)).toBe(false)
	await page.getByText('Withdraw', { exact: true }).click()
	await page.getByLabel('Public reason').fill('It named the wrong ship.')
	expect(await asks(page)).toBe(true)
})

async function photograph() {
	const [r = 0, g = 0, b = 0] = crypto.getRandomValues(new Uint8Array(3))
	const create = { width: 600, height: 400, channels: 3, background: { r, g, b } } as const
	return { name: 'quay.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create }).jpeg().toBuffer() }
}
