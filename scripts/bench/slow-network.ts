import { chromium } from 'playwright'
import { slugAt } from '@/e2e/support/generate-data'
import { requireBrowser } from '../browser.mjs'
import type { BenchConfig } from './config'
import { figure, type Result, ratio } from './format'

/** An old phone at the edge of a village: 250 kbit/s, and 300 ms to the server and back. */
const LINE = { offline: false, latency: 300, downloadThroughput: 250_000 / 8, uploadThroughput: 250_000 / 8 }
const READABLE_WITHIN_MS = 5_000

/** When the words of an article can be read on a slow line by somebody who comes for the first time. */
export async function slowNetwork({ server }: BenchConfig): Promise<Result[]> {
	const browser = await chromium.launch({ executablePath: requireBrowser(), args: ['--no-sandbox'] })
	try {
		const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
		const session = await page.context().newCDPSession(page)
		await session.send('Network.enable')
		await session.send('Network.emulateNetworkConditions', LINE)
		await page.goto(`${server.url}/news/${slugAt(1)}`, { waitUntil: 'domcontentloaded' })
		await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
		const readableMs = await page.evaluate(
			() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
		)
		return [
			{
				work: 'words of an article on 2G (250 kbit/s, 300 ms), first visit',
				result: `${figure(readableMs)} ms`,
				against: `wanted: ${figure(READABLE_WITHIN_MS)} ms`,
				ratio: ratio(readableMs, READABLE_WITHIN_MS),
				target: '<= 1×',
			},
		]
	} finally {
		await browser.close()
	}
}
