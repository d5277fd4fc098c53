import sharp, { type Metadata } from 'sharp'
import type { MediaFormat, PhotoType } from '@/lib/media'
import { Refusal } from '@/lib/refusal'

/** Decoding costs memory by the pixel: 40 megapixels covers every press camera and stays under 200 MB. */
const PIXELS_MAX = 40_000_000
/** Narrower than this is a thumbnail, and would be printed as a blur. */
const SIDE_MIN = 200
/** WebP cannot hold a longer side. */
const SIDE_MAX = 16_383
/** From a phone's column to a wide screen's lead picture at twice the density. */
export const PHOTO_WIDTHS = [320, 480, 640, 960, 1280, 2048]

/** Where WebP stops being told apart from the original; effort 6 saves 4 % and takes twice as long. */
const WEBP = { quality: 78, effort: 4 }
const JPEG = { quality: 80, mozjpeg: true }

/** One thread for each picture, so that an upload never takes the processor from the readers. */
sharp.concurrency(1)
/** The list is of what may be decoded: every other loader of libvips is closed, also those it gains later. */
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })

export type Measured = { width: number; height: number; widths: number[]; metadata: Metadata }
export type Derivative = { width: number; format: MediaFormat; bytes: Uint8Array }

/** The type by the file's first bytes; its name and what the browser says of it count for nothing. */
export function photoType(bytes: Uint8Array): PhotoType | null {
	const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
	if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
	if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
	if (head.startsWith('RIFF') && head.slice(8) === 'WEBP') return 'image/webp'
	return null
}

/** Reads the header only, so that a picture too large to decode is refused before it costs anything. */
export async function measurePhoto(bytes: Uint8Array): Promise<Measured> {
	const metadata = await sharp(bytes, { limitInputPixels: false }).metadata().catch(refuseBroken)
	const { width, height } = metadata.autoOrient
	if (Math.min(width, height) < SIDE_MIN)
		throw new Refusal(
			'invalid',
			`This picture has ${width} × ${height} pixels; its shorter side needs at least ${SIDE_MIN}.`,
			'photo',
		)
	if (width * height > PIXELS_MAX || Math.max(width, height) > SIDE_MAX)
		throw new Refusal(
			'invalid',
			`This picture has ${width} × ${height} pixels, more than we can print. Please export it smaller: up to ${PIXELS_MAX / 1_000_000} megapixels.`,
			'photo',
		)
	return { width, height, widths: widthsFor(width), metadata }
}

/** Every width the original can fill; if the next would be too wide, the original's own comes last. */
export function widthsFor(width: number): number[] {
	const filled = PHOTO_WIDTHS.filter((candidate) => candidate <= width)
	const covered = filled.length === PHOTO_WIDTHS.length || filled.includes(width)
	return covered ? filled : [...filled, width]
}

/**
 * Upright, in sRGB and free of metadata, on white where the original is transparent. The original is decoded
 * once, to the widest size; the others are made from that.
 */
export async function derivePhoto(bytes: Uint8Array, widths: number[]): Promise<Derivative[]> {
	const widest = await sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'error' })
		.autoOrient()
		.flatten({ background: 'white' })
		.resize({ width: Math.max(...widths) })
		.toColourspace('srgb')
		.raw()
		.toBuffer({ resolveWithObject: true })
		.catch(refuseBroken)
	const derivatives: Derivative[] = []
	for (const width of widths) {
		const resized = sharp(widest.data, { raw: widest.info }).resize({ width })
		const [webp, jpg] = await Promise.all([
			resized.clone().webp(WEBP).toBuffer(),
			resized.clone().jpeg(JPEG).toBuffer(),
		])
		derivatives.push({ width, format: 'webp', bytes: webp }, { width, format: 'jpg', bytes: jpg })
	}
	return derivatives
}

function refuseBroken(): never {
	throw new Refusal(
		'invalid',
		'This file could not be read to its end; it may be damaged. Please save it again and try once more.',
		'photo',
	)
}
