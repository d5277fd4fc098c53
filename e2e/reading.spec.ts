import { withdrawStory } from '@/domain/articles/publish'
import { changeSlug } from '@/domain/articles/slugs'
import {
	expect,
	externalWriteNoticed,
	identifyingCookies,
	publish,
	signIn,
	test,
	viewerOf,
} from './support/test'

test('an article’s parts are in order', async ({ page }) => {
	await page.goto('/news/seat-decided-by-lot')
	const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ')
	const order = [
		/(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}/,
		/©/,
		/Read Time: ?\d+ Minute, \d+ Second/,
		/Source /,
		/About Post Author/i,
		/Happy/,
		/Sad/,
		/Excited/,
		/Sleepy/,
		/Angry/,
		/Surprise/,
		/Average Rating/i,
		/5 Star/,
		/1 Star/,
		/This is a Public Square\. Please leave a comment/,
		/Previous post/i,
		/Next post/i,
		/Advertisements/i,
	]
	const positions = order.map((part) => text.search(part))
	expect(positions).not.toContain(-1)
	expect(positions).toEqual([...positions].sort((a, b) => a - b))
	await expect(page.locator('time').first()).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\d/)
	await expect(page.locator('h1')).toHaveCount(1)
	for (const picture of await page.locator('main picture img').all()) {
		expect(await picture.getAttribute('alt')).toBeTruthy()
		expect(Number(await picture.getAttribute('width'))).toBeGreaterThan(0)
		expect(Number(await picture.getAttribute('height'))).toBeGreaterThan(0)
	}
	const data = JSON.parse(
		(await page.locator('script[type="application/ld+json"]').first().textContent()) ?? '{}',
	)
	expect(data['@graph']).toContainEqual(
		expect.objectContaining({ '@type': 'NewsArticle', headline: await page.locator('h1').innerText() }),
	)
	await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/news\/seat-decided-by-lot$/)
	await expect(page.locator('meta[property="og:image"]')).toHaveAttribute('content', /\/share\/.*\.jpg$/)
})

test('missing fields leave no empty elements', async ({ page }) => {
	const story = await publish({ kicker: '', standfirst: '', sources: [], tags: [] })
	await page.goto(`/news/${story.slug}`)
	const article = page.locator('main article').first()
	await expect(article.locator('> *').first()).toBeVisible()
	const empty = await article
		.locator('p:empty, h2:empty, figure:empty, figcaption:empty, ul:empty, div:empty')
		.filter({ visible: true })
		.count()
	expect(empty).toBe(0)
	await expect(page.getByText('Source', { exact: false })).toHaveCount(0)
	await expect(article.locator('img')).toHaveCount(0)
})

test('the front page links to its contents', async ({ page }) => {
	await page.goto('/')
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Public Square')
	expect(await page.locator('main a[href^="/news/"]').count()).toBeGreaterThan(15)
	await page
		.getByRole('navigation', { name: 'Sections', exact: true })
		.getByRole('link', { name: 'Economics' })
		.click()
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Economics')
	await page.locator('main a[href^="/news/"]').first().click()
	await page.locator('main a[rel="author"]').first().click()
	await expect(page).toHaveURL(/\/people\//)
	expect(await page.locator('main a[href^="/news/"]').count()).toBeGreaterThan(0)
})

test('a closed advertisement stays closed', async ({ page, story, context, javaScriptEnabled }) => {
	await page.goto(`/news/${story.slug}`)
	const slot = page.locator('#advertisement')
	await expect(slot).toContainText('Advertisements')
	await slot.getByRole('button', { name: 'Close' }).click()
	if (!javaScriptEnabled) await expect(page).toHaveURL(new RegExp(`/news/${story.slug}#more-stories$`))
	await expect(slot).toBeHidden()
	await expect
		.poll(async () => (await identifyingCookies(context)).map(({ name }) => name))
		.toEqual(['square-ad-closed'])
	await expect(page.getByRole('navigation', { name: 'More stories' })).toBeInViewport()
	await page.goto('/news/seat-decided-by-lot')
	await expect(slot).toBeHidden()
})

test('unknown, moved and withdrawn stories have their statuses', async ({ page, request, story }) => {
	const unknown = await page.goto('/news/never-written')
	expect(unknown?.status()).toBe(404)
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
	expect(await page.locator('main a[href="/"]').count()).toBeGreaterThan(0)
	expect((await page.goto('/no/such/page'))?.status()).toBe(404)
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

	const editor = await viewerOf('editor')
	const moved = `${story.slug}-moved`
	await changeSlug(editor, story.articleId, moved)
	await externalWriteNoticed()
	const answer = await request.get(`/news/${story.slug}`, { maxRedirects: 0 })
	expect(answer.status()).toBe(301)
	expect(answer.headers().location).toBe(`/news/${moved}`)

	await withdrawStory(editor, story.articleId, 'The harbour office has corrected its figures.')
	await externalWriteNoticed()
	expect((await page.goto(`/news/${moved}`))?.status()).toBe(410)
	await expect(page.getByRole('main')).toContainText('The harbour office has corrected its figures.')
})

test('non-Latin slugs work in links, forms and redirects', async ({ page, request }) => {
	const story = await publish({
		headline: `日本語の見出し ${crypto.randomUUID().slice(0, 6)}`,
		tags: ['Ōtepoti'],
	})
	expect((await page.goto(`/news/${story.slug}`))?.status()).toBe(200)
	await page
		.locator('#moods')
		.getByRole('button', { name: /^Happy/ })
		.click()
	await expect(page.locator('#moods [aria-pressed="true"]')).toContainText('Happy')
	await changeSlug(await viewerOf('editor'), story.articleId, `новый адрес ${story.articleId}`)
	await externalWriteNoticed()
	const moved = await request.get(`/news/${encodeURIComponent(story.slug)}`, { maxRedirects: 0 })
	expect(moved.status()).toBe(301)
	expect((await page.goto(moved.headers().location ?? ''))?.status()).toBe(200)
})

test('a slug in another Unicode normal form redirects', async ({ page, request }) => {
	const { slug } = await publish({
		headline: `한국 뉴스 ${crypto.randomUUID().slice(0, 6)}`,
		tags: ['हिन्दी', '뉴스'],
	})
	await externalWriteNoticed()
	for (const path of [`/news/${slug}`, '/tags/뉴스']) {
		const answer = await request.get(encodeURI(path.normalize('NFD')), { maxRedirects: 0 })
		expect(answer.status()).toBe(301)
		expect(answer.headers().location).toBe(encodeURI(path))
		expect((await page.goto(encodeURI(path)))?.status()).toBe(200)
	}
	expect((await page.goto('/tags/हिन्दी'))?.status()).toBe(200)
})

test('an unknown desk address gives the 404 page', async ({ page }) => {
	await signIn(page, 'owner', '/desk')
	expect((await page.goto('/desk/no/such/page'))?.status()).toBe(404)
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address')
	await expect(page.getByRole('navigation', { name: 'Sections', exact: true })).toBeVisible()
})
