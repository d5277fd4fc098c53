import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { storyFiles } from '@/demo/stories'
import { parseMarkdown } from '@/domain/body/markdown'
import { expect, publish, test } from './support/test'

const STORY = '/news/seat-decided-by-lot'
const PAGES = ['/', STORY]

/** The words of the served HTML, in order, without those of hidden elements. */
async function servedWords(page: Page, path: string): Promise<string[]> {
	const html = await (await page.request.get(path)).text()
	return page.evaluate((source) => {
		const parsed = new DOMParser().parseFromString(source, 'text/html')
		for (const hidden of parsed.querySelectorAll(
			'script, title, svg, [class*="trap"], [class*="unset"], textarea',
		))
			hidden.remove()
		const texts = parsed.createTreeWalker(parsed.body, NodeFilter.SHOW_TEXT)
		const words: string[] = []
		for (let text = texts.nextNode(); text; text = texts.nextNode())
			if (!text.parentElement?.closest('details')) words.push(...(text.textContent ?? '').split(/\s+/))
		return words.filter(Boolean)
	}, html)
}

for (const path of PAGES) {
	test(`${path}: the unscrolled innerText is complete @scripts`, async ({ page }) => {
		await page.goto(path)
		const shown = (await page.evaluate(() => document.body.innerText)).toLowerCase()
		const words = (await servedWords(page, path)).filter((word) => !shown.includes(word.toLowerCase()))
		expect(words).toEqual([])
		expect(shown).not.toMatch(/^\s*[,.;·]\s*$/m)
	})

	test(`${path}: a full-page screenshot is complete @scripts`, async ({ page }) => {
		await page.goto(path)
		await page.waitForLoadState('networkidle')
		expect(await longestEmptyRun(await page.screenshot({ fullPage: true }))).toBeLessThanOrEqual(EMPTY_MAX)
	})

	test(`${path}: the unscrolled accessibility tree is complete @scripts`, async ({ page }) => {
		await page.goto(path)
		const session = await page.context().newCDPSession(page)
		const { nodes } = await session.send('Accessibility.getFullAXTree')
		const unnamed = nodes.filter(
			({ ignored, role, name }) =>
				!ignored && /^(heading|button|radio|textbox|link|image)$/.test(role?.value) && !name?.value,
		)
		expect(unnamed).toEqual([])
		const names = nodes.filter(({ role }) => role?.value === 'heading').map(({ name }) => name?.value)
		expect(names.length).toBe(await page.locator('h1, h2, h3, h4').count())
	})
}

/** Limit of consecutive blank rows, above those of any layout, in pixels. */
const EMPTY_MAX = 160

/** The largest number of consecutive rows of a single colour. */
async function longestEmptyRun(picture: Buffer): Promise<number> {
	const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true })
	let longest = 0
	let run = 0
	for (let row = 0; row < info.height; row += 1) {
		const pixels = data.subarray(row * info.width * info.channels, (row + 1) * info.width * info.channels)
		run = pixels.every((value) => value === pixels[0]) ? run + 1 : 0
		longest = Math.max(longest, run)
	}
	return longest
}

test('print is black on white @scripts', async ({ page }) => {
	for (const theme of ['', 'dark']) {
		await page.goto(STORY)
		await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
		await page.evaluate((chosen) => {
			if (chosen) document.documentElement.dataset.theme = chosen
		}, theme)
		const { paper, pale } = await page.evaluate(printedColours)
		expect(paper).toBe('rgb(255, 255, 255)')
		expect(pale).toEqual([])
	}
})

/** Runs in the page: its background, and all text lighter than a dark grey. */
function printedColours(): { paper: string; pale: string[] } {
	const pale: string[] = []
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
	for (let text = texts.nextNode(); text; text = texts.nextNode()) {
		const element = text.parentElement
		if (!text.textContent?.trim() || !element?.checkVisibility()) continue
		const { color } = getComputedStyle(element)
		const channels =
			color
				.match(/[\d.]+/g)
				?.slice(0, 3)
				.map(Number) ?? []
		if (channels.some((value) => value > 90)) pale.push(`${color}: ${text.textContent.slice(0, 40)}`)
	}
	return { paper: getComputedStyle(document.documentElement).backgroundColor, pale }
}

test('print has neither comments nor forms @scripts', async ({ page }) => {
	await page.goto(STORY)
	await page.emulateMedia({ media: 'print' })
	const shown = await page.evaluate(() => document.body.innerText)
	expect(shown).toContain('©')
	expect(shown).not.toMatch(/Average Rating|How does this story leave you|Your comment|Advertisement|Sign in/)
	for (const control of await page.locator('button, input:not([type="hidden"]), textarea').all())
		await expect(control).toBeHidden()
	await expect(page.locator('#comments')).toBeHidden()
	const addresses = await page
		.locator('a[href^="http"]')
		.evaluateAll((links) => links.map((link) => getComputedStyle(link, '::after').content))
	expect(addresses.length).toBeGreaterThan(0)
	for (const address of addresses) expect(address).toContain('http')
})

const READABILITY = readFileSync(
	createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'),
	'utf8',
)

type Reading = { title: string; byline: string; publishedTime: string; content: string; textContent: string }

const DEMO_STORIES = storyFiles().map((path) => `/news/${basename(path, '.md')}`)

test('reader mode keeps whole stories @scripts', async ({ page }) => {
	expect(DEMO_STORIES.length).toBeGreaterThan(15)
	const found: string[] = []
	for (const path of DEMO_STORIES) {
		await page.goto(path)
		await page.evaluate(READABILITY)
		found.push(...(await page.evaluate(readerMode)).map((fault) => `${path}: ${fault}`))
	}
	expect(found).toEqual([])
})

test('reader mode omits moods and ratings @scripts', async ({ page }) => {
	const { slug } = await publish({ standfirst: '', body: parseMarkdown('The bridge opened at noon.') })
	await page.goto(`/news/${slug}`)
	await page.evaluate(READABILITY)
	const faults = await page.evaluate(readerMode)
	expect(faults).toEqual([])
})

/** Runs in the page: parts of the story that reader mode loses, and parts that it adds. */
function readerMode(): string[] {
	const { Readability } = window as unknown as {
		Readability: new (document: Document) => { parse: () => Reading | null }
	}
	const reading = new Readability(document.cloneNode(true) as Document).parse()
	if (!reading) return ['no article was found']
	const text = reading.textContent.replace(/\s+/g, ' ')
	const story = document.querySelector('main > article > div:has(h1)')
	const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[property="${name}"]`)?.content
	const faults: string[] = []
	const check = (isRight: boolean | undefined, fault: string) => {
		if (!isRight) faults.push(fault)
	}
	check(reading.title === document.querySelector('h1')?.textContent, `title ${reading.title}`)
	for (const author of document.querySelectorAll('h1 ~ footer [rel="author"]'))
		check(reading.byline.includes(author.textContent ?? ''), `byline ${reading.byline}`)
	check(reading.publishedTime === meta('article:published_time'), `date ${reading.publishedTime}`)
	for (const image of story?.querySelectorAll('img') ?? [])
		check(reading.content.includes(image.getAttribute('src') ?? ''), `without ${image.src}`)
	for (const part of story?.querySelectorAll(':scope > p, :scope > h2, figcaption, blockquote, li') ?? [])
		check(text.includes((part.textContent ?? '').replace(/\s+/g, ' ').trim()), `without ${part.textContent}`)
	for (const other of ['About Post Author', 'Average Rating', 'How does this', 'Share this', 'Read Time'])
		check(!text.includes(other), `with ${other}`)
	return faults
}
