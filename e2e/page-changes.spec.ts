import type { Page } from '@playwright/test'
import { PASSWORD, staff } from './support/env'
import { expect, test } from './support/test'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

/** Delay of each response on the slow connection. */
const SLOW_MS = 400

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

async function signInByForm(page: Page): Promise<void> {
	await page.getByLabel('E-mail').fill(staff.editor.email)
	await page.getByLabel('Password').fill(PASSWORD)
	await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
}

for (const [line, delay] of [
	['a fast line', 0],
	['a slow line', SLOW_MS],
] as const)
	test(`navigation between site and desk works on ${line} @scripts`, async ({ page }) => {
		if (delay)
			await page.route('**/*', async (route) => {
				await new Promise((resolve) => setTimeout(resolve, delay))
				await route.continue()
			})
		await page.goto('/')
		await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click()
		await signInByForm(page)
		await page.getByRole('banner').getByRole('link', { name: staff.editor.name }).click()
		await page.getByRole('link', { name: 'Go to the desk' }).click()
		await expect(heading(page, 'Stories')).toBeVisible()
		await page.goBack()
		await expect(heading(page, staff.editor.name)).toBeVisible()
		await page.goForward()
		await expect(heading(page, 'Stories')).toBeVisible()
		await page.getByRole('link', { name: 'View site' }).click()
		await page.getByRole('main').getByRole('article').getByRole('link').first().click()
		await page.goBack()
		await page.goBack()
		await expect(heading(page, 'Stories')).toBeVisible()
		await page.getByRole('button', { name: 'Sign out' }).click()
		await page.goto('/desk')
		await expect(heading(page, 'Sign in to open the desk')).toBeVisible()
		await signInByForm(page)
		await expect(heading(page, 'Stories')).toBeVisible()
	})
