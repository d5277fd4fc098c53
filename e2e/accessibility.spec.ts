import { expect, signIn, test } from './support/test'

test('a reader tells of a barrier, and an editor handles it', async ({ page, browser, baseURL }) => {
	const words = `The menu has no names ${crypto.randomUUID().slice(0, 8)}.`
	await page.goto('/')
	await page.getByRole('link', { name: 'Accessibility' }).click()
	const form = page.locator('form[action="/accessibility/message"]')
	await form.getByLabel('What did not work?').fill(words)
	await form.getByLabel('E-mail').fill('ada@nowhere')
	await form.getByRole('button', { name: 'Send' }).press('Enter')
	await expect(page.getByRole('alert')).toContainText('e-mail address')
	await expect(form.getByLabel('What did not work?')).toHaveValue(words)
	await form.getByLabel('E-mail').fill('ada@example.org')
	await form.getByLabel('E-mail').press('Enter')
	await expect(page.getByRole('status').filter({ hasText: 'with the newsroom' })).toBeVisible()

	const desk = await browser.newPage({ baseURL })
	await signIn(desk, 'editor', '/desk/overview')
	await desk.getByRole('link', { name: /about accessibility waits?/ }).click()
	const message = desk.getByRole('listitem').filter({ hasText: words })
	await expect(message).toContainText('ada@example.org')
	await message.getByRole('button', { name: 'Mark as handled' }).click()
	await expect(desk.getByText('Marked as handled.')).toBeVisible()
	await expect(message).toHaveCount(0)
	await desk.getByRole('link', { name: 'Handled', exact: true }).click()
	await expect(message).toBeVisible()
	await desk.context().close()
})
