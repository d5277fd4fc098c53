import { parseMarkdown } from '@/domain/body/markdown'
import { expect, publish, test } from './support/test'

test('a reader finds a phrase of a body, narrows it down and pages', async ({ page }) => {
	// Letters alone: a word with digits gets no suggestion.
	const mark = `quill${crypto
		.randomUUID()
		.slice(0, 8)
		.replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')}`
	const scripts = test.info().project.use.javaScriptEnabled !== false
	const body = parseMarkdown(`The ferry waits.\n\nNobody had seen the ${mark} lantern before.`)
	for (let number = 0; number < 11; number += 1)
		await publish({ headline: `Serial ${mark} ${number}`, body: parseMarkdown('Words.') })
	await publish({ headline: 'The watch at night', body })

	await page.goto('/')
	if (scripts) {
		await page.locator('#appearance form[data-applies]').waitFor({ state: 'attached' })
		await page.keyboard.press('/')
	} else await page.getByRole('banner').getByRole('link', { name: 'Search' }).click()
	await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible()
	const field = page.getByRole('searchbox', { name: 'Words in a story' })
	await field.fill(`"${mark} lantern"`)
	await field.press('Enter')
	const results = page.getByRole('main').getByRole('article')
	await expect(results).toHaveCount(1)
	await expect(results.getByRole('link', { name: 'The watch at night' })).toBeVisible()
	await expect(results.locator('mark')).toHaveText(`${mark} lantern`)
	await expect(page.getByText('1 story, best match first')).toBeVisible()

	await field.fill(`serial ${mark}`)
	await page.getByRole('button', { name: 'Search' }).click()
	await expect(page.getByText('11 stories, best match first')).toBeVisible()
	await expect(results).toHaveCount(10)
	await page.getByRole('link', { name: 'Next page' }).click()
	await expect(results).toHaveCount(1)

	await page.getByText('Section, author and date').click()
	await page.getByLabel('To', { exact: true }).fill('2020-01-31')
	await field.press('Enter')
	await expect(page.getByText('No story has')).toContainText(mark)
	await page.getByRole('link', { name: 'Search all sections, authors and dates' }).click()
	await expect(results).toHaveCount(10)

	await page.goto(`/search?q=${mark}x`)
	await page.getByText('Did you mean').getByRole('link', { name: mark }).click()
	await expect(page.getByText('12 stories, best match first')).toBeVisible()
})

test('the key / can be switched off @scripts', async ({ page }) => {
	await page.goto('/search')
	await page.getByRole('button', { name: 'Switch it off' }).click()
	await page.goto('/corrections')
	await page.locator('#appearance form[data-applies]').waitFor({ state: 'attached' })
	await page.keyboard.press('/')
	await expect(page).toHaveURL(/\/corrections$/)
	await page.goto('/search')
	await page.getByRole('button', { name: 'Switch it on' }).click()
	await page.getByRole('heading', { level: 1 }).click()
	await page.keyboard.press('/')
	await expect(page.getByRole('searchbox')).toBeFocused()
})
