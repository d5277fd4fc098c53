import { makeSignInLink } from '@/domain/sign-in-links'
import { PASSWORD } from './support/env'
import { expect, identifyingCookies, signIn, test } from './support/test'

test('sign-up, comment, sign-out and sign-in', async ({ page, story, context }) => {
	const email = `reader-${crypto.randomUUID().slice(0, 8)}@example.org`
	await page.goto(`/sign-up?next=${encodeURIComponent(`/news/${story.slug}`)}`)
	await page.getByLabel('Name').fill('Rita Reader')
	await page.getByLabel('E-mail').fill(email)
	await page.getByLabel('Password').fill(PASSWORD)
	await page.getByRole('main').getByRole('button', { name: 'Make my account' }).click()
	await expect(page.getByRole('status').first()).toContainText('Now sign in')
	await page.getByLabel('E-mail').fill(email)
	await page.getByLabel('Password').fill(PASSWORD)
	await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
	await expect(page).toHaveURL(new RegExp(`/news/${story.slug}$`))
	await expect(page.getByRole('link', { name: 'Rita Reader' })).toBeVisible()

	await page.getByLabel('Your comment').fill('From an account.')
	await page.getByRole('button', { name: 'Post' }).click()
	await expect(page.locator('#comments')).toContainText('From an account.')
	await expect(page.locator('#comments')).toContainText('Rita Reader')
	await page.goto('/account')
	await page.getByRole('link', { name: 'My comments' }).click()
	await expect(page.getByRole('main')).toContainText('From an account.')
	await page.getByRole('link', { name: 'Back to your account' }).click()
	await page.getByRole('button', { name: 'Sign out' }).click()
	await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
	expect(await identifyingCookies(context)).toEqual([])
	await page.goto('/account')
	await expect(page).toHaveURL(/\/sign-in\?next=/)

	await page.getByLabel('E-mail').fill(email)
	await page.getByLabel('Password').fill(PASSWORD)
	await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
	await expect(page).toHaveURL(/\/account$/)
})

test('sign-in errors do not reveal known addresses', async ({ page }) => {
	const alerts: string[] = []
	for (const email of ['edith@example.org', 'nobody@example.org']) {
		await page.goto('/sign-in')
		await page.getByLabel('E-mail').fill(email)
		await page.getByLabel('Password').fill('certainly not it')
		await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
		alerts.push((await page.getByRole('alert').first().textContent()) ?? '')
		await expect(page.getByLabel('E-mail')).toHaveValue(email)
		await expect(page.getByLabel('Password')).toHaveValue('')
	}
	expect(alerts[0]).toContain('not right')
	expect(alerts[0]).toBe(alerts[1])
})

test('sign-in redirects only within the site', async ({ page, baseURL }) => {
	for (const next of ['//evil.example/x', 'https://evil.example', '/\\evil.example']) {
		await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
		await page.getByLabel('E-mail').fill('moira@example.org')
		await page.getByLabel('Password').fill(PASSWORD)
		await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
		await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
		expect(new URL(page.url()).origin).toBe(baseURL)
		await page.context().clearCookies()
	}
})

test('desk pages require sign-in and the role’s permission', async ({ page }) => {
	await page.goto('/desk')
	await expect(page).toHaveURL(/\/sign-in\?next=%2Fdesk/)
	await signIn(page, 'moderator', '/desk/comments')
	await page.goto('/desk/settings')
	await expect(page.locator('body')).toContainText(/may not|not allowed/i)
	const session = await page.request.get('/api/auth/session')
	expect(Object.keys(await session.json()).sort()).toEqual(['expires', 'person'])
})

test('the first start’s link creates one owner @scripts', async ({ page }) => {
	const link = process.env.OWNER_LINK ?? ''
	await page.goto(link)
	await page.getByLabel('Name').fill('Una Owner')
	await page.getByLabel('E-mail').fill('una@example.org')
	await page.getByLabel('Password').fill(PASSWORD)
	await page.getByRole('main').getByRole('button').click()
	await expect(page).toHaveURL(/\/desk$/)
	await page.goto('/desk/settings/responses')
	await expect(page.getByLabel('Invitation above the comments')).toHaveValue(
		'This is a Public Square. Please leave a comment',
	)
	await page.context().clearCookies()
	await page.goto(link)
	await expect(page.getByLabel('Password')).toHaveCount(0)
})

test('a command-line link signs in once', async ({ page }) => {
	const link = await makeSignInLink('edith@example.org')
	await page.goto(`/sign-in?link=${link}&next=/desk`)
	await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
	await expect(page).toHaveURL(/\/desk$/)
	await page.context().clearCookies()
	await page.goto(`/sign-in?link=${link}&next=/desk`)
	await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
	await expect(page.getByRole('alert').first()).toContainText('used or is too old')
	await expect(page.getByLabel('Password')).toBeVisible()
})
