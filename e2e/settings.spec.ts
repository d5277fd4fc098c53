import { changeSettings } from '@/domain/settings'
import { PASSWORD } from './house'
import { expect, noticed, test, viewerOf } from './journey'

test('where accounts are asked for, a guest’s words survive the trip to sign in', async ({ page, story }) => {
	const owner = await viewerOf('owner')
	await changeSettings(owner, { commentsFrom: 'accounts' })
	await noticed()
	try {
		await page.goto(`/news/${story.slug}`)
		await page.getByLabel('Your comment').fill('Do not lose this, please.')
		await page.getByRole('button', { name: 'Sign in and post' }).click()
		await expect(page).toHaveURL(/\/sign-in\?next=/)
		await page.getByLabel('E-mail').fill('sven@example.org')
		await page.getByLabel('Password').fill(PASSWORD)
		await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
		await expect(page.getByLabel('Your comment')).toHaveValue('Do not lose this, please.')
		await page.getByRole('button', { name: 'Post' }).click()
		await expect(page.locator('#comments')).toContainText('Do not lose this, please.')
		await expect(page.getByLabel('Your comment')).toHaveValue('')
	} finally {
		await changeSettings(owner, { commentsFrom: 'guests' })
		await noticed()
	}
})
