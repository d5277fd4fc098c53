import { expect, identifyingCookies, test } from './support/test'

const MOODS = ['Happy', 'Sad', 'Excited', 'Sleepy', 'Angry', 'Surprise']

test('a reader casts, changes and withdraws a mood', async ({ page, story, context, javaScriptEnabled }) => {
	await page.goto(`/news/${story.slug}`)
	const moods = page.locator('#moods')
	const button = (name: string) => moods.getByRole('button', { name: new RegExp(`^${name}`) })
	expect(await identifyingCookies(context)).toEqual([])
	for (const name of MOODS) await expect(button(name)).toContainText('0 %')
	expect(
		(await moods.getByRole('button').allTextContents()).map((text) => /^[A-Z][a-z]+/.exec(text.trim())?.[0]),
	).toEqual(MOODS)

	await button('Happy').click()
	if (!javaScriptEnabled) await expect(page).toHaveURL(/#moods$/)
	await expect(button('Happy')).toContainText('100 %')
	await expect(button('Happy')).toHaveAttribute('aria-pressed', 'true')
	await expect.poll(async () => (await identifyingCookies(context)).length).toBe(1)
	const cookies = await identifyingCookies(context)
	expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax' })

	await button('Sad').click()
	await expect(button('Sad')).toContainText('100 %')
	await expect(button('Happy')).toContainText('0 %')
	await expect(button('Happy')).toHaveAttribute('aria-pressed', 'false')

	await button('Sad').click()
	for (const name of MOODS) await expect(button(name)).toContainText('0 %')
})

test('moods and stars work by keyboard', async ({ page, story }) => {
	await page.goto(`/news/${story.slug}`)
	await page.locator('#moods button').first().focus()
	await page.keyboard.press('Tab')
	await page.keyboard.press('Tab')
	await page.keyboard.press('Enter')
	await expect(page.locator('#moods button[aria-pressed="true"]')).toContainText('Excited')
	await page.locator('#rating input[type="radio"]:enabled').first().focus()
	for (let star = 1; star < 4; star += 1) await page.keyboard.press('ArrowRight')
	await page.keyboard.press('Tab')
	await page.keyboard.press('Enter')
	await expect(page.locator('#rating')).toContainText('4.0')
	await expect(page.locator('#rating')).toContainText('1 rating')
})

test('each mood has one accessible name', async ({ page, story }) => {
	await page.goto(`/news/${story.slug}`)
	const happy = page.getByRole('button', { name: 'Happy 0 %', exact: true })
	await expect(happy).toHaveCount(1)
	await expect(happy).toHaveAccessibleDescription('0 votes')
})

test('JSON shares of three votes total 100', async ({ playwright, story, baseURL }) => {
	const shares: number[] = []
	for (const mood of ['happy', 'sad', 'angry']) {
		const reader = await playwright.request.newContext({
			baseURL,
			extraHTTPHeaders: { Accept: 'application/json' },
		})
		const answer = await reader.post(`/news/${story.slug}/moods`, { form: { mood } })
		expect(answer.status()).toBe(200)
		const tally = await answer.json()
		expect(tally.mine).toBe(mood)
		shares.splice(0, shares.length, ...tally.rows.map((row: { percent: number }) => row.percent))
		await reader.dispose()
	}
	expect(shares).toEqual([34, 33, 0, 0, 33, 0])
})

test('forged, cross-site and invalid votes are not counted', async ({ request, story }) => {
	const vote = (headers: Record<string, string>, mood = 'happy') =>
		request.post(`/news/${story.slug}/moods`, {
			form: { mood },
			headers: { Accept: 'application/json', ...headers },
			maxRedirects: 0,
		})
	await vote({})
	const again = await vote({ 'X-Forwarded-For': '203.0.113.9', Forwarded: 'for=203.0.113.9' }, 'sad')
	expect((await again.json()).total).toBe(1)
	const elsewhere: Record<string, string>[] = [
		{ 'Sec-Fetch-Site': 'cross-site' },
		{ 'Sec-Fetch-Site': 'same-site' },
		{ Origin: 'https://elsewhere.example' },
		{ Origin: 'null' },
	]
	for (const headers of elsewhere) expect((await vote(headers, 'angry')).status()).toBe(403)
	const nonsense = await vote({}, 'furious')
	expect(nonsense.status()).toBe(422)
	expect(nonsense.headers()['content-type']).toContain('application/problem+json')
	expect((await (await vote({}, 'sad')).json()).rows[1].votes).toBe(1)
	expect((await request.post('/news/no-such-story/moods', { form: { mood: 'sad' } })).status()).toBe(404)
})
