import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, publish, test } from './journey'

/** Marks the document, to know it again: whatever loads a page loses the mark. */
async function open(page: Page, slug: string, path = ''): Promise<void> {
	await page.goto(`/news/${slug}${path}`)
	await page.waitForSelector('[data-announcer]', { state: 'attached' })
	await page.evaluate(() => Object.assign(window, { sameDocument: true }))
}

const isSameDocument = (page: Page) => page.evaluate(() => 'sameDocument' in window)
const spoken = (page: Page) => page.locator('[data-announcer]')
const mood = (page: Page, name: string) =>
	page.locator('#moods').getByRole('button', { name: new RegExp(`^${name}`) })
const shares = async (page: Page) =>
	(await page.locator('#moods [data-part="percent"]').allTextContents()).map((text) =>
		Number.parseInt(text, 10),
	)

async function write(page: Page, body: string): Promise<void> {
	await page.getByLabel(/Your (comment|reply)/).fill(body)
	await page.getByLabel('Name').fill('Ada Guest')
	await page.getByLabel('E-mail').fill('ada.guest@example.org')
}

const sendComment = (page: Page) =>
	page.locator('#comment-form').getByRole('button', { name: 'Post' }).click()

test('a mood shows before the server answers, keeps focus and is announced @scripts', async ({
	page,
	story,
}) => {
	await open(page, story.slug)
	let answer = () => {}
	const held = new Promise<void>((resolve) => {
		answer = resolve
	})
	await page.route('**/moods', async (route) => {
		await held
		await route.continue()
	})
	await mood(page, 'Happy').click()
	await expect(mood(page, 'Happy')).toHaveAttribute('aria-pressed', 'true')
	expect(await shares(page)).toEqual([100, 0, 0, 0, 0, 0])
	await expect(page.locator('#moods')).toContainText(
		'1 reader has answered. Choose yours again to take it back.',
	)
	await expect(spoken(page)).toHaveText('')
	answer()
	await expect(spoken(page)).toHaveText('Happy, 1 vote, your mood')
	await expect(mood(page, 'Happy')).toBeFocused()
	expect(await isSameDocument(page)).toBe(true)

	await page.keyboard.press('Enter')
	await expect(mood(page, 'Happy')).toHaveAttribute('aria-pressed', 'false')
	await expect(spoken(page)).toHaveText('Happy, 0 votes, your mood is taken back')
	await page.reload()
	await expect(mood(page, 'Happy')).toHaveAttribute('aria-pressed', 'false')
	expect(await shares(page)).toEqual([0, 0, 0, 0, 0, 0])
})

test('an optimistic vote takes less than 50 milliseconds to show @scripts', async ({ page, story }) => {
	await open(page, story.slug)
	const took = await page.evaluate(() => {
		const button = document.querySelector<HTMLButtonElement>('#moods [data-mood="angry"]')
		const start = performance.now()
		button?.click()
		return button?.ariaPressed === 'true' ? performance.now() - start : Number.POSITIVE_INFINITY
	})
	expect(took).toBeLessThan(50)
})

test('a hasty reader has one vote, the last one wished for @scripts', async ({ page, story }) => {
	await open(page, story.slug)
	const sent: string[] = []
	let answer = () => {}
	const held = new Promise<void>((resolve) => {
		answer = resolve
	})
	await page.route('**/moods', async (route) => {
		sent.push(new URLSearchParams(route.request().postData() ?? '').get('mood') ?? '')
		await held
		await route.continue()
	})
	for (const name of ['Happy', 'Sad', 'Excited', 'Sleepy', 'Surprise']) await mood(page, name).click()
	answer()
	await expect(spoken(page)).toHaveText('Surprise, 1 vote, your mood')
	expect(sent).toEqual(['happy', 'surprise'])
	await page.reload()
	await expect(mood(page, 'Surprise')).toHaveAttribute('aria-pressed', 'true')
	expect(await shares(page)).toEqual([0, 0, 0, 0, 0, 100])
})

test('a vote that fails is rolled back and says so @scripts', async ({ page, story }) => {
	await open(page, story.slug)
	await mood(page, 'Sad').click()
	await expect(spoken(page)).toHaveText('Sad, 1 vote, your mood')

	await page.route('**/moods', (route) => route.abort())
	await mood(page, 'Happy').click()
	await expect(page.locator('#moods')).toContainText('The site could not be reached; nothing was recorded.')
	await expect(mood(page, 'Sad')).toHaveAttribute('aria-pressed', 'true')
	await expect(mood(page, 'Happy')).toBeFocused()
	expect(await shares(page)).toEqual([0, 100, 0, 0, 0, 0])

	await page.unroute('**/moods')
	const detail = 'That was a little too often. Please try again in 12 seconds.'
	await page.route('**/moods', (route) =>
		route.fulfill({ status: 429, contentType: 'application/problem+json', json: { status: 429, detail } }),
	)
	await mood(page, 'Happy').click()
	await expect(page.locator('#moods')).toContainText(detail)
	await expect(spoken(page)).toHaveText(detail)
	await expect(mood(page, 'Sad')).toHaveAttribute('aria-pressed', 'true')

	await page.unroute('**/moods')
	await mood(page, 'Happy').click()
	await expect(spoken(page)).toHaveText('Happy, 1 vote, your mood')
	await expect(page.locator('#moods')).not.toContainText(detail)
	expect(await isSameDocument(page)).toBe(true)
})

test('stars wait for the button, then everything about the rating follows @scripts', async ({
	page,
	story,
}) => {
	await open(page, story.slug)
	const rating = page.locator('#rating')
	let sent = 0
	page.on('request', (request) => {
		if (request.url().endsWith('/rating')) sent += 1
	})
	await rating.locator('label', { hasText: '4 stars' }).click()
	await page.keyboard.press('ArrowRight')
	await expect(rating.getByRole('radio', { name: '5 stars' })).toBeChecked()
	expect(sent).toBe(0)
	await rating.getByRole('button', { name: 'Rate' }).click()
	await expect(spoken(page)).toHaveText('Your rating: 5 of 5. 5.0 out of 5, from 1 rating')
	await expect(rating).toContainText('5.0')
	await expect(rating).toContainText('Your rating: 5 of 5')
	await expect(rating.getByRole('listitem').first()).toContainText('100%')
	await expect(rating.getByRole('button', { name: 'Change' })).toBeFocused()

	await rating.getByRole('button', { name: 'Withdraw my rating' }).click()
	await expect(spoken(page)).toHaveText('Your rating is withdrawn. Nobody has rated this story.')
	await expect(rating.getByText('out of 5')).toBeHidden()
	await expect(rating.getByRole('button', { name: 'Withdraw my rating' })).toBeHidden()
	expect(await rating.evaluate((section) => section.contains(document.activeElement))).toBe(true)
	expect(await isSameDocument(page)).toBe(true)

	await page.route('**/rating', (route) => route.abort())
	await rating.locator('label', { hasText: '2 stars' }).click()
	await rating.getByRole('button', { name: 'Rate' }).click()
	await expect(rating).toContainText('nothing was recorded')
	await expect(rating.getByText('out of 5')).toBeHidden()
	await expect(rating.getByRole('radio', { name: '2 stars' })).toBeChecked()
})

test('a comment is posted in place, and the conversation is the server’s own @scripts', async ({
	page,
	story,
}) => {
	await open(page, story.slug)
	await write(page, 'In place, with *emphasis*.')
	await expect(page.locator('#comment-form')).toContainText('26 of 5,000')
	await sendComment(page)
	const mine = page.locator('article', { hasText: 'In place, with emphasis.' }).last()
	await expect(mine).toContainText('Waiting for approval')
	await expect(mine).toBeFocused()
	await expect(mine.locator('em')).toHaveText('emphasis')
	await expect(page).toHaveURL(new RegExp(`/news/${story.slug}#comment-\\d+$`))
	await expect(spoken(page)).toHaveText('Your comment is sent and waits for approval.')
	await expect(page.getByLabel('Your comment')).toHaveValue('')
	await expect(page.getByLabel('Name')).toHaveValue('Ada Guest')
	expect(await isSameDocument(page)).toBe(true)
	await page.reload()
	await expect(mine).toContainText('Waiting for approval')
	await expect(page.getByLabel('Your comment')).toHaveValue('')
})

test('a refused comment keeps its words and shows where to look @scripts', async ({ page, story }) => {
	await open(page, story.slug)
	const long = 'It was a long night. '.repeat(260)
	await write(page, long)
	await expect(page.locator('#comment-form')).toContainText('459 too many')
	await sendComment(page)
	const alert = page.getByRole('alert').first()
	await expect(alert).toContainText('please shorten it to 5000')
	await expect(alert).toBeFocused()
	const body = page.getByLabel('Your comment')
	await expect(body).toHaveValue(long)
	await expect(body).toHaveAttribute('aria-invalid', 'true')
	await expect(body).toHaveAccessibleDescription(/please shorten it to 5000/)
	await alert.getByRole('link').click()
	await expect(body).toBeFocused()

	await page.route('**/comments', (route) => route.abort())
	await body.fill('It was a long night.')
	await sendComment(page)
	await expect(alert).toContainText('could not be reached')
	await expect(body).not.toHaveAttribute('aria-invalid')
	await expect(body).toHaveValue('It was a long night.')
	await page.unroute('**/comments')
	await sendComment(page)
	await expect(page.locator('#comments')).toContainText('Waiting for approval')
	expect(await isSameDocument(page)).toBe(true)
})

test('unsent words outlive the page, and a reply opens and closes in place @scripts', async ({ page }) => {
	await open(page, 'market-hall-rents')
	const comments = page.locator('#comments')
	const reply = comments.getByRole('link', { name: /^Reply to/ }).first()
	const name = ((await reply.textContent()) ?? '').replace('Reply to ', '')
	await page.getByLabel('Your comment').fill('Half a thou')
	await reply.click()
	const body = page.getByLabel(`Your reply to ${name}`)
	await expect(body).toBeFocused()
	await expect(body).toHaveValue('Half a thou')
	await page.keyboard.press('End')
	await page.keyboard.type('ght')
	expect(await isSameDocument(page)).toBe(true)

	await page.reload()
	await expect(body).toHaveValue('Half a thought')
	await comments.getByRole('link', { name: 'Cancel the reply' }).click()
	await expect(page.getByLabel('Your comment')).toHaveValue('Half a thought')
	await expect(reply).toBeFocused()
	await page.goto('/')
	await open(page, 'market-hall-rents')
	await expect(page.getByLabel('Your comment')).toHaveValue('Half a thought')
})

test('a page from before shows what has been voted since @scripts', async ({ page, context, story }) => {
	// A page that steps back while another tab closes leaves its transition unfinished.
	await page.emulateMedia({ reducedMotion: 'reduce' })
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

test('a page that the browser had put aside is brought up to date @scripts', async ({
	page,
	context,
	story,
}) => {
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

test('two tabs of one reader are one vote, and agree when looked at @scripts', async ({
	page,
	context,
	story,
}) => {
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

test('reading asks for nothing and makes nobody a reader @scripts', async ({ page, context, story }) => {
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
			comments: { waiting: 0, draft: false },
		},
	})
	const [only, ...others] = await context.cookies()
	expect(others).toEqual([])
	expect(only).toMatchObject({ name: 'square-islands', value: '1' })
})

test('an advertisement closes at once, stays closed, and comes back if that failed @scripts', async ({
	page,
	story,
}) => {
	await open(page, story.slug)
	const ad = page.locator('#advertisement')
	await page.route('**/ads/close', (route) => route.abort())
	await ad.getByRole('button', { name: 'Close' }).click()
	await expect(ad).toContainText('could not be reached')
	await page.unroute('**/ads/close')
	await ad.getByRole('button', { name: 'Close' }).click()
	await expect(ad).toBeHidden()
	await expect(page.locator('#more-stories')).toBeFocused()
	expect(await isSameDocument(page)).toBe(true)
	await open(page, 'seat-decided-by-lot')
	await expect(ad).toBeHidden()
})

test('an advertisement that does not exist cannot be closed, nor a signature invented @scripts', async ({
	page,
	context,
	story,
	baseURL,
}) => {
	const answer = await page.request.post('/ads/close', {
		form: { ad: '999999' },
		headers: { Accept: 'application/json' },
	})
	expect(answer.status()).toBe(404)
	expect((await context.cookies()).some(({ name }) => name === 'square-ad-closed')).toBe(false)
	await context.addCookies([{ name: 'square-ad-closed', value: '1.forged', url: baseURL ?? '' }])
	const html = await (await page.request.get(`/news/${story.slug}`)).text()
	expect(html).toContain('id="advertisement"')
})

test('the look changes at once and is kept @scripts', async ({ page, story, context }) => {
	await open(page, story.slug)
	const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
	const width = () =>
		page.locator('h1').evaluate((title) => Number.parseFloat(getComputedStyle(title).fontSize))
	const [light, normal] = [await paper(), await width()]
	await page.getByText('Appearance', { exact: true }).click()
	await expect(page.getByRole('radio', { name: 'As the device' })).toBeChecked()
	await page.getByRole('radio', { name: 'Dark' }).check()
	await page.getByRole('radio', { name: 'Larger' }).check()
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
	expect(await paper()).not.toBe(light)
	expect(await width()).toBeGreaterThan(normal)
	expect(await isSameDocument(page)).toBe(true)
	await expect
		.poll(async () => (await context.cookies()).find(({ name }) => name === 'square-look')?.value)
		.toBe('dark.larger')
	await page.goto('/')
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
	await expect(page.locator('html')).toHaveAttribute('data-size', 'larger')
	await page.getByText('Appearance', { exact: true }).click()
	await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
	await page.route('**/look', (route) => route.abort())
	await page.getByRole('radio', { name: 'Light' }).click()
	await expect(page.locator('#appearance')).toContainText('could not be reached')
	await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
})

test('the link can be copied, or is selected where it cannot @scripts', async ({
	page,
	context,
	story,
	baseURL,
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write'])
	await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'))
	await open(page, story.slug)
	await page.getByRole('button', { name: 'Copy the link' }).click()
	await expect(spoken(page)).toHaveText('The link is copied.')
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/news/${story.slug}`)
	await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
	await page.locator('#share').getByRole('button').click()
	await expect(spoken(page)).toHaveText('The link is selected, ready to be copied.')
	expect(await page.evaluate(() => String(getSelection()))).toBe(`${baseURL}/news/${story.slug}`)
})

test('everything works where storage and sharing are refused @scripts', async ({ page, story }) => {
	await page.addInitScript(() => {
		for (const name of ['sessionStorage', 'localStorage'])
			Object.defineProperty(window, name, {
				get() {
					throw new DOMException('Refused', 'SecurityError')
				},
			})
		Reflect.deleteProperty(Navigator.prototype, 'share')
		Reflect.deleteProperty(Navigator.prototype, 'clipboard')
	})
	await open(page, story.slug)
	await mood(page, 'Sleepy').click()
	await expect(spoken(page)).toHaveText('Sleepy, 1 vote, your mood')
	await write(page, 'Nothing is kept here.')
	await sendComment(page)
	await expect(page.locator('#comments')).toContainText('Waiting for approval')
	await page.locator('#share').getByRole('button').click()
	await expect(spoken(page)).toHaveText('The link is selected, ready to be copied.')
	expect(await isSameDocument(page)).toBe(true)
})

test('a story whose address is not ASCII is asked about by it @scripts', async ({ page }) => {
	const story = await publish({ headline: `日本語の見出し ${crypto.randomUUID().slice(0, 6)}` })
	await open(page, encodeURIComponent(story.slug))
	await mood(page, 'Excited').click()
	await expect(spoken(page)).toHaveText('Excited, 1 vote, your mood')
	await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
	const answer = await page.waitForResponse(/\/api\/viewer/)
	expect((await answer.json()).article.moods.mine).toBe('excited')
})

test('the islands that are served weigh at most 8 kB @scripts', async ({ page, story }) => {
	await page.goto(`/news/${story.slug}`)
	const [name = '', ...others] = readdirSync('public/islands').filter((file) => file.endsWith('.js'))
	expect(others).toEqual([])
	expect(brotliCompressSync(readFileSync(`public/islands/${name}`)).length).toBeLessThanOrEqual(8 * 1024)
	await expect(page.locator('script[type="module"]')).toHaveAttribute('src', `/islands/${name}`)
	const answer = await page.request.get(`/islands/${name}`)
	expect(answer.headers()['cache-control']).toContain('immutable')
})

test('without scripts the look is a form, and a choice left open stays as it is @scripts', async ({
	browser,
	story,
	baseURL,
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
	const plain = await context.newPage()
	await plain.goto(`/news/${story.slug}`)
	for (const [name, look] of [
		['Dark', 'dark.normal'],
		['Large', 'dark.large'],
	] as const) {
		await plain.getByText('Appearance', { exact: true }).click()
		await plain.getByRole('radio', { name, exact: true }).check()
		await plain.getByRole('button', { name: 'Apply' }).click()
		await expect(plain).toHaveURL(new RegExp(`/news/${story.slug}#appearance$`))
		expect(await context.cookies()).toMatchObject([{ name: 'square-look', value: look }])
	}
	await context.close()
})

test('a form sent by the browser itself says that scripts do not run @scripts', async ({
	browser,
	story,
	baseURL,
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
	await context.addCookies([{ name: 'square-islands', value: '2', url: baseURL ?? '' }])
	const plain = await context.newPage()
	await plain.goto(`/news/${story.slug}`)
	await mood(plain, 'Happy').click()
	await expect(mood(plain, 'Happy')).toHaveAttribute('aria-pressed', 'true')
	expect((await context.cookies()).map(({ name }) => name)).not.toContain('square-islands')
	await context.close()
})
