import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, signIn, test } from './support/test'

const scripts = () => test.info().project.use.javaScriptEnabled !== false

const FORMS = [
	{ path: '/desk/stories/new', name: 'Story', button: 'Save' },
	{ path: '/desk/stories/1', name: 'Story', button: 'Save' },
	{ path: '/desk/photographs', name: 'Add a photograph', button: 'Upload' },
	{ path: '/desk/photographs/1', name: 'Photograph', button: 'Save' },
	{ path: '/desk/advertisements', name: 'Place an advertisement', button: 'Place advertisement' },
	{ path: '/desk/sections', name: 'Make a section', button: 'Make section' },
	{ path: '/desk/settings', name: 'Settings', button: 'Save settings' },
	{ path: '/desk/settings/footer', name: 'Settings', button: 'Save settings' },
]

const AUTHORS = 3

for (const { path, name, button } of FORMS)
	test(`${path}: an ended session loses no value`, async ({ page }) => {
		await signIn(page, 'owner', path)
		if (scripts() && name === 'Story')
			await expect(page.getByRole('toolbar', { name: 'Format' })).toBeVisible()
		const form = page.getByRole('form', { name, exact: true })
		await fillAll(form)
		const typed = await valuesIn(form)
		if (name === 'Story') expect(typed.filter(([field]) => field === 'bylines')).toHaveLength(AUTHORS)
		await page.context().clearCookies({ name: 'square-session' })
		await form.getByRole('button', { name: button, exact: true }).click()
		if (scripts()) {
			await expect(page.getByText('Your words are kept on this page.')).toBeVisible()
			expect(await valuesIn(form)).toEqual(typed)
		} else await expectShown(page, typed)
	})

/** Fills every visible text field, and chooses three authors and a file. */
async function fillAll(form: Locator): Promise<void> {
	for (const field of await form.locator('textarea, input:not([type]), input[type="url"]').all())
		if ((await field.isVisible()) && (await field.isEditable()))
			await field.fill(`https://example.org/${await field.getAttribute('name')}`)
	const authors = form.locator('input[name="bylines"]')
	if ((await authors.count()) > 0) {
		for (const author of await authors.all()) await author.uncheck()
		for (let number = 0; number < AUTHORS; number += 1) await authors.nth(number).check()
	}
	const file = form.locator('input[type="file"]')
	if ((await file.count()) > 0) {
		const create = { width: 60, height: 40, channels: 3, background: 'teal' } as const
		const buffer = await sharp({ create }).jpeg().toBuffer()
		await file.setInputFiles({ name: 'quay.jpg', mimeType: 'image/jpeg', buffer })
	}
}

/** Values of the form without hidden fields; of a file its name. */
const valuesIn = (form: Locator): Promise<[name: string, value: string][]> =>
	form.evaluate((element: HTMLFormElement) =>
		[...new FormData(element)]
			.filter(([name]) => !element.querySelector(`input[type="hidden"][name="${CSS.escape(name)}"]`))
			.map(([name, value]) => [name, typeof value === 'string' ? value : value.name]),
	)

async function expectShown(page: Page, typed: [name: string, value: string][]): Promise<void> {
	await expect(page.getByRole('heading', { level: 1 })).toContainText('your words are here')
	for (const [name, value] of typed) {
		if (value === 'quay.jpg') await expect(page.getByText('Please choose again: quay.jpg.')).toBeVisible()
		else if (value)
			expect((await page.locator(`[id="unsaved-${name}"]`).inputValue()).split('\n')).toContain(value)
	}
}
