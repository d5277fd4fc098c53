import type { Locator } from '@playwright/test'
import { expect, test } from './support/test'

/** Clicks the star, twice if the page's scripts are still starting. */
async function choose(rating: Locator, name: string): Promise<void> {
	await expect(async () => {
		await rating.locator('label', { hasText: name }).click()
		await expect(rating.getByRole('radio', { name, exact: true })).toBeChecked({ timeout: 500 })
	}).toPass()
}

test('a reader casts, changes and withdraws a rating', async ({ page, story, javaScriptEnabled }) => {
	await page.goto(`/news/${story.slug}`)
	const rating = page.locator('#rating')
	await expect(rating.getByRole('heading')).toHaveText('Average Rating')
	const rows = () => rating.getByRole('listitem').allTextContents()
	expect((await rows()).map((row) => row.replace(/\s+/g, ''))).toEqual([
		'5Star0%',
		'4Star0%',
		'3Star0%',
		'2Star0%',
		'1Star0%',
	])
	await expect(rating).not.toContainText('out of 5')

	await choose(rating, '4 stars')
	await rating.getByRole('button', { name: 'Rate' }).click()
	if (!javaScriptEnabled) await expect(page).toHaveURL(/#rating$/)
	await expect(rating).toContainText('4.0')
	await expect(rating.getByRole('radio', { name: '4 stars' })).toBeChecked()

	await choose(rating, '1 star')
	await rating.getByRole('button', { name: 'Change' }).click()
	await expect(rating).toContainText('1.0')
	await expect(rating).toContainText('1 rating')

	await rating.getByRole('button', { name: 'Withdraw my rating' }).click()
	await expect(rating).not.toContainText('out of 5')
})

test('ratings out of range are refused', async ({ request, story }) => {
	for (const stars of ['0', '6', '3.5', 'NaN', '1e309', '-1', '']) {
		const answer = await request.post(`/news/${story.slug}/rating`, {
			form: { stars },
			headers: { Accept: 'application/json' },
		})
		expect(answer.status()).toBe(422)
	}
	const answer = await request.post(`/news/${story.slug}/rating`, {
		form: { stars: '5' },
		headers: { Accept: 'application/json' },
	})
	expect(await answer.json()).toMatchObject({ total: 1, average: 5, mine: 5 })
})
