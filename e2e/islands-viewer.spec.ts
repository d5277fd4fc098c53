import { isSameDocument, mood, open, shares, spoken } from './support/islands-helpers'
import { expect, publish, test } from './support/test'

test('going back shows another tab’s vote @scripts', async ({ page, context, story }) => {
	await open(page, story.slug)
	await mood(page, 'Happy').click()
	await expect(spoken(page)).toHaveText('Happy, 1 vote, your mood')
	await page.goto('/')
	const tab = await context.newPage()
	await open(tab, story.slug)
	await expect(mood(tab, 'Happy')).toHaveAttribute('aria-pressed', 'true')
	await mood(tab, 'Sad').click()
	await expect(spoken(tab)).toHaveText('Sad, 1 vote, your mood')
	await tab.close()
	await page.goBack()
	await expect(mood(page, 'Sad')).toHaveAttribute('aria-pressed', 'true')
	expect(await shares(page)).toEqual([0, 100, 0, 0, 0, 0])
	await page.goForward()
	await expect(page).toHaveURL(/\/$/)
})

test('pages from the back/forward cache are updated @scripts', async ({ page, context, story }) => {
	await open(page, story.slug)
	await mood(page, 'Happy').click()
	await expect(spoken(page)).toHaveText('Happy, 1 vote, your mood')
	const elsewhere = await context.request.post(`/news/${story.slug}/moods`, {
		form: { mood: 'sad' },
		headers: { Accept: 'application/json' },
	})
	expect(elsewhere.ok()).toBe(true)
	await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
	await expect(mood(page, 'Sad')).toHaveAttribute('aria-pressed', 'true')
	expect(await isSameDocument(page)).toBe(true)
})

test('two tabs share one vote @scripts', async ({ page, context, story }) => {
	const other = await context.newPage()
	await open(page, story.slug)
	await open(other, story.slug)
	await mood(page, 'Happy').click()
	await expect(spoken(page)).toHaveText('Happy, 1 vote, your mood')
	await mood(other, 'Sad').click()
	await expect(spoken(other)).toHaveText('Sad, 1 vote, your mood')
	expect(await shares(other)).toEqual([0, 100, 0, 0, 0, 0])
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
	await expect(mood(page, 'Sad')).toHaveAttribute('aria-pressed', 'true')
	await other.close()
})

test('reading creates no reader @scripts', async ({ page, context, story }) => {
	const asked: string[] = []
	page.on('request', (request) => asked.push(new URL(request.url()).pathname))
	await open(page, story.slug)
	expect(asked).not.toContain('/api/viewer')
	const state = await page.request.get(`/api/viewer?article=${story.slug}`)
	expect(state.headers()['cache-control']).toBe('private, no-store')
	expect(await state.json()).toMatchObject({
		name: null,
		article: {
			moods: { total: 0, mine: null },
			rating: { mine: null },
			comments: { waiting: 0, own: false, draft: false },
			saved: false,
		},
	})
	const [only, ...others] = await context.cookies()
	expect(others).toEqual([])
	expect(only).toMatchObject({ name: 'square-islands', value: '1' })
})

test('viewer state works for a non-ASCII slug @scripts', async ({ page }) => {
	const story = await publish({ headline: `日本語の見出し ${crypto.randomUUID().slice(0, 6)}` })
	await open(page, encodeURIComponent(story.slug))
	await mood(page, 'Excited').click()
	await expect(spoken(page)).toHaveText('Excited, 1 vote, your mood')
	await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
	const answer = await page.waitForResponse(/\/api\/viewer/)
	expect((await answer.json()).article.moods.mine).toBe('excited')
})

test('native form submissions delete the islands cookie @scripts', async ({ browser, story, baseURL }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
	await context.addCookies([{ name: 'square-islands', value: '2', url: baseURL ?? '' }])
	const plain = await context.newPage()
	await plain.goto(`/news/${story.slug}`)
	await mood(plain, 'Happy').click()
	await expect(mood(plain, 'Happy')).toHaveAttribute('aria-pressed', 'true')
	expect((await context.cookies()).map(({ name }) => name)).not.toContain('square-islands')
	await context.close()
})

test('a voter’s state is requested on that story only @scripts', async ({ page, context, story }) => {
	const asked: string[] = []
	page.on('request', (request) => asked.push(new URL(request.url()).pathname))
	const other = await publish({ headline: `Another story ${crypto.randomUUID().slice(0, 6)}` })
	await open(page, story.slug)
	await mood(page, 'Happy').click()
	await expect(spoken(page)).toHaveText('Happy, 1 vote, your mood')
	await context.clearCookies({ name: 'square-recent-write' })
	await open(page, other.slug)
	expect(asked).not.toContain('/api/viewer')
	await open(page, story.slug)
	await expect(mood(page, 'Happy')).toHaveAttribute('aria-pressed', 'true')
	expect(asked).toContain('/api/viewer')
})

test('votes are shown after the list of own stories is lost @scripts', async ({ page, context, story }) => {
	await open(page, story.slug)
	await mood(page, 'Happy').click()
	await expect(spoken(page)).toHaveText('Happy, 1 vote, your mood')
	await context.clearCookies({ name: 'square-recent-write' })
	await page.evaluate(() => localStorage.clear())
	await open(page, story.slug)
	await expect(mood(page, 'Happy')).toHaveAttribute('aria-pressed', 'true')
	await mood(page, 'Sad').click()
	await expect(spoken(page)).toHaveText('Sad, 1 vote, your mood')
})

test('votes cast without scripts are shown once scripts run @scripts', async ({
	browser,
	story,
	baseURL,
}) => {
	const plain = await browser.newContext({ javaScriptEnabled: false, baseURL })
	const voting = await plain.newPage()
	await voting.goto(`/news/${story.slug}`)
	await mood(voting, 'Happy').click()
	await expect(mood(voting, 'Happy')).toHaveAttribute('aria-pressed', 'true')
	const cookies = (await plain.cookies()).filter(({ name }) => name !== 'square-recent-write')
	const context = await browser.newContext({ baseURL })
	await context.addCookies(cookies)
	const page = await context.newPage()
	const other = await publish({ headline: `Another story ${crypto.randomUUID().slice(0, 6)}` })
	await open(page, other.slug)
	await mood(page, 'Sad').click()
	await expect(spoken(page)).toHaveText('Sad, 1 vote, your mood')
	await context.clearCookies({ name: 'square-recent-write' })
	await open(page, story.slug)
	await expect(mood(page, 'Happy')).toHaveAttribute('aria-pressed', 'true')
	await Promise.all([plain.close(), context.close()])
})
