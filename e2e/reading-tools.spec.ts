import type { Page } from '@playwright/test'
import { withdrawStory } from '@/domain/articles/publish'
import { parseMarkdown } from '@/domain/body/markdown'
import { PASSWORD, staff } from './support/env'
import { expect, externalWriteNoticed, publish, test, viewerOf } from './support/test'

const save = (page: Page) => page.locator('#saving').getByRole('button')

test('a story is saved, listed, kept through sign-in, and removed', async ({
	page,
	story,
	javaScriptEnabled,
}) => {
	await page.goto(`/news/${story.slug}`)
	await save(page).click()
	await expect(save(page)).toHaveAttribute('aria-pressed', 'true')
	await expect(save(page)).toHaveText('Saved for later')
	if (!javaScriptEnabled) await expect(page).toHaveURL(/#saving$/)
	await page.goto(`/news/${story.slug}`)
	await expect(save(page)).toHaveText('Saved for later')
	await page.locator('#saving').getByRole('link', { name: 'Reading list' }).click()
	const entry = page.getByRole('main').getByRole('listitem')
	await expect(entry).toHaveCount(1)
	await expect(entry.getByRole('link')).toHaveAttribute('href', `/news/${story.slug}`)

	await page.getByRole('link', { name: /^Sign in to have it/ }).click()
	await page.getByLabel('E-mail').fill(staff.contributor.email)
	await page.getByLabel('Password').fill(PASSWORD)
	await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
	await expect(page).toHaveURL(/\/reading-list$/)
	const kept = entry.filter({ has: page.locator(`[href="/news/${story.slug}"]`) })
	await expect(kept).toHaveCount(1)
	await withdrawStory(await viewerOf('editor'), story.articleId, 'The harbour office asked.')
	await externalWriteNoticed()
	await page.reload()
	await expect(kept).toContainText('withdrawn')
	await kept.getByRole('button', { name: /^Remove/ }).click()
	await expect(page).toHaveURL(/\/reading-list$/)
	await expect(kept).toHaveCount(0)
})

test('photographs have pages of their own with a way back', async ({ page, javaScriptEnabled }) => {
	await page.goto('/news/seat-decided-by-lot')
	const pictures = page.locator('main figure > a[href*="/photos/"]')
	const total = await pictures.count()
	expect(total).toBeGreaterThan(1)
	await pictures.last().click()
	await expect(page).toHaveURL(new RegExp(`/photos/${total}#photo$`))
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Photograph ${total} of ${total}`)
	await expect(page.locator('figcaption')).toContainText('©')
	await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/news\/seat-decided-by-lot$/)
	await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
	await expect(page.getByRole('link', { name: 'Next', exact: true })).toHaveCount(0)
	await page.getByRole('link', { name: 'Previous', exact: true }).click()
	await expect(page).toHaveURL(new RegExp(`/photos/${total - 1}#photo$`))
	if (javaScriptEnabled) {
		await page.keyboard.press('ArrowRight')
		await expect(page).toHaveURL(new RegExp(`/photos/${total}#photo$`))
		await page.keyboard.press('Escape')
	} else await page.getByRole('link', { name: 'Back to the story' }).click()
	await expect(page).toHaveURL(/\/news\/seat-decided-by-lot#photo-\d$/)
	expect((await page.goto(`/news/seat-decided-by-lot/photos/${total + 1}`))?.status()).toBe(404)
})

/** A story of many screens. */
const LONG = parseMarkdown(
	Array.from({ length: 40 }, (_, number) => `Sentence ${number}. `.repeat(30)).join('\n\n'),
)

test('a long story links the place where the reader left it @scripts', async ({ page }) => {
	const { slug } = await publish({ body: LONG })
	await page.goto(`/news/${slug}`)
	const paragraph = page.locator('[data-part="body"] > p', { hasText: /^Sentence 20\./ })
	await paragraph.evaluate((element) => element.scrollIntoView())
	await page.goto('/reading-list')
	await page.goto(`/news/${slug}`)
	const link = page.getByRole('link', { name: 'Continue where you left off' })
	await expect(link).toBeVisible()
	expect(await page.evaluate(() => scrollY)).toBe(0)
	await link.click()
	await expect(paragraph).toBeInViewport()
	const requests: string[] = []
	page.on('request', (request) => requests.push(request.postData() ?? ''))
	await page.goto('/reading-list')
	await page.getByRole('button', { name: 'Switch it off' }).click()
	await expect(page.getByRole('button', { name: 'Switch it on' })).toBeVisible()
	await page.goto(`/news/${slug}`)
	await page.waitForSelector('[data-announcer]', { state: 'attached' })
	await expect(link).toHaveCount(0)
	expect(await page.evaluate(() => localStorage.getItem('square-places'))).toBeNull()
	expect(requests.join('')).toBe('')
})

test('share links name the story and load nothing', async ({ page, story }) => {
	await page.goto(`/news/${story.slug}`)
	const links = page.getByRole('list', { name: 'Share elsewhere' }).getByRole('link')
	const hrefs = await links.evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''))
	expect(hrefs.map((href) => new URL(href).host)).toEqual([
		'wa.me',
		't.me',
		'bsky.app',
		'share.joinmastodon.org',
		'www.facebook.com',
	])
	for (const href of hrefs) expect(decodeURIComponent(href)).toContain(`/news/${story.slug}`)
})
