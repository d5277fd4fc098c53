import { type AddressInfo, connect, createServer } from 'node:net'
import { chromium, type Page } from 'playwright'
import { slugAt } from '@/e2e/support/generate-data'
import { APPEARANCE_COOKIE } from '@/lib/cookies'
import { requireBrowser } from '../browser.mjs'

/** The GET requests that a browser sent during one phase, in order, and the number of pages among them. */
export type Recording = { phase: Phase; requests: string[]; views: number; posts: number }

/**
 * `first`: front page and article with an empty cache. `later`: more articles, and pages revalidated, with the
 * scripts' cookie. `chosen`: the same with a chosen appearance. `voter`: the same after a vote.
 */
export const PHASES = ['first', 'later', 'chosen', 'voter'] as const
export type Phase = (typeof PHASES)[number]

export const CHOSEN_APPEARANCE = `${APPEARANCE_COOKIE}=dark.large`
/** Time after which the cookie of a recent write has expired. */
const AFTER_WRITE_MS = 2_500
const SCROLL_STEP_PX = 500

/** Records what Chromium sends while a reader reads the site, with `host` in place of the recording proxy's. */
export async function recordBrowser(url: string): Promise<Recording[]> {
	const recordings: Recording[] = []
	let current: Recording | null = null
	const proxy = await startRecordingProxy(url, (request) => {
		if (!current) return
		if (!request.startsWith('GET ')) current.posts += 1
		else current.requests.push(request)
		if (/^GET .*\r\n(.*\r\n)*?Sec-Fetch-Dest: document\r\n/i.test(request)) current.views += 1
	})
	const browser = await chromium.launch({ executablePath: requireBrowser(), args: ['--no-sandbox'] })
	try {
		const page = await browser.newPage()
		const address = proxy.url
		const visit = async (phase: Phase, steps: () => Promise<void>) => {
			current = { phase, requests: [], views: 0, posts: 0 }
			recordings.push(current)
			await steps()
			current = null
		}
		await visit('first', async () => {
			await read(page, () => page.goto(address))
			await read(page, () => follow(page, slugAt(1)))
		})
		await visit('later', () => readOn(page, address, [2, 3, 4]))
		await page.context().addCookies([cookieOf(CHOSEN_APPEARANCE, address)])
		await visit('chosen', () => readOn(page, address, [2, 3, 4]))
		await page.context().clearCookies({ name: APPEARANCE_COOKIE })
		await read(page, () => page.goto(`${address}/news/${slugAt(1)}`))
		await page.locator('#moods [data-mood]').first().click()
		await page.waitForLoadState('networkidle')
		await new Promise((resolve) => setTimeout(resolve, AFTER_WRITE_MS))
		await visit('voter', () => readOn(page, address, [2, 3, 4]))
		return recordings
	} finally {
		await browser.close()
		await proxy.close()
	}
}

/** Front page, an article by its link, the others by their addresses, and the first of them once more. */
async function readOn(page: Page, address: string, [first = 0, ...others]: number[]): Promise<void> {
	await read(page, () => page.goto(address))
	await read(page, () => follow(page, slugAt(first)))
	for (const number of [...others, first])
		await read(page, () => page.goto(`${address}/news/${slugAt(number)}`))
}

const follow = (page: Page, slug: string): Promise<void> =>
	page.locator(`a[href="/news/${slug}"]`).first().click()

/** Loads a page and scrolls to its end, so that all photographs load. */
async function read(page: Page, load: () => Promise<unknown>): Promise<void> {
	await load()
	await page.waitForLoadState('networkidle')
	await page.evaluate(async (step) => {
		for (let top = 0; top < document.body.scrollHeight; top += step) {
			scrollTo(0, top)
			await new Promise((resolve) => setTimeout(resolve, 30))
		}
	}, SCROLL_STEP_PX)
	await page.waitForLoadState('networkidle')
}

function cookieOf(pair: string, url: string) {
	const [name = '', value = ''] = pair.split('=')
	return { name, value, url }
}

/** Forwards connections to the server, and reports each request as the text that a client would send to it. */
async function startRecordingProxy(url: string, record: (request: string) => void) {
	const { port, hostname, host } = new URL(url)
	const proxy = createServer((client) => {
		const upstream = connect(Number(port), hostname).setNoDelay(true)
		client.setNoDelay(true)
		client.on('data', (chunk) => {
			const text = chunk.toString('latin1').replaceAll(`127.0.0.1:${portOf()}`, host)
			if (/^[A-Z]+ \/\S* HTTP\/1\.1\r\n/.test(text)) record(text)
			upstream.write(chunk)
		})
		upstream.pipe(client)
		client.on('close', () => upstream.destroy()).on('error', () => {})
		upstream.on('close', () => client.destroy()).on('error', () => {})
	})
	const portOf = () => (proxy.address() as AddressInfo).port
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
	return {
		url: `http://127.0.0.1:${portOf()}`,
		close: () => new Promise<void>((resolve) => proxy.close(() => resolve())),
	}
}
