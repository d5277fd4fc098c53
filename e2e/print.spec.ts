import type { Page } from '@playwright/test'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { type PrintedText, readSheets } from './pdf-text'
import { reader } from './support/stories'
import { expect, externalWriteNoticed, publish, test, viewerOf } from './support/test'

const COMMENTS = 16
const SENTENCE =
	'The ferry has carried us through every winter, and it should go on doing so, whatever it costs. '
/** The upper and lower margin of `@page` in app/reader.css, in points. */
const MARGIN = (18 / 25.4) * 72
/** Ascent and descent of letters as shares of their size. */
const ASCENT = 0.7
const DESCENT = 0.2

/** Opens a story with short comments, comments longer than a sheet, and replies. */
async function openDiscussed(page: Page): Promise<void> {
	const moderator = await viewerOf('moderator')
	const { slug, articleId } = await publish({})
	let parentId: number | null = null
	for (let number = 0; number < COMMENTS; number += 1) {
		const body = SENTENCE.repeat(number % 5 === 4 ? 50 : 3 + 2 * number)
		const words = { body, parentId, name: `Reader ${number}`, email: 'ada.guest@example.org' }
		const { id } = await postComment(reader(), articleId, words)
		await moderateComment(moderator, id, 'approved')
		parentId = number % 3 === 0 ? id : null
	}
	await externalWriteNoticed()
	await page.goto(`/news/${slug}`)
	await expect(page.locator('#comments article')).toHaveCount(COMMENTS)
}

const isCut = (height: number, { baseline, size }: PrintedText): boolean =>
	baseline - ASCENT * size < MARGIN - 1 || baseline + DESCENT * size > height - MARGIN + 1

test('no page break cuts a line @scripts', async ({ page }) => {
	await openDiscussed(page)
	await page.emulateMedia({ colorScheme: 'dark' })
	for (const format of ['A4', 'A5', 'Letter']) {
		const { count, height, texts } = readSheets(await page.pdf({ format, preferCSSPageSize: false }))
		expect(count).toBeGreaterThan(3)
		expect(new Set(texts.map(({ sheet }) => sheet)).size).toBe(count)
		expect(texts.filter((text) => isCut(height, text))).toEqual([])
	}
})

test('a planted unbreakable box is detected @scripts', async ({ page }) => {
	await openDiscussed(page)
	await page.evaluate(() => {
		// The Content-Security-Policy allows rules added to an existing style sheet, and no new sheet.
		document.styleSheets[0]?.insertRule(
			'#comments article { overflow: hidden; contain: size; block-size: 9000px }',
		)
	})
	const { height, texts } = readSheets(await page.pdf({ format: 'A5' }))
	expect(texts.filter((text) => isCut(height, text)).length).toBeGreaterThan(0)
})
