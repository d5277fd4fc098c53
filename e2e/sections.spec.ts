import { listDeskSections } from '@/domain/desk-sections'
import { createSection } from '@/domain/sections'
import { moveToTrash } from '@/domain/trash/trash'
import { address } from './support/env'
import { expect, signIn, test, viewerOf } from './support/test'

test('an owner orders, renames and merges sections', async ({ page }) => {
	const owner = await viewerOf('owner')
	const [one, two] = ['Sluices', 'Tugs'].map((name) => `${name} ${crypto.randomUUID().slice(0, 4)}`) as [
		string,
		string,
	]
	for (const name of [one, two]) await createSection(owner, { name, slug: '' })
	await signIn(page, 'owner', '/desk/sections')
	const rows = page.getByRole('list', { name: 'Sections' }).getByRole('listitem')
	const count = await rows.count()
	const up = page.getByRole('button', { name: `Move ${two} up` })
	await up.press('Enter')
	await expect(rows.nth(count - 2)).toContainText(two)
	const scripts = test.info().project.use.javaScriptEnabled !== false
	await expect(page.getByRole('status').first()).toHaveText(
		scripts ? `${two} is now ${count - 1} of ${count}.` : 'The order is changed. The menu has it now.',
	)
	if (scripts) await expect(up).toBeFocused()

	await page.getByRole('link', { name: one, exact: true }).click()
	await page.getByLabel('Name', { exact: true }).fill(`${one} and locks`)
	await page.getByRole('textbox', { name: 'Address' }).fill(`${one} locks`)
	await page.getByRole('button', { name: 'Save section' }).click()
	await expect(page.getByText('Saved. Readers see it now')).toBeVisible()
	const oldPath = `/sections/${one.toLowerCase().replace(' ', '-')}`
	expect((await page.request.get(address + oldPath)).url()).toBe(`${address}${oldPath}-locks`)

	await page.getByRole('link', { name: 'Merge into another section' }).click()
	await page.getByRole('link', { name: two, exact: true }).click()
	await page.getByRole('button', { name: `Merge into ${two}` }).click()
	await expect(page.locator('#section-merge-problem')).toContainText(
		'Please tick that the sections are merged for good.',
	)
	await page.getByLabel('Merge them for good').check()
	await page.getByRole('button', { name: `Merge into ${two}` }).click()
	await expect(page.getByRole('heading', { level: 1, name: two })).toBeVisible()
	await expect(page.getByText('These addresses lead here too')).toContainText(`${oldPath}-locks`)

	await page.getByRole('button', { name: 'Retire section' }).click()
	await expect(page.getByText('Retired. It is out of the menu')).toBeVisible()
	const left = (await listDeskSections(owner)).find(({ name }) => name === two)
	// A merged section depends on it.
	await expect(moveToTrash(owner, 'section', left?.id ?? 0)).rejects.toMatchObject({ code: 'conflict' })
})
