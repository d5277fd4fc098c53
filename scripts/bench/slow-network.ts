import { chromium } from 'playwright'
import { slugAt } from '@/e2e/support/generate-data'
import { requireBrowser } from '../browser.mjs'
import type { BenchConfig } from './config'
import { figure, type Result } from './format'

/** 2G: 250 kbit/s in both directions, and a round-trip time of 300 ms. */
const NETWORK = {
	offline: false,
	latency: 300,
	downloadThroughput: 250_000 / 8,
	uploadThroughput: 250_000 / 8,
}
const FIRST_PAINT_MAX_MS = 5_000

/** Time to first contentful paint of an article on 2G, with an empty cache. */
export async function slowNetwork({ server }: BenchConfig): Promise<Result[]> {
	const browser = await chromium.launch({ executablePath: requireBrowser(), args: ['--no-sandbox'] })
	try {
		const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
		const session = await page.context().newCDPSession(page)
		await session.send('Network.enable')
		await session.send('Network.emulateNetworkConditions', NETWORK)
		await page.goto(`${server.url}/news/${slugAt(1)}`, { waitUntil: 'domcontentloaded' })
		await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
		const firstPaintMs = await page.evaluate(
			() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
		)
		return [
			{
				measurement: 'first contentful paint of an article on 2G (250 kbit/s, 300 ms), empty cache',
				result: `${figure(firstPaintMs)} ms`,
				baseline: '',
				ratio: '',
				target: `<= ${figure(FIRST_PAINT_MAX_MS)} ms`,
				met: firstPaintMs <= FIRST_PAINT_MAX_MS,
			},
		]
	} finally {
		await browser.close()
	}
}
