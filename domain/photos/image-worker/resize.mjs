// @ts-check
import sharp from 'sharp'
import { isAnimatedPng } from './animated-png.mjs'
import { cropAround, dominantColour } from './crop.mjs'

/**
 * The largest press cameras take 102 megapixels. A JPEG is decoded at a quarter of its size (219 MB of memory
 * for 102 megapixels). Images that exceed the memory limit of the process (640 MB) are refused during decoding:
 * progressive JPEG of more than 80 megapixels without chroma subsampling, interlaced PNG of 16 bits.
 */
const PIXELS_MAX = 120_000_000
/** Pixels of the shorter side; smaller images are thumbnails, blurred when enlarged. */
const SIDE_MIN = 200
/** The limit of WebP. */
const SIDE_MAX = 16_383
/** From a phone's column to a wide screen's lead photograph, at twice the density; 720 is a phone of 360. */
const WIDTHS = [320, 480, 720, 960, 1280, 2048]
/** More pixels than screens show of one image; bounds the cost of a strip of 2,000 by 16,000. */
const ENCODED_PIXELS_MAX = 12_000_000
/** AVIF saves 40 % of bytes and takes twice as long as WebP and JPEG together: for phones only, and … */
const AVIF_WIDTH_MAX = 1280
/** … not for strips, which would take as long as ten images. */
const AVIF_PIXELS_MAX = 2_600_000

/** The lowest quality without visible loss; effort 4 saves 3 % and takes twice as long. */
const WEBP = { quality: 78, effort: 2 }
/** For browsers without AVIF and WebP; mozjpeg saves a tenth and takes eight times as long. */
const JPEG = { quality: 78, optimiseCoding: true, progressive: true }
/** Same visual quality as above; effort 2 saves 3 % and takes a third longer, 4 takes eight times as long. */
const AVIF = { quality: 50, effort: 1 }

/** Size of the sample for the dominant colour. */
const COLOUR_SAMPLE = { width: 64, height: 64, fit: /** @type {const} */ ('inside') }

// One thread per image, to leave processor time for requests.
sharp.concurrency(1)
// Blocks all loaders of libvips, also future ones; the allowed ones are unblocked next.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })

/** An unacceptable image; its message is shown to the editor, as the server rethrows it as a Refusal. */
export class ImageRejected extends Error {}
/** Memory ran out. */
export class ResourceLimitExceeded extends Error {}

/**
 * @typedef {{ width: number, height: number, widths: number[],
 *   exif?: Buffer, iptc?: Buffer, xmp?: Buffer }} Measured
 * @typedef {{ data: Buffer, info: { width: number, height: number, channels: 1 | 2 | 3 | 4 } }} Pixels
 * @typedef {{ width: number, height: number, name: string }} Thumb
 * @typedef {'avif' | 'webp' | 'jpg'} Format
 * @typedef {(name: string, bytes: Uint8Array) => Promise<void>} Put
 */

/**
 * Reads the header only, so that images over the limits are refused before decoding.
 *
 * @param {Uint8Array} bytes
 * @returns {Promise<Measured>}
 * @throws ImageRejected
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
 * The widths up to the original's; the original's own comes last if the next one would be too wide.
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
 * Decodes once, to the widest printed width, as input of all derivatives: upright, in sRGB, without metadata,
 * on white where the original is transparent.
 *
 * @param {Uint8Array} bytes
 * @param {number} width
 * @returns {Promise<Pixels>}
 * @throws ImageRejected for a damaged file, ResourceLimitExceeded
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
 * Reduces to eight bits a channel, keeping the profile, because sharp converts 16-bit RGB to Display P3 and
 * 16-bit grey not at all.
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
 * The AVIF widths: those for phones, all or none, so that every phone gets its own width.
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
 * Encodes the whole image in every width and format.
 *
 * @param {Pixels} widest
 * @param {number[]} widths
 * @param {Put} put
 * @returns {Promise<number[]>} the widths in AVIF
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
 * Encodes thumbnails of one ratio, cropped around the focal point, up to the original's size.
 *
 * @param {Pixels} widest
 * @param {Thumb[]} thumbs
 * @param {{ focalX: number, focalY: number }} focal
 * @param {Put} put
 * @returns {Promise<number[]>} the widths made
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

/** Decoded pixels fail to encode only when memory runs out. @returns {never} */
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
