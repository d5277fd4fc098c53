import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { isSameDocument, mood, open, sendComment, spoken, write } from './support/islands-helpers'
import { expect, test } from './support/test'

test('a failed close shows the advertisement again @scripts', async ({ page, story }) => {
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

test('forged advertisement cookies are rejected @scripts', async ({ page, context, story, baseURL }) => {
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

test('the appearance changes at once and persists @scripts', async ({ page, story, context }) => {
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
		.poll(async () => (await context.cookies()).find(({ name }) => name === 'square-appearance')?.value)
		.toBe('dark.larger')
	await page.goto('/')
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
	await expect(page.locator('html')).toHaveAttribute('data-size', 'larger')
	await page.getByText('Appearance', { exact: true }).click()
	await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
	await page.route('**/appearance', (route) => route.abort())
	await page.getByRole('radio', { name: 'Light' }).click()
	await expect(page.locator('#appearance')).toContainText('could not be reached')
	await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
})

test('the link is copied or selected @scripts', async ({ page, context, story, baseURL }) => {
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

test('islands work without storage, share and clipboard @scripts', async ({ page, story }) => {
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

test('the islands weigh at most 8 kB @scripts', async ({ page, story }) => {
	await page.goto(`/news/${story.slug}`)
	const { reader } = JSON.parse(readFileSync('public/islands/manifest.json', 'utf8'))
	for (const path of Object.values<string>(reader))
		expect(brotliCompressSync(readFileSync(`public${path}`)).length).toBeLessThanOrEqual(8 * 1024)
	await expect(page.locator('script[type="module"]')).toHaveAttribute('src', reader.en)
	const answer = await page.request.get(reader.en)
	expect(answer.headers()['cache-control']).toContain('immutable')
})

test('without scripts appearance is a form @scripts', async ({ browser, story, baseURL }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
	const plain = await context.newPage()
	await plain.goto(`/news/${story.slug}`)
	for (const [name, look] of [
		['Dark', 'dark.normal'],
		['Large', 'dark.large'],
	] as const) {
		await plain.getByText('Appearance', { exact: true }).click()
		await expect(plain.getByText('As it is')).toHaveCount(2)
		for (const unset of await plain.getByText('As it is').all()) await expect(unset).toBeHidden()
		await plain.getByRole('radio', { name, exact: true }).check()
		await plain.getByRole('button', { name: 'Apply' }).click()
		await expect(plain).toHaveURL(new RegExp(`/news/${story.slug}#appearance$`))
		expect(await context.cookies()).toMatchObject([{ name: 'square-appearance', value: look }])
	}
	await context.close()
})
