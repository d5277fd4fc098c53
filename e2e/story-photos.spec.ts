import { test as base, type Page } from '@playwright/test'
import { drawn } from './support/photos'
import { expect, signIn, test } from './support/test'

const scripts = () => base.info().project.use.javaScriptEnabled !== false

/** A photograph with a random colour, unique to the test. */
async function photograph(name: string) {
	const colour = `#${crypto.randomUUID().slice(0, 6)}`
	return { name, mimeType: 'image/jpeg', buffer: await drawn(900, 600, colour).jpeg().toBuffer() }
}

const dialog = (page: Page) => page.getByRole('dialog')
const surface = (page: Page) => page.getByRole('textbox', { name: 'Text of the story' })

/** Describes the photographs of the open dialog once they are stored. */
async function describeUploads(page: Page, names: string[]): Promise<void> {
	for (const [index, name] of names.entries()) {
		const item = dialog(page).getByRole('listitem').filter({ hasText: name })
		await item.getByLabel('Credit').fill(`Agency ${index + 1}`)
		await item.getByLabel('Description for blind readers').fill(`Picture ${index + 1}`)
	}
}

test('photographs are uploaded inside the story at the cursor', { tag: '@scripts' }, async ({ page }) => {
	await signIn(page, 'editor', '/desk/stories/new')
	await page.getByLabel('Headline').fill('Two pictures at once')
	await surface(page).click()
	await page.keyboard.type('Above.')
	await page.getByRole('button', { name: 'Photograph', exact: true }).click()
	await dialog(page)
		.getByLabel('Add photographs from this device')
		.setInputFiles([await photograph('one.jpg'), await photograph('two.jpg')])
	await describeUploads(page, ['one.jpg', 'two.jpg'])
	await dialog(page).getByRole('button', { name: 'Put in the story' }).click()
	await expect(surface(page).locator('figure')).toHaveCount(2)
	await page.keyboard.type('Below.')

	const file = await photograph('pasted.jpg')
	await surface(page).evaluate(
		(element, bytes) => {
			const clipboardData = new DataTransfer()
			clipboardData.items.add(new File([new Uint8Array(bytes)], 'pasted.jpg', { type: 'image/jpeg' }))
			element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
		},
		[...file.buffer],
	)
	await describeUploads(page, ['pasted.jpg'])
	await dialog(page).getByRole('button', { name: 'Put in the story' }).click()
	await expect(surface(page).locator('figure')).toHaveCount(3)

	await page.getByRole('button', { name: 'Add a photograph' }).click()
	await dialog(page)
		.getByLabel('Add from this device')
		.setInputFiles(await photograph('lead.jpg'))
	await describeUploads(page, ['lead.jpg'])
	await dialog(page).getByRole('button', { name: 'Use as lead photograph' }).click()
	await expect(page.locator('input[name="heroPhotoId"]:checked')).not.toHaveValue('')
	await page.getByRole('button', { name: 'Save', exact: true }).click()
	await page.waitForURL(/\/desk\/stories\/\d+/)
	await page.getByRole('link', { name: 'Preview' }).click()
	const article = page.frameLocator('iframe').locator('article')
	await expect(article.locator('figure')).toHaveCount(4)
	await expect(article.locator('figure').first()).toContainText('© Agency 1')
	await expect(article).toContainText(
		/Above\.[\s\S]*© Agency 1[\s\S]*© Agency 2[\s\S]*Below\.[\s\S]*© Agency 1/,
	)
})

test('a file that is no photograph is refused in the dialog', { tag: '@scripts' }, async ({ page }) => {
	await signIn(page, 'editor', '/desk/stories/new')
	await surface(page).click()
	await page.getByRole('button', { name: 'Photograph', exact: true }).click()
	const buffer = Buffer.from('no picture')
	await dialog(page)
		.getByLabel('Add photographs from this device')
		.setInputFiles({ name: 'notes.jpg', mimeType: 'image/jpeg', buffer })
	await expect(dialog(page).getByRole('alert')).toContainText('not a JPEG, PNG or WebP picture')
})

test('a photograph is uploaded with the next save without scripts', async ({ page }) => {
	test.skip(scripts(), 'With scripts a dialog uploads.')
	await signIn(page, 'editor', '/desk/stories/new')
	await page.getByLabel('Headline').fill('A picture with the form')
	await page.locator('textarea[name="bodyText"]').fill('The text.')
	const form = page.getByRole('group', { name: 'Add a photograph with the next save' })
	await form.getByLabel('File').setInputFiles(await photograph('end.jpg'))
	await form.getByLabel('Its credit').fill('Public Square')
	await form.getByLabel('At the end of the text').check()
	await page.getByRole('button', { name: 'Save', exact: true }).click()
	await page.waitForURL(/\/desk\/stories\/\d+/)
	await form.getByLabel('File').setInputFiles(await photograph('lead.jpg'))
	await form.getByLabel('Its caption').fill('The lead picture.')
	await page.getByRole('button', { name: 'Save', exact: true }).click()
	await page.getByRole('link', { name: 'Preview' }).click()
	const figures = page.frameLocator('iframe').locator('article figure')
	await expect(figures).toHaveCount(2)
	await expect(figures.first()).toContainText('The lead picture.')
	await expect(figures.last()).toContainText('© Public Square')
})
