import type { Page } from '@playwright/test'
import { addPerson } from '@/domain/people'
import { address, PASSWORD } from './support/env'
import { test as base, expect } from './support/test'

/** The journeys leave the site for the provider. */
const test = base.extend({ watched: async ({ baseURL: _ }, use) => use(undefined) })

type Account = { id: string; name: string; email: string }

const newAccount = (): Account => {
	const id = String(Math.floor(Math.random() * 1e9))
	return { id, name: 'Octavia Cat', email: `octavia-${id}@example.org` }
}

/** Fills the provider's own page. */
async function consent(page: Page, { id, name, email }: Account): Promise<void> {
	await expect(page.getByRole('heading')).toHaveText('Sign in to the provider')
	await page.getByLabel('Number').fill(id)
	await page.getByLabel('Name').fill(name)
	await page.getByLabel('Address').fill(email)
	await page.getByRole('button', { name: 'Allow' }).click()
}

test('a reader signs in with GitHub, comments, and comes back', async ({ page, story }) => {
	const account = newAccount()
	const path = `/news/${story.slug}`
	await page.goto(`/sign-in?next=${path}`)
	await page.getByRole('button', { name: 'Continue with GitHub' }).click()
	await consent(page, account)
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose your public name')
	await expect(page.getByLabel('Name')).toHaveValue(account.name)
	await page.getByLabel('Name').fill('Night Reader')
	await page.getByRole('button', { name: 'Make my account' }).click()
	await expect(page).toHaveURL(address + path)
	await page.getByLabel('Your comment').fill('From GitHub.')
	await page.getByRole('button', { name: 'Post' }).click()
	await expect(page.locator('#comments')).toContainText('From GitHub.')
	await expect(page.locator('#comments')).toContainText('Night Reader')

	await page.goto('/account')
	await expect(page.getByRole('main')).toContainText(account.email)
	await page.getByRole('button', { name: 'Disconnect GitHub' }).click()
	await expect(page.getByRole('alert')).toContainText('GitHub is your only way to sign in')
	await page.locator('#password summary').click()
	await page.getByLabel('New password').fill(PASSWORD)
	await page.getByRole('button', { name: 'Set a password' }).click()
	await expect(page.getByRole('status').first()).toContainText('The password is changed')
	await page.getByRole('button', { name: 'Sign out' }).first().click()

	// The provider knows this browser now, so that the form is redirected through to the site.
	await page.goto(`/sign-in?next=${path}`)
	await page.getByRole('button', { name: 'Continue with GitHub' }).click()
	await expect(page).toHaveURL(address + path)
	await page.goto('/account')
	await page.getByRole('button', { name: 'Disconnect GitHub' }).click()
	await expect(page.getByRole('status').first()).toContainText('Disconnected')
})

test('an existing account connects Google after its password', async ({ page }) => {
	const account = newAccount()
	await addPerson({ name: 'Octavia', email: account.email, password: PASSWORD, role: 'reader' })
	await page.goto('/sign-up')
	await page.getByRole('button', { name: 'Continue with Google' }).click()
	await page.getByRole('button', { name: 'Deny' }).click()
	await expect(page.getByRole('alert')).toContainText('Google was not allowed to sign you in here')
	await page.getByRole('button', { name: 'Continue with Google' }).click()
	await consent(page, account)
	await expect(page.getByRole('status').first()).toContainText('has an account here already')
	await page.getByLabel('E-mail').fill(account.email)
	await page.getByLabel('Password').fill(PASSWORD)
	await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
	await page.getByRole('button', { name: 'Connect Google' }).click()
	await page.goto('/account')
	await expect(page.getByRole('button', { name: 'Disconnect Google' })).toBeVisible()
})
