/** The photographs' addresses and the limits an upload form and the photo desk share. */

import { waitWords } from './wait-words'

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoType = (typeof PHOTO_TYPES)[number]

/** A JPEG of 45 megapixels at its camera's best quality, or of 100 at a good one. */
export const PHOTO_BYTES_MAX = 40 * 1024 * 1024

/** A full spool of uploads is worked off by then, at a few seconds each. */
export const UPLOADS_RETRY_SECONDS = 30
/** The answer to an upload that finds no room to wait in. */
export const UPLOADS_BUSY = `Many photographs are being uploaded at this moment, so this one was not taken. Please try again in ${waitWords(UPLOADS_RETRY_SECONDS)}.`

/** `© Susan Doe`; empty without a credit. A credit may bring its own sign, and one is enough. */
export function creditLine(credit: string): string {
	const name = credit.replace(/^\s*(?:(?:©|\(c\))\s*)+/i, '').trim()
	return name && `© ${name}`
}

export const PHOTO_FORMATS = ['avif', 'webp', 'jpg'] as const
export type PhotoFormat = (typeof PHOTO_FORMATS)[number]

/** The shape of every thumbnail, as the style sheets print small pictures. */
export const THUMB_RATIO = 3 / 2

/** Thousandths from the left and from the top. */
export type FocalPoint = { focalX: number; focalY: number }

export const photoPath = (hash: string, width: number, format: PhotoFormat): string =>
	`/media/${hash}/${width}.${format}`

/** Addresses are good for ever, so a thumbnail's says around which point it was cropped. */
export const thumbName = (width: number, { focalX, focalY }: FocalPoint): string =>
	`${width}x${Math.round(width / THUMB_RATIO)}-${focalX}-${focalY}`

export const thumbPath = (hash: string, width: number, focal: FocalPoint, format: PhotoFormat): string =>
	`/media/${hash}/${thumbName(width, focal)}.${format}`

/** A picture made to be printed; an original's name does not match. */
export type Derivative = {
	name: string
	width: number
	/** Empty for the whole picture; what a thumbnail's name says after its width. */
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

/** What `/media/<hash>/<name>` asks for; null for every other path, also for one that is merely encoded. */
export function parsePhotoPath(path: string): (Derivative & { hash: string }) | null {
	const [root, media, hash = '', name = '', ...more] = path.split('/')
	if (root !== '' || media !== 'media' || more.length > 0 || !HASH.test(hash)) return null
	const derivative = parseDerivativeName(name)
	return derivative && { ...derivative, hash }
}
