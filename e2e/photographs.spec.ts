import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { withIptc } from './support/photos'
import { expect, publish, signIn, test } from './support/test'

/** A photograph with a random colour, unique to the test. */
async function photograph(datasets: [number, string][] = []): Promise<Buffer> {
	const [r = 0, g = 0, b = 0] = crypto.getRandomValues(new Uint8Array(3))
	const create = { width: 600, height: 400, channels: 3, background: { r, g, b } } as const
	return withIptc(await sharp({ create }).jpeg().toBuffer(), datasets)
}

/** Uploads a photograph at the photo desk and returns its number. */
async function upload(page: Page, buffer: Buffer, words: Record<string, string> = {}): Promise<number> {
	await page.goto('/desk/photographs')
	await send(page, buffer, words)
	await page.waitForURL(/\/desk\/photographs\/\d+/)
	return Number(/\d+$/.exec(new URL(page.url()).pathname)?.[0])
}

async function send(page: Page, buffer: Buffer, words: Record<string, string> = {}): Promise<void> {
	const form = page.getByRole('form', { name: 'Add a photograph' })
	await form.getByLabel('File').setInputFiles({ name: 'quay.jpg', mimeType: 'image/jpeg', buffer })
	for (const [name, value] of Object.entries(words)) await form.locator(`[name="${name}"]`).fill(value)
	await form.getByRole('button', { name: 'Upload' }).click()
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()
const scripts = () => test.info().project.use.javaScriptEnabled !== false

test('the photograph picker ignores case @scripts', async ({ page, story }) => {
	await signIn(page, 'editor')
	const name = `Škoda Слово ${crypto.randomUUID().slice(0, 8)}`
	await upload(page, await photograph(), { caption: name, credit: 'Ana', alt: 'A car' })
	await page.goto(`/desk/stories/${story.articleId}`)
	await page.getByRole('toolbar').getByRole('button', { name: 'Photograph' }).click()
	const dialog = page.getByRole('dialog', { name: 'Put in photographs' })
	await dialog.getByRole('searchbox').fill(name.toLocaleLowerCase().replace('š', 's'))
	await expect(dialog.getByRole('listitem')).toHaveCount(1)
	await dialog.getByRole('button', { name }).click()
	await expect(page.locator('.ProseMirror figure img')).toHaveAttribute('alt', 'A car')
})

test('lead photographs are chosen by search or number', async ({ page, story }) => {
	await signIn(page, 'editor')
	const caption = `The slipway ${crypto.randomUUID().slice(0, 8)}`
	const photo = await upload(page, await photograph(), { caption, credit: 'Ana', alt: 'A slipway' })
	await page.goto(`/desk/stories/${story.articleId}`)
	await page.getByText(/Choose a(nother)? photograph/).click()
	if (scripts()) {
		await page.getByLabel('Find by caption, credit or number').fill(caption.toUpperCase())
		await page.getByRole('radio', { name: caption }).check()
	} else {
		await page.getByLabel('Or its number').fill('999999')
		await save(page)
		await expect(page.getByText('There is no photograph number 999999.').first()).toBeVisible()
		await page.getByLabel('Or its number').fill(String(photo))
	}
	await save(page)
	await expect(page.getByRole('status').filter({ hasText: 'Saved' }).first()).toBeVisible()
	await page.reload()
	await expect(page.locator(`input[name="heroPhotoId"][value="${photo}"]`)).toBeChecked()
})

test('a photograph of unknown credit is published', async ({ page, browser }) => {
	await signIn(page, 'editor')
	const caption = `African Union ${crypto.randomUUID().slice(0, 8)}`
	const photo = await upload(page, await photograph(), { caption, alt: 'A flag' })
	await page.locator('[name="noCreditReason"]').fill('Not in the archive; asked the press office')
	await save(page)
	await expect(page.getByRole('status').first()).toContainText('Saved')
	const { slug } = await publish({ heroPhotoId: photo })
	const reader = await browser.newPage()
	await reader.goto(`/news/${slug}`)
	const figure = reader.locator('figure', { hasText: caption }).first()
	await expect(figure).toBeVisible()
	expect((await figure.innerText()).trim()).toBe(caption)
	expect(await reader.content()).not.toContain('press office')
	await reader.close()
})

test('file metadata is shown and kept whole', async ({ page }) => {
	await signIn(page, 'editor')
	const caption = `${'x'.repeat(1_999)}🚢${'y'.repeat(500)}`
	await upload(
		page,
		await photograph([
			[120, caption],
			[40, 'NO SALES'],
			[25, 'ferry'],
			[80, 'Ana Lima'],
		]),
	)
	await expect(page.getByRole('region', { name: 'In the file' })).toContainText('NO SALES')
	await expect(page.getByText('2500 characters')).toBeVisible()
	await expect(page.getByLabel('Credit', { exact: true })).toHaveValue('Ana Lima')
	await page.locator('[name="alt"]').fill('A ferry')
	await save(page)
	await expect(page.getByRole('status').first()).toContainText('Saved')
	await page.reload()
	await expect(page.locator('[name="caption"]')).toHaveValue(caption)
})

test('an empty file is refused', async ({ page }) => {
	await signIn(page, 'editor', '/desk/photographs')
	await send(page, Buffer.alloc(0), { caption: 'The quay' })
	await expect(page.getByText('This file is empty.').first()).toBeVisible()
	await expect(page.locator('[name="caption"]')).toHaveValue('The quay')
})
