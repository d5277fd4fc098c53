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
/** How far letters rise above their baseline and hang below it, as shares of their size. */
const RISE = 0.7
const HANG = 0.2

/** A story with approved comments of a few lines and of more than a sheet, and answers to them. */
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
	baseline - RISE * size < MARGIN - 1 || baseline + HANG * size > height - MARGIN + 1

test('no line is cut across two printed sheets @scripts', async ({ page }) => {
	await openDiscussed(page)
	await page.emulateMedia({ colorScheme: 'dark' })
	for (const format of ['A4', 'A5', 'Letter']) {
		const { count, height, texts } = readSheets(await page.pdf({ format, preferCSSPageSize: false }))
		expect(count).toBeGreaterThan(3)
		expect(new Set(texts.map(({ sheet }) => sheet)).size).toBe(count)
		expect(texts.filter((text) => isCut(height, text))).toEqual([])
	}
})

test('a planted box that cannot be broken across sheets is found @scripts', async ({ page }) => {
	await openDiscussed(page)
	await page.evaluate(() => {
		// Past the policy for styles, as only a change of a sheet that is here already is.
		document.styleSheets[0]?.insertRule(
			'#comments article { overflow: hidden; contain: size; block-size: 9000px }',
		)
	})
	const { height, texts } = readSheets(await page.pdf({ format: 'A5' }))
	expect(texts.filter((text) => isCut(height, text)).length).toBeGreaterThan(0)
})
