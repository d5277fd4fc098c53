import { expect, signIn, test } from './support/test'

test('a word and a site of the lists hold and refuse a comment with their reason', async ({
	page,
	story,
}) => {
	await signIn(page, 'owner', '/desk/settings/comments')
	await page.getByLabel('Words that make a comment wait').fill('Zyzzyv*\n赌博')
	await page.getByLabel('Sites with which a comment is refused').fill('https://Evil.test/shop')
	await page.getByRole('button', { name: 'Save settings' }).click()
	await expect(page.getByRole('status').first()).toContainText('Saved.')
	await page.reload()
	await expect(page.getByLabel('Sites with which a comment is refused')).toHaveValue('evil.test')
	await page.getByLabel('A comment', { exact: true }).fill('这里有赌博 and shop.evil.test')
	await page.getByRole('button', { name: 'Try' }).click()
	const result = page.locator('#try-text').getByRole('listitem')
	await expect(result.first()).toHaveText(
		'Refused (Links): It names the site evil.test, which is on the list.',
	)
	await expect(result.last()).toHaveText('Waits (Word list): The text has “赌博”, which is on the list.')

	await page.context().clearCookies()
	await page.goto(`/news/${story.slug}`)
	const post = async (body: string) => {
		await page.getByLabel('Your comment').fill(body)
		await page.getByLabel('Name').fill('Ada Guest')
		await page.getByLabel('E-mail').fill('ada.guest@example.org')
		await page.locator('#comment-form').getByRole('button', { name: 'Post' }).click()
	}
	await post('See evil.test for more.')
	await expect(page.getByRole('alert').first()).toContainText(
		'Comments that name the site evil.test are not taken here.',
	)
	await expect(page.getByLabel('Your comment')).toHaveValue('See evil.test for more.')
	await post('Two ZYZZYVAS here.')
	await expect(page.locator('#comments')).toContainText('It has the word “Zyzzyv*”; comments with it wait')

	await signIn(page, 'owner', '/desk/settings/comments')
	await page.getByLabel('Words that make a comment wait').fill('Many words\n*')
	await page.getByRole('button', { name: 'Save settings' }).click()
	await expect(page.getByRole('alert').first()).toContainText('“*” has nothing to look for.')
	await expect(page.getByLabel('Words that make a comment wait')).toHaveValue('Many words\n*')
	await page.getByLabel('Words that make a comment wait').fill('')
	await page.getByLabel('Sites with which a comment is refused').fill('')
	await page.getByRole('button', { name: 'Save settings' }).click()
	await expect(page.getByRole('status').first()).toContainText('Saved.')
})
