/** Paths of photographs, and the limits shared by upload forms and the photo desk. */

import { waitWords } from './wait-words'

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoType = (typeof PHOTO_TYPES)[number]

/** Largest photograph in bytes: a JPEG of 45 megapixels at best quality, or of 100 at good quality. */
export const PHOTO_BYTES_MAX = 40 * 1024 * 1024

/** Seconds until a full spool of uploads is processed, at a few seconds each. */
export const UPLOADS_RETRY_SECONDS = 30
/** Refusal of an upload while the spool is full. */
export const UPLOADS_BUSY = `Many photographs are being uploaded at this moment, so this one was not taken. Please try again in ${waitWords(UPLOADS_RETRY_SECONDS)}.`

/** `© Susan Doe`, with one sign also if the credit contains it; empty without a credit. */
export function creditLine(credit: string): string {
	const name = credit.replace(/^\s*(?:(?:©|\(c\))\s*)+/i, '').trim()
	return name && `© ${name}`
}

export const PHOTO_FORMATS = ['avif', 'webp', 'jpg'] as const
export type PhotoFormat = (typeof PHOTO_FORMATS)[number]

/** Width to height of thumbnails, as in the style sheets. */
export const THUMB_RATIO = 3 / 2

/** Focal point in thousandths from the left and from the top. */
export type FocalPoint = { focalX: number; focalY: number }

export const photoPath = (hash: string, width: number, format: PhotoFormat): string =>
	`/media/${hash}/${width}.${format}`

/** File name of a thumbnail: contains the focal point of its crop, because files are immutable. */
export const thumbName = (width: number, { focalX, focalY }: FocalPoint): string =>
	`${width}x${Math.round(width / THUMB_RATIO)}-${focalX}-${focalY}`

export const thumbPath = (hash: string, width: number, focal: FocalPoint, format: PhotoFormat): string =>
	`/media/${hash}/${thumbName(width, focal)}.${format}`

/** The parsed name of a resized photo; names of originals do not match. */
export type Derivative = {
	name: string
	width: number
	/** Part of a thumbnail's name after its width, such as `x320-745-0`; empty for an uncropped photo. */
	crop: string
	format: PhotoFormat
}

const DERIVATIVE =
	/^([1-9]\d{1,4})((?:x[1-9]\d{1,4}-(?:0|[1-9]\d{0,3})-(?:0|[1-9]\d{0,3}))?)\.(avif|webp|jpg)$/
const HASH = /^[0-9a-f]{64}$/

export function parseDerivativeName(name: string): Derivative | null {
	const found = DERIVATIVE.exec(name)
	if (!found) return null
	const [, width, crop = '', format] = found
	return { name, width: Number(width), crop, format: format as PhotoFormat }
}

/** Parses `/media/<hash>/<name>`; null for other paths, including percent-encoded spellings. */
export function parsePhotoPath(path: string): (Derivative & { hash: string }) | null {
	const [root, media, hash = '', name = '', ...more] = path.split('/')
	if (root !== '' || media !== 'media' || more.length > 0 || !HASH.test(hash)) return null
	const derivative = parseDerivativeName(name)
	return derivative && { ...derivative, hash }
}
