import { mkdirSync, writeFileSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { foundBrowser } from '@/scripts/browser.mjs'
import { encode } from './encode'
import { signInAsOwner, startDemo } from './site'
import { PICTURES, writeChart } from './write-chart'
import { writeStory } from './write-story'

type Picture = {
	name: string
	/** Limit of the file; a README loads all pictures at once. */
	bytesMax: number
	context: BrowserContextOptions
	open: (page: Page) => Promise<void>
	/** Selectors of the first and the last element shown; without them the picture shows the window. */
	from?: string
	to?: string
}

const STORY = '/news/night-ferry-returns'
/** Space above the first and below the last element, in pixels. */
const MARGIN = 32

const site = await startDemo()
try {
	await takeAll(pictures(await signInAsOwner(site)))
	writeChart()
} finally {
	await site.close()
}

function pictures(session: { name: string; value: string }): Picture[] {
	return [
		{
			name: 'front-page',
			bytesMax: 88_000,
			context: { viewport: { width: 1280, height: 1000 } },
			open: (page) => visit(page, '/'),
			to: 'main article',
		},
		{
			name: 'article',
			bytesMax: 54_000,
			context: { viewport: { width: 672, height: 1000 }, deviceScaleFactor: 1.25 },
			open: voteAndRate,
			from: '[aria-labelledby=about-author]',
			to: '#rating',
		},
		{
			name: 'phone',
			bytesMax: 62_000,
			context: { viewport: { width: 390, height: 812 }, deviceScaleFactor: 1.5, colorScheme: 'dark' },
			open: (page) => visit(page, STORY),
		},
		{
			name: 'desk',
			bytesMax: 54_000,
			context: { viewport: { width: 1280, height: 1024 } },
			async open(page) {
				await page.context().addCookies([{ ...session, url: site.url }])
				await visit(page, '/desk/stories/new')
				await writeStory(page)
			},
		},
	]
}

async function visit(page: Page, path: string): Promise<void> {
	await page.goto(site.url + path)
}

/** Votes for a mood, rates with five stars, and loads the page with both. */
async function voteAndRate(page: Page): Promise<void> {
	await visit(page, STORY)
	await page.getByRole('button', { name: /^Excited/ }).click()
	await page.locator('#moods [aria-pressed=true]').waitFor()
	await page.locator('#rating label').last().click()
	await page.getByRole('button', { name: 'Rate' }).click()
	await page.locator('#rating [data-part=withdraw]').waitFor()
	await visit(page, STORY)
	// The page is the shared one, into which the script writes the reader's votes.
	await page.locator('#moods [aria-pressed=true]').waitFor()
	await page.locator('#rating [data-part=withdraw]').waitFor()
	await page.mouse.move(0, 0)
}

async function takeAll(pictures: Picture[]): Promise<void> {
	const browser = await chromium.launch({ executablePath: foundBrowser(), args: ['--no-sandbox'] })
	try {
		mkdirSync(PICTURES, { recursive: true })
		for (const picture of pictures) {
			const path = `${PICTURES}/${picture.name}.webp`
			const file = await encode(await take(browser, picture), picture.bytesMax)
			writeFileSync(path, file)
			console.log(`${path}: ${Math.ceil(file.length / 1000)} kB`)
		}
	} finally {
		await browser.close()
	}
}

async function take(browser: Browser, { context, open, from, to }: Picture): Promise<Buffer> {
	const window = await browser.newContext({
		colorScheme: 'light',
		reducedMotion: 'reduce',
		locale: 'en-GB',
		timezoneId: 'UTC',
		...context,
	})
	const page = await window.newPage()
	await open(page)
	const top = from ? (await boxOf(page, from)).top - MARGIN : 0
	const height = to ? (await boxOf(page, to)).bottom + MARGIN - top : undefined
	await loadImages(page)
	const png = await page.screenshot({
		animations: 'disabled',
		...(height && { fullPage: true, clip: { x: 0, y: top, width: page.viewportSize()?.width ?? 0, height } }),
	})
	await window.close()
	return png
}

/** Top and bottom of the first element, in pixels from the top of the page. */
async function boxOf(page: Page, selector: string): Promise<{ top: number; bottom: number }> {
	const element = page.locator(selector).first()
	await element.scrollIntoViewIfNeeded()
	return element.evaluate((node) => {
		const { top, bottom } = node.getBoundingClientRect()
		return { top: top + scrollY, bottom: bottom + scrollY }
	})
}

/**
 * Waits for fonts and for visible images; those in a closed `details` are left out. A lazy image that is scrolled out of
 * its box would never load, and its `decode()` never end.
 */
async function loadImages(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await document.fonts.ready
		const shown = [...document.images].filter(
			(image) => image.checkVisibility() && image.getBoundingClientRect().top < innerHeight,
		)
		for (const image of shown) image.loading = 'eager'
		await Promise.all(shown.map((image) => image.decode().catch(() => {})))
	})
}
