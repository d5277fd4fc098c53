import { changePublicationDate } from '@/domain/articles/publish'
import { expect, externalWriteNoticed, publish, signIn, test, viewerOf } from './support/test'

test('the archive leads to a story by year, month and day', async ({ page }) => {
	const headline = `The old lighthouse ${crypto.randomUUID().slice(0, 8)}`
	const story = await publish({ headline })
	await changePublicationDate(await viewerOf('editor'), story.articleId, new Date('2019-05-17T12:00Z'))
	await externalWriteNoticed()
	await page.goto('/')
	await page.getByRole('contentinfo').getByRole('link', { name: 'Archive' }).click()
	await page.getByRole('link', { name: '2019', exact: true }).click()
	await page
		.getByRole('main')
		.getByRole('link', { name: /^May \d/ })
		.click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('May 2019')
	await page.getByRole('link', { name: /^17 \d/ }).click()
	await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/archive\/2019\/05\/17$/)
	await page.getByRole('link', { name: headline }).click()
	await expect(page).toHaveURL(new RegExp(`/news/${story.slug}$`))

	await page.goto('/archive/2019/06')
	await expect(page.getByRole('main')).toContainText('No story was published in June 2019.')
	await page
		.getByRole('navigation', { name: 'Earlier and later' })
		.getByRole('link', { name: /Earlier/ })
		.click()
	await expect(page).toHaveURL(/\/archive\/2019\/05$/)
})

test('a comment of the newest leads to its place under its story', async ({ page }) => {
	await page.goto('/most')
	await page.getByRole('navigation', { name: 'Lists of stories' }).getByText('Latest comments').click()
	const first = page.getByRole('main').getByRole('article').first()
	const author = await first.getByRole('heading').innerText()
	await first.locator('a[rel~="bookmark"]').click()
	await expect(page).toHaveURL(/\/news\/[^?]+\?comment=\d+#comment-\d+$/)
	await expect(page.locator('article:target h3')).toHaveText(author)
	await page.goto('/comments')
	await page.getByRole('link', { name: 'Older comments' }).click()
	await expect(page).toHaveURL(/\/comments\?before=\d+$/)
	await page.getByRole('link', { name: 'The newest' }).click()
	await page.getByRole('link', { name: 'Most respected comments' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Most respected comments')
})

test('an address with a mistake leads to its story', async ({ page }) => {
	const response = await page.goto('/news/seat-decidet-by-lot.html')
	expect(response?.status()).toBe(404)
	await expect(page.getByLabel('Search our stories')).toHaveValue('seat decidet by lot')
	await page.getByRole('region', { name: 'Perhaps one of these' }).getByRole('link').first().click()
	await expect(page).toHaveURL(/\/news\/seat-decided-by-lot$/)
})

test('a story stands in a series and has chosen related stories', async ({ page, browser }) => {
	const name = `The harbour ${crypto.randomUUID().slice(0, 8)}`
	const [first, second] = [await publish({}), await publish({})]
	await externalWriteNoticed()
	for (const { articleId } of [first, second]) {
		await signIn(page, 'editor', `/desk/stories/${articleId}`)
		const group = page.getByRole('region', { name: 'Series and related stories' })
		await group.getByText('In no series').click()
		await group.getByRole('combobox', { name: 'Series' }).fill(name)
		await group.getByRole('button', { name: 'Save series' }).click()
		await expect(page.getByText('Readers see the series with the story at once.')).toBeVisible()
	}
	const group = page.getByRole('region', { name: 'Series and related stories' })
	await expect(group).toContainText(`Part 2 of “${name}”`)
	await group.getByText('Related stories: similar ones').click()
	await group.getByLabel('Addresses of up to three stories').fill('/news/nowhere')
	await group.getByRole('button', { name: 'Save related stories' }).click()
	await expect(group.getByRole('alert')).toContainText('There is no story at “/news/nowhere”.')
	await group.getByLabel('Addresses of up to three stories').fill('/news/seat-decided-by-lot')
	await group.getByRole('button', { name: 'Save related stories' }).click()
	await expect(page.getByText('Readers see it below the story at once.')).toBeVisible()

	const reader = await browser.newPage()
	await reader.goto(`/news/${second.slug}`)
	const related = reader.getByRole('navigation', { name: 'Related stories' })
	await expect(related.getByRole('link')).toHaveAttribute('href', '/news/seat-decided-by-lot')
	const box = reader.getByRole('navigation', { name: 'Series' })
	await expect(box).toContainText('Part 2 of 2')
	await box.getByRole('link', { name }).click()
	const parts = reader.getByRole('main').getByRole('listitem')
	await expect(parts.first()).toContainText('Part 1 of 2')
	await expect(parts).toHaveCount(2)
	await reader.close()
})
