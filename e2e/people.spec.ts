import { PASSWORD } from './support/env'
import { expect, signIn, test } from './support/test'

test('a colleague is invited, changes the profile, and is disabled', async ({ page, browser, baseURL }) => {
	const name = `Ida Vale ${crypto.randomUUID().slice(0, 8)}`
	await signIn(page, 'owner', '/desk/people')
	await page.getByRole('link', { name: 'Invite a colleague' }).click()
	await page.getByLabel('Name').fill(name)
	await page.getByLabel('Role').selectOption('editor')
	await page.getByRole('button', { name: 'Invite' }).click()
	const link = await page.getByLabel('Link of the invitation').inputValue()
	expect(link.startsWith(`${baseURL}/welcome?token=`)).toBe(true)

	const context = await browser.newContext({ baseURL })
	const colleague = await context.newPage()
	await colleague.goto(link)
	await expect(colleague.getByLabel('Name')).toHaveValue(name)
	await colleague.getByLabel('E-mail').fill(`${crypto.randomUUID()}@example.org`)
	await colleague.getByLabel('Password').fill(PASSWORD)
	await colleague.getByRole('button', { name: 'Make my account' }).click()
	await expect(colleague).toHaveURL(/\/desk$/)
	await colleague.getByRole('link', { name }).click()
	await colleague
		.getByRole('textbox', { name: 'About' })
		.fill('Sails, and [writes](https://example.org/log) about it.')
	await colleague.getByRole('button', { name: 'Save profile' }).click()
	await expect(colleague.getByRole('status').first()).toHaveText('Saved.')
	await colleague.getByRole('link', { name: 'See your page' }).click()
	await expect(colleague.getByRole('link', { name: 'writes' })).toHaveAttribute(
		'href',
		'https://example.org/log',
	)

	await page.goto('/desk/people')
	await page.getByLabel('Name, beat or e-mail').fill(name)
	await page.getByRole('button', { name: 'Search' }).click()
	await page.getByRole('main').getByRole('link', { name }).click()
	await page.getByLabel(`What ${name} may do`).selectOption('contributor')
	await page.getByRole('button', { name: 'Change role' }).click()
	await expect(page.getByRole('main')).toContainText('The role is changed')
	await colleague.goto('/desk/comments')
	await expect(colleague.locator('body')).toContainText('may not')

	await page.getByText('Disable…').click()
	await page.getByRole('button', { name: `Disable ${name}` }).click()
	await expect(page.getByRole('main')).toContainText('Disabled and signed out everywhere')
	await colleague.goto('/desk')
	await expect(colleague).toHaveURL(/\/sign-in/)
	await context.close()
})
