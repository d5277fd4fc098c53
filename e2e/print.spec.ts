import type { Page } from '@playwright/test'
import { parseMarkdown } from '@/domain/body/markdown'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { type PrintedText, printedLetters, readSheets } from './pdf-text'
import { reader } from './support/stories'
import { expect, externalWriteNoticed, publish, test, viewerOf } from './support/test'

const PARAGRAPHS = 40
const COMMENT = 'Nobody prints this.'
const SENTENCE =
	'The ferry has carried us through every winter, and it should go on doing so, whatever it costs. '
/** The upper and lower margin of `@page` in app/reader.css, in points. */
const MARGIN = (18 / 25.4) * 72
/** Ascent and descent of letters as shares of their size. */
const ASCENT = 0.7
const DESCENT = 0.2

/** Opens a story of several sheets, with a comment. */
async function openLong(page: Page): Promise<void> {
	const paragraphs = Array.from({ length: PARAGRAPHS }, (_, number) => SENTENCE.repeat(1 + (number % 7)))
	const { slug, articleId } = await publish({ body: parseMarkdown(paragraphs.join('\n\n')) })
	const words = { body: COMMENT, parentId: null, name: 'Ada', email: 'ada.guest@example.org' }
	const { id } = await postComment(reader(), articleId, words)
	await moderateComment(await viewerOf('moderator'), id, 'approved')
	await externalWriteNoticed()
	await page.goto(`/news/${slug}`)
	await expect(page.locator('#comments article')).toHaveCount(1)
}

const isCut = (height: number, { baseline, size }: PrintedText): boolean =>
	baseline - ASCENT * size < MARGIN - 1 || baseline + DESCENT * size > height - MARGIN + 1

test('no page break cuts a line @scripts', async ({ page }) => {
	await openLong(page)
	await page.emulateMedia({ colorScheme: 'dark' })
	for (const format of ['A4', 'A5', 'Letter']) {
		const { count, height, texts } = readSheets(await page.pdf({ format, preferCSSPageSize: false }))
		expect(count).toBeGreaterThan(3)
		expect(new Set(texts.map(({ sheet }) => sheet)).size).toBe(count)
		expect(texts.filter((text) => isCut(height, text))).toEqual([])
	}
})

test('a planted unbreakable box is detected @scripts', async ({ page }) => {
	await openLong(page)
	await page.evaluate(() => {
		// The Content-Security-Policy allows rules added to an existing style sheet, and no new sheet.
		document.styleSheets[0]?.insertRule(
			'[data-part=body] { overflow: hidden; contain: size; block-size: 9000px }',
		)
	})
	const { height, texts } = readSheets(await page.pdf({ format: 'A5' }))
	expect(texts.filter((text) => isCut(height, text)).length).toBeGreaterThan(0)
})

test('the printed page is the article alone @scripts', async ({ page }) => {
	await openLong(page)
	const address = page.url()
	const time = (await page.locator('article time').first().textContent()) ?? ''
	const letters = printedLetters(await page.pdf({ format: 'A4' }))
	const printed = [
		'News',
		time,
		(await page.locator('h1').textContent()) ?? '',
		'By Mara Ellison',
		'Written for an end-to-end test.',
		(await page.locator('[data-part="body"] > p:not([dir])').allTextContents()).join(''),
		'Source Harbour office',
		address,
	]
	expect(letters.toLowerCase()).toBe(printed.join('').replace(/\s/g, '').toLowerCase())
})

test('pictures are printed with captions and credits @scripts', async ({ page }) => {
	await page.goto('/news/seat-decided-by-lot')
	const captions = await page.locator('main article figcaption').allTextContents()
	const letters = printedLetters(await page.pdf({ format: 'A4' }))
	expect(captions.length).toBeGreaterThan(0)
	for (const caption of captions.filter((each) => each.includes('©')))
		expect(letters).toContain(caption.replace(/\s/g, ''))
	for (const interfaceWords of [
		'Readingtime',
		'ReadTime',
		'Saveforlater',
		'Sharethisstory',
		'Previouspost',
		'Signin',
	])
		expect(letters).not.toContain(interfaceWords)
})
