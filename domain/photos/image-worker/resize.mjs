// @ts-check
import sharp from 'sharp'
import { isAnimatedPng } from './animated-png.mjs'
import { cropAround, dominantColour } from './crop.mjs'

/**
 * The largest press cameras take 102 megapixels. A JPEG is decoded at a quarter of its size (219 MB of
 * memory for 102 megapixels); what needs more than the process may have (640 MB) is refused at that point:
 * progressive JPEG of more than 80 megapixels without chroma subsampling, interlaced PNG of 16 bits.
 */
const PIXELS_MAX = 120_000_000
/** Narrower than this is a thumbnail, and would be printed as a blur. */
const SIDE_MIN = 200
/** WebP cannot hold a longer side. */
const SIDE_MAX = 16_383
/** From a phone’s column to a wide screen’s lead picture at twice the density; 720 is a phone of 360 at twice. */
const WIDTHS = [320, 480, 720, 960, 1280, 2048]
/** More than any screen shows of one picture; it also bounds what a strip of 2,000 by 16,000 may cost. */
const ENCODED_PIXELS_MAX = 12_000_000
/** AVIF saves 40 % and takes twice as long as all else together: it is for phones, whose lines are slow … */
const AVIF_WIDTH_MAX = 1280
/** … and for no strip, which would take as long as ten pictures. */
const AVIF_PIXELS_MAX = 2_600_000

/** Where WebP stops being told apart from the original; effort 4 saves 3 % and takes twice as long. */
const WEBP = { quality: 78, effort: 2 }
/** For the few that know neither of the others; mozjpeg saves a tenth and takes eight times as long. */
const JPEG = { quality: 78, optimiseCoding: true, progressive: true }
/** As good to the eye as the others; effort 2 saves 3 % and takes a third longer, 4 takes eight times as long. */
const AVIF = { quality: 50, effort: 1 }

/** Enough to find the colour of a picture by. */
const COLOUR_SAMPLE = { width: 64, height: 64, fit: /** @type {const} */ ('inside') }

// One thread for each picture, so that an upload never takes the processor from the readers.
sharp.concurrency(1)
// The list is of what may be decoded: every other loader of libvips is closed, also those it gains later.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })

/** A no to the person who brought the picture; the server's process makes a Refusal of it. */
export class ImageRejected extends Error {}
/** There was no more memory to be had. */
export class ResourceLimitExceeded extends Error {}

/**
 * @typedef {{ width: number, height: number, widths: number[], exif?: Buffer, iptc?: Buffer, xmp?: Buffer }} Measured
 * @typedef {{ data: Buffer, info: { width: number, height: number, channels: 1 | 2 | 3 | 4 } }} Pixels
 * @typedef {{ width: number, height: number, name: string }} Thumb
 * @typedef {'avif' | 'webp' | 'jpg'} Format
 * @typedef {(name: string, bytes: Uint8Array) => Promise<void>} Put
 */

/**
 * Reads the header only, so that a picture too large to decode is refused before it costs anything.
 *
 * @param {Uint8Array} bytes
 * @returns {Promise<Measured>}
 */
export async function measure(bytes) {
	const found = await sharp(bytes, { limitInputPixels: false }).metadata().catch(rejectBroken)
	const { width, height } = found.autoOrient
	if ((found.pages ?? 1) > 1 || isAnimatedPng(bytes))
		throw new ImageRejected(
			'This is a moving picture, and only stills are printed. Please save one frame of it as JPEG, PNG or WebP.',
		)
	if (Math.min(width, height) < SIDE_MIN)
		throw new ImageRejected(
			`This picture has ${width} × ${height} pixels; its shorter side needs at least ${SIDE_MIN}.`,
		)
	if (width * height > PIXELS_MAX || Math.max(width, height) > SIDE_MAX)
		throw new ImageRejected(
			`This picture has ${width} × ${height} pixels, more than we can print. Please export it smaller: up to ${PIXELS_MAX / 1_000_000} megapixels.`,
		)
	return {
		width,
		height,
		widths: widthsFor(width, height),
		exif: found.exif,
		iptc: found.iptc,
		xmp: found.xmp,
	}
}

/**
 * Every width the original can fill; if the next would be too wide, the original's own comes last.
 *
 * @param {number} width
 * @param {number} height
 */
export function widthsFor(width, height) {
	const filled = WIDTHS.filter((candidate) => candidate <= width)
	const covered = filled.length === WIDTHS.length || filled.includes(width)
	const [narrowest = width, ...wider] = covered ? filled : [...filled, width]
	const printable = wider.filter((each) => each * heightOf({ width, height }, each) <= ENCODED_PIXELS_MAX)
	return [narrowest, ...printable]
}

/**
 * Upright, in sRGB and free of metadata, on white where the original is transparent. Decoded once, to the
 * widest size that is printed; everything else is made from that.
 *
 * @param {Uint8Array} bytes
 * @param {number} width
 * @returns {Promise<Pixels>}
 */
export async function decode(bytes, width) {
	const { icc, depth, space } = await sharp(bytes, { limitInputPixels: PIXELS_MAX }).metadata()
	const deep = icc && depth === 'ushort' ? await eightBits(bytes, width, space).catch(rejectBroken) : null
	return sized(deep ?? bytes, width)
		.toColourspace('srgb')
		.removeAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true })
		.catch(rejectBroken)
}

/**
 * The same picture with eight bits a channel and its own profile. sharp converts 16-bit RGB to Display P3,
 * and 16-bit grey not at all.
 *
 * @param {Uint8Array} bytes
 * @param {number} width
 * @param {string} space
 */
function eightBits(bytes, width, space) {
	return sized(bytes, width)
		.keepIccProfile()
		.toColourspace(space === 'grey16' ? 'b-w' : 'srgb')
		.png({ compressionLevel: 0 })
		.toBuffer()
}

/**
 * @param {Uint8Array} bytes
 * @param {number} width
 */
const sized = (bytes, width) =>
	sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'error' })
		.autoOrient()
		.flatten({ background: 'white' })
		.resize({ width })

/**
 * The widths to make in AVIF: those a phone asks for, all or none, so that no phone is left with a blur.
 *
 * @param {{ width: number, height: number }} picture
 * @param {number[]} widths
 */
export function avifWidthsFor(picture, widths) {
	const wanted = widths.filter((width) => width <= AVIF_WIDTH_MAX)
	const widest = Math.max(...wanted)
	return widest * heightOf(picture, widest) <= AVIF_PIXELS_MAX ? wanted : []
}

/**
 * The whole picture in every width and format; says in which widths AVIF was made.
 *
 * @param {Pixels} widest
 * @param {number[]} widths
 * @param {Put} put
 */
export async function encodeWhole(widest, widths, put) {
	const avifWidths = avifWidthsFor(widest.info, widths)
	for (const width of widths) {
		const avif = avifWidths.includes(width)
		await encode(
			raw(widest).resize({ width }),
			String(width),
			avif ? ['avif', 'webp', 'jpg'] : ['webp', 'jpg'],
			put,
		)
	}
	return avifWidths
}

/**
 * Small pictures of one shape, cropped around the focal point; only such as the original can fill.
 *
 * @param {Pixels} widest
 * @param {Thumb[]} thumbs
 * @param {{ focalX: number, focalY: number }} focal
 * @param {Put} put
 */
export async function encodeThumbs(widest, thumbs, focal, put) {
	/** @type {number[]} */
	const made = []
	for (const { width, height, name } of thumbs) {
		const crop = cropAround(widest.info, width / height, focal)
		if (crop.width < width) continue
		await encode(raw(widest).extract(crop).resize({ width, height }), name, ['avif', 'webp', 'jpg'], put)
		made.push(width)
	}
	return made
}

/** @param {Pixels} widest */
export async function colourOf(widest) {
	return dominantColour(await raw(widest).resize(COLOUR_SAMPLE).raw().toBuffer())
}

/**
 * @param {import('sharp').Sharp} picture
 * @param {string} name
 * @param {Format[]} formats
 * @param {Put} put
 */
async function encode(picture, name, formats, put) {
	const encoders = {
		avif: async () => picture.clone().avif(AVIF).toBuffer(),
		webp: async () => picture.clone().webp(WEBP).toBuffer(),
		jpg: async () => picture.clone().jpeg(JPEG).toBuffer(),
	}
	for (const format of formats) {
		const bytes = await encoders[format]().catch(rejectCostly)
		await put(`${name}.${format}`, bytes)
	}
}

/** @param {Pixels} pixels */
const raw = ({ data, info }) => sharp(data, { raw: info })

/**
 * @param {{ width: number, height: number }} picture
 * @param {number} width
 */
const heightOf = (picture, width) => Math.round((picture.height * width) / picture.width)

/** Pixels that could be decoded can be encoded, unless memory runs out. @returns {never} */
function rejectCostly() {
	throw new ResourceLimitExceeded()
}

/** @param {Error} error @returns {never} */
function rejectBroken({ message }) {
	if (/memory|allocat/i.test(message)) throw new ResourceLimitExceeded()
	throw new ImageRejected(
		'This file could not be read to its end; it may be damaged. Please save it again and try once more.',
	)
}
