// @ts-check
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { cropAround } from './crop.mjs'

/** Link previews of all services show this size whole. */
const [WIDTH, HEIGHT] = [1200, 630]
const MARGIN = 60
/** Width of the photograph, which stands beside the text. */
const PHOTO_WIDTH = 500
const GAP = 24
const JPEG = { quality: 84, optimiseCoding: true, progressive: true }
/** Sizes of the headline in pixels, of which the largest that fits is taken. */
const HEADLINE_SIZES = [84, 72, 62, 54, 46, 38, 32]
const SMALL = { section: 30, age: 26, site: 32, credit: 22 }
/** Pixels around a text on a plate. */
const PLATE = { top: 10, bottom: 10, left: 16, right: 16 }
/** Height of a row of a small text: one line, or two of the smallest. */
const ROW = 64
const GREY = '#5a5f66'
/** Length of a headline that does not fit in the smallest size, cut again and again. */
const CUT = 0.85

/**
 * @typedef {import('../process-image').ShareJob} Job
 * @typedef {{ input: Buffer, width: number, height: number }} Drawn
 */

/**
 * Draws the picture of link previews of a story. Without a font for a character of its headline it is the photograph
 * alone; other such texts are left out.
 *
 * @param {Job} job
 * @returns {Promise<{ jpeg: Uint8Array }>}
 */
export async function drawShare({ share, photo }) {
	const fonts = await coveredCharacters()
	const isTold = isCovered(share.headline, fonts)
	const picture = photo && (await cropped(photo, isTold ? PHOTO_WIDTH : WIDTH))
	if (picture && !isTold) return { jpeg: await sharp(picture).jpeg(JPEG).toBuffer() }
	const panel = WIDTH - (picture ? PHOTO_WIDTH : 0)
	const texts = await drawTexts(share, fonts, panel - 2 * MARGIN)
	const start = picture && share.direction === 'rtl' ? PHOTO_WIDTH : 0
	const left = (/** @type {Drawn} */ { width }) =>
		start + (share.direction === 'rtl' ? panel - MARGIN - width : MARGIN)
	const layers = texts.map(({ drawn, top }) => ({ input: drawn.input, left: left(drawn), top }))
	const bar = {
		create: { width: panel, height: 16, channels: /** @type {3} */ (3), background: share.accent },
	}
	const jpeg = await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: share.paper } })
		.composite([
			...(picture ? [{ input: picture, left: share.direction === 'rtl' ? 0 : panel, top: 0 }] : []),
			{ input: bar, left: start, top: 0 },
			...layers,
		])
		.jpeg(JPEG)
		.toBuffer()
	return { jpeg }
}

/**
 * The photograph cropped around its focal point, at the whole height; null without its file.
 *
 * @param {NonNullable<Job['photo']>} photo
 * @param {number} wide
 */
async function cropped({ file, focal }, wide) {
	const bytes = await readFile(file).catch(() => null)
	if (!bytes) return null
	const { width, height } = await sharp(bytes).metadata()
	const crop = cropAround({ width, height }, wide / HEIGHT, focal)
	return sharp(bytes).extract(crop).resize({ width: wide, height: HEIGHT }).png().toBuffer()
}

/**
 * The texts from the top, and those of the foot from below; the headline takes the room between.
 *
 * @param {Job['share']} share
 * @param {Ranges} fonts
 * @param {number} width
 * @returns {Promise<{ drawn: Drawn, top: number }[]>}
 */
async function drawTexts(share, fonts, width) {
	const { accent, accentInk, ink, language } = share
	const draw = async (
		/** @type {string | null} */ text,
		/** @type {readonly number[]} */ sizes,
		/** @type {Style & { height: number }} */ style,
	) => (text && isCovered(text, fonts) ? fitted(text, sizes, { language, width, ...style }) : null)
	/** @type {{ drawn: Drawn, top: number }[]} */
	const placed = []
	let top = MARGIN
	for (const [text, size, style] of /** @type {const} */ ([
		[share.age, SMALL.age, { colour: accentInk, plate: accent }],
		[share.section, SMALL.section, { colour: accent }],
	])) {
		const drawn = await draw(text, [size], { ...style, family: 'sans', bold: true, height: ROW })
		if (!drawn) continue
		placed.push({ drawn, top })
		top += drawn.height + GAP
	}
	let foot = HEIGHT - MARGIN
	for (const [text, size, style] of /** @type {const} */ ([
		[share.credit, SMALL.credit, { colour: GREY, family: 'sans' }],
		[share.siteName, SMALL.site, { colour: ink, family: 'serif', bold: true }],
	])) {
		const drawn = await draw(text, [size], { ...style, height: ROW })
		if (!drawn) continue
		foot -= drawn.height
		placed.push({ drawn, top: foot })
		foot -= GAP / 2
	}
	const height = foot - top - GAP
	const drawn = await draw(share.headline, HEADLINE_SIZES, {
		colour: ink,
		family: 'serif',
		bold: true,
		height,
	})
	if (drawn) placed.push({ drawn, top: top + Math.round((height - drawn.height) / 2) })
	return placed
}

/**
 * The text in the first size that fits, else its beginning in the last size; null without room for it.
 *
 * @param {string} text
 * @param {readonly number[]} sizes
 * @param {Style & { language: string, width: number, height: number }} style
 * @returns {Promise<Drawn | null>}
 */
async function fitted(text, sizes, style) {
	const drawnAt = (/** @type {string} */ part, /** @type {number} */ size) =>
		drawText(part, { ...style, size })
	const fits = (/** @type {Drawn} */ { width, height }) => height <= style.height && width <= style.width
	for (const size of sizes) {
		const drawn = await drawnAt(text, size)
		if (fits(drawn)) return drawn
	}
	const graphemes = [...new Intl.Segmenter(style.language, { granularity: 'grapheme' }).segment(text)]
	for (let kept = graphemes.length * CUT; kept >= 1; kept *= CUT) {
		const part = text.slice(0, graphemes[Math.floor(kept)]?.index).replace(/[\s…]+$/u, '')
		const drawn = await drawnAt(`${part}…`, sizes.at(-1) ?? 0)
		if (fits(drawn)) return drawn
	}
	return null
}

/** @typedef {{ colour: string, family: 'sans' | 'serif', bold?: boolean, plate?: string }} Style */

/**
 * Shapes and wraps a text by Pango.
 *
 * @param {string} text
 * @param {Style & { size: number, language: string, width: number }} style
 * @returns {Promise<Drawn>}
 */
async function drawText(text, { size, colour, family, bold = false, plate, language, width }) {
	const escaped = withBreaks(text, language).replace(/[<>&'"\p{Cc}]/gu, (char) =>
		/\p{Cc}/u.test(char) ? ' ' : `&#${char.charCodeAt(0)};`,
	)
	const attributes = `foreground="${colour}" lang="${language}"${bold ? ' weight="bold"' : ''}`
	const drawn = sharp({
		text: {
			text: `<span ${attributes}>${escaped}</span>`,
			font: `${family} ${size}`,
			width: plate ? width - PLATE.left - PLATE.right : width,
			dpi: 72,
			rgba: true,
			wrap: 'word-char',
		},
	})
	if (plate) drawn.flatten({ background: plate }).extend({ ...PLATE, background: plate })
	const { data, info } = await drawn.png().toBuffer({ resolveWithObject: true })
	return { input: data, width: info.width, height: info.height }
}

/** Scripts without spaces whose words only a dictionary knows, which Pango lacks. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * @param {string} text
 * @param {string} language
 */
function withBreaks(text, language) {
	if (!UNSPACED.test(text)) return text
	const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
	return words.map(({ segment }) => segment).join('\u200b')
}

/** @typedef {[from: number, to: number][]} Ranges */

/**
 * Characters of all fonts of the machine, by fontconfig; none without fontconfig.
 *
 * @returns {Promise<Ranges>}
 */
async function coveredCharacters() {
	const { stdout } = await promisify(execFile)('/usr/bin/fc-list', ['--format', '%{charset} ']).catch(() => ({
		stdout: '',
	}))
	return stdout
		.trim()
		.split(/\s+/)
		.filter(Boolean)
		.map((range) => {
			const [from = '', to = from] = range.split('-')
			return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
		})
}

/**
 * @param {string} text
 * @param {Ranges} fonts
 */
function isCovered(text, fonts) {
	return [...new Set(text)].every((char) => {
		const code = char.codePointAt(0) ?? 0
		return /[\s\p{Cc}\p{Cf}]/u.test(char) || fonts.some(([from, to]) => from <= code && code <= to)
	})
}
