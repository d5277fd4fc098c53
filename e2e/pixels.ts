import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'

export type Pixels = { data: Buffer; width: number; height: number }

/** Margin in pixels, so that the background and a focus ring are included. */
const MARGIN = 8

type Area = { x: number; y: number; width: number; height: number }

/** The element's area on the whole page, with a margin. */
export const areaOf = (element: Locator): Promise<Area> =>
	element.evaluate((shown, around) => {
		const { left, top, right, bottom } = shown.getBoundingClientRect()
		const page = document.documentElement
		const x = Math.max(0, Math.floor(left + scrollX - around))
		const y = Math.max(0, Math.floor(top + scrollY - around))
		const width = Math.min(page.scrollWidth, Math.ceil(right + scrollX + around)) - x
		return { x, y, width, height: Math.min(page.scrollHeight, Math.ceil(bottom + scrollY + around)) - y }
	}, MARGIN)

/** A screenshot of the whole page or an area of it, without an alpha channel. */
export async function pixelsOf(page: Page, clip?: Area): Promise<Pixels> {
	const picture = await page.screenshot({ fullPage: true, clip, animations: 'disabled', caret: 'hide' })
	const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
	return { data, width: info.width, height: info.height }
}

export function crop(whole: Pixels, { x, y, width, height }: Area): Pixels {
	const rows = Array.from({ length: height }, (_, row) => {
		const start = 3 * ((y + row) * whole.width + x)
		return whole.data.subarray(start, start + 3 * width)
	})
	return { data: Buffer.concat(rows), width, height }
}

/** Colours with fewer pixels than this are antialiased edges. */
const PIXELS_MIN = 6

/** The WCAG contrast between the most frequent colour of an area and the colour with the highest contrast to it. */
export function contrastWithin({ data }: Pixels): number {
	const counts = new Map<number, number>()
	for (let at = 0; at < data.length; at += 3) {
		const colour = data.readUIntBE(at, 3)
		counts.set(colour, (counts.get(colour) ?? 0) + 1)
	}
	const colours = [...counts].filter(([, count]) => count >= PIXELS_MIN).sort(([, a], [, b]) => b - a)
	const [ground = 0] = colours[0] ?? []
	return Math.max(1, ...colours.map(([colour]) => contrast(ground, colour)))
}

/** The number of pixels that changed by at least this contrast. */
export function changedPixels(before: Pixels, after: Pixels, contrastMin: number): number {
	let changed = 0
	for (let at = 0; at < Math.min(before.data.length, after.data.length); at += 3)
		if (contrast(before.data.readUIntBE(at, 3), after.data.readUIntBE(at, 3)) >= contrastMin) changed += 1
	return changed
}

/** Contrast of two colours as 0xRRGGBB. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: number, other: number): number {
	const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
	return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: number): number {
	const [red = 0, green = 0, blue = 0] = [colour >> 16, (colour >> 8) & 255, colour & 255].map((channel) => {
		const share = channel / 255
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
	})
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
