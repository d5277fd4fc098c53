import type { CDPSession, Page } from '@playwright/test'
import { compressPage, recompressPage } from '@/server/compressed-page'
import { address } from './support/env'
import { expect, test } from './support/test'

/** Budgets of a reader page in compressed bytes. */
const BUDGET = { text: 45_000, style: 8_000, islands: 8_000, font: 16_000, leadPicture: 60_000 }
/** Limit of requests without images, most of which load on scrolling. */
const REQUESTS_MAX = 8
const SHIFT_MAX = 0.01
/** A current phone: 360 px wide, pixel ratio 2, on slow 4G. */
const PHONE = { width: 360, height: 740 }
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 }
/** Time for all visible images to load on that connection. */
const SETTLED_MS = 3_000

type PageResponse = { path: string; kind: string; bytes: number }

test.use({ viewport: PHONE, deviceScaleFactor: 2, isMobile: true, hasTouch: true })

for (const [name, path] of [
	['the front page', '/'],
	['an article', '/news/seat-decided-by-lot'],
] as const) {
	test(`${name} stays within its budgets @scripts`, async ({ page }) => {
		const answers = await responsesFor(page, path)
		const withoutImages = answers.filter(({ kind }) => kind !== 'Image')
		const of = (kind: string) => answers.filter((each) => each.kind === kind)

		within(withoutImages, BUDGET.text, 'HTML, styles, scripts and fonts')
		within(of('Stylesheet'), BUDGET.style, 'styles')
		within(of('Script'), BUDGET.islands, 'scripts')
		within(of('Font'), BUDGET.font, 'fonts')
		expect(of('Stylesheet').length, listed(of('Stylesheet'))).toBeLessThanOrEqual(1)
		expect(of('Font').length, listed(of('Font'))).toBeLessThanOrEqual(1)
		expect(withoutImages.length, `requests without images:\n${listed(withoutImages)}`).toBeLessThanOrEqual(
			REQUESTS_MAX - 1,
		)
		const framework = answers.filter((each) => /^\/_next\/.*\.js$/.test(each.path))
		expect(framework, `scripts of the framework:\n${listed(framework)}`).toEqual([])
	})

	test(`${name}: the lead photograph fits phones @scripts`, async ({ page }) => {
		const answers = await responsesFor(page, path)
		const lead = await page
			.locator('main img')
			.first()
			.evaluate((image: HTMLImageElement) => new URL(image.currentSrc).pathname)
		const file = answers.filter((each) => each.path === lead)
		expect(file.length, `${lead} was not fetched`).toBe(1)
		within(file, BUDGET.leadPicture, 'the lead picture')
	})

	test(`${name} has no layout shifts @scripts`, async ({ page }) => {
		const session = await slowSession(page)
		await page.addInitScript(recordShifts)
		await page.goto(path)
		await page.waitForTimeout(SETTLED_MS)
		const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts)
		const total = shifts.reduce((sum, shift) => sum + shift.value, 0)
		expect(total, JSON.stringify(shifts)).toBeLessThanOrEqual(SHIFT_MAX)
		await session.detach()
	})

	test(`${name}: only its style sheet blocks rendering @scripts`, async ({ page }) => {
		await page.goto(path)
		const blocking = await page.evaluate(() =>
			(performance.getEntriesByType('resource') as BlockingEntry[])
				.filter((entry) => entry.renderBlockingStatus === 'blocking')
				.map((entry) => new URL(entry.name).pathname),
		)
		expect(blocking.filter((each) => !each.endsWith('.css'))).toEqual([])
		expect(blocking.length, blocking.join('\n')).toBeLessThanOrEqual(1)
	})
}

test('Save-Data loads fonts and photographs on request @scripts', async ({ page }) => {
	await page.setExtraHTTPHeaders({ 'Save-Data': 'on' })
	const answers = await responsesFor(page, '/news/seat-decided-by-lot')
	expect(answers.filter(({ kind, path }) => kind === 'Font' || path.startsWith('/media/'))).toEqual([])
	const link = page.getByRole('link', { name: /^Load the picture \(\d+ kB\)/ }).first()
	const href = (await link.getAttribute('href')) ?? ''
	const file = await page.request.get(href, { headers: { 'Save-Data': 'on' } })
	const named = Number(/\((\d+) kB\)/.exec((await link.textContent()) ?? '')?.[1])
	expect(Math.round((await file.body()).length / 1_000)).toBe(named)
	await link.click()
	const width = () =>
		page
			.locator('main img')
			.first()
			.evaluate((image: HTMLImageElement) => image.naturalWidth)
	await expect.poll(width).toBeGreaterThan(0)
	await page.setExtraHTTPHeaders({})
	await page.goto('/news/seat-decided-by-lot')
	await expect(link).toHaveCount(0)
})

test('a planted layout shift is recorded @scripts', async ({ page }) => {
	await page.addInitScript(recordShifts)
	await page.goto('/news/seat-decided-by-lot')
	// Shifts before the first frame are not visible.
	await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))))
	await page.evaluate(() => {
		const block = document.createElement('div')
		block.style.height = '300px'
		document.querySelector('main')?.prepend(block)
	})
	await expect
		.poll(() => page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts.length))
		.toBeGreaterThan(0)
})

type BlockingEntry = PerformanceResourceTiming & { renderBlockingStatus?: string }
type Shift = { value: number; label: string[] }

/** Runs in the page before its own scripts. */
function recordShifts(): void {
	type Entry = PerformanceEntry & {
		value: number
		sources: { node?: Node }[]
	}
	const shifts: Shift[] = []
	Object.assign(window, { shifts })
	new PerformanceObserver((list) => {
		// Entries with recent input count as well: a phone's emulated screen counts as input.
		for (const { value, sources } of list.getEntries() as Entry[])
			shifts.push({ value, label: sources.map(({ node }) => String(node?.nodeName)) })
	}).observe({ type: 'layout-shift', buffered: true })
}

/** All responses of the page with an empty cache, with their transferred bytes. */
async function responsesFor(page: Page, path: string): Promise<PageResponse[]> {
	await waitForRecompression(page, path)
	const session = await page.context().newCDPSession(page)
	await session.send('Network.enable')
	await session.send('Network.setCacheDisabled', { cacheDisabled: true })
	const started = new Map<string, Omit<PageResponse, 'bytes'>>()
	const answers: PageResponse[] = []
	session.on('Network.responseReceived', ({ requestId, response, type }) => {
		if (response.url.startsWith(address))
			started.set(requestId, { path: new URL(response.url).pathname, kind: type })
	})
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const answer = started.get(requestId)
		if (answer) answers.push({ ...answer, bytes: encodedDataLength })
	})
	await page.goto(path, { waitUntil: 'networkidle' })
	await session.detach()
	expect(answers.length, 'no response was measured').toBeGreaterThan(1)
	return answers
}

/** Waits until the page cache holds the page recompressed, as for all but its first readers. */
async function waitForRecompression(page: Page, path: string): Promise<void> {
	const sent = async (encoding: string) =>
		page.request.get(path, { headers: { 'Accept-Encoding': encoding } })
	// Both are requested again each time, because the page itself may change meanwhile, such as at an expiry.
	const excess = async () => {
		const smallest = await recompressPage(await compressPage(await (await sent('identity')).text()))
		return Number((await sent('br')).headers()['content-length']) - smallest.bodies.br.length
	}
	await expect.poll(excess, { timeout: 20_000 }).toBe(0)
}

async function slowSession(page: Page): Promise<CDPSession> {
	const session = await page.context().newCDPSession(page)
	await session.send('Network.enable')
	await session.send('Network.setCacheDisabled', { cacheDisabled: true })
	await session.send('Network.emulateNetworkConditions', SLOW)
	return session
}

function within(answers: PageResponse[], budget: number, label: string): void {
	const total = answers.reduce((sum, { bytes }) => sum + bytes, 0)
	expect(total, `${label}: ${total} bytes of ${budget}\n${listed(answers)}`).toBeLessThanOrEqual(budget)
}

/** A list of responses, the largest first. */
const listed = (answers: PageResponse[]): string =>
	[...answers]
		.sort((a, b) => b.bytes - a.bytes)
		.map(({ path, kind, bytes }) => `${String(bytes).padStart(8)}  ${kind}  ${path}`)
		.join('\n')
