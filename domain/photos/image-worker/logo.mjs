// @ts-check
import sharp from 'sharp'
import { isAnimatedPng } from './animated-png.mjs'
import { ImageRejected, ResourceLimitExceeded } from './resize.mjs'

/** Pixels of a logo file, before and after; a masthead shows it at most 80 CSS pixels high. */
const SIDE_MAX = 4_000
const FITS = { width: 960, height: 240 }
const SIDE_MIN = 16

/**
 * Encodes a PNG again, without metadata, at the size of a logo.
 *
 * @param {Uint8Array} bytes
 * @returns {Promise<import('../process-image').ProcessedLogo>}
 * @throws ImageRejected, ResourceLimitExceeded
 */
export async function encodeLogo(bytes) {
	const limits = { limitInputPixels: SIDE_MAX * SIDE_MAX }
	const found = await sharp(bytes, limits).metadata().catch(rejectBroken)
	if (found.format !== 'png' || isAnimatedPng(bytes))
		throw new ImageRejected('This file is not a still PNG picture that can be read.')
	if (Math.max(found.width, found.height) > SIDE_MAX || Math.min(found.width, found.height) < SIDE_MIN)
		throw new ImageRejected(
			`This picture has ${found.width} × ${found.height} pixels; a logo has ${SIDE_MIN} to ${SIDE_MAX} on each side.`,
		)
	const { data, info } = await sharp(bytes, limits)
		.autoOrient()
		.toColourspace('srgb')
		.resize({ ...FITS, fit: 'inside', withoutEnlargement: true })
		.png({ compressionLevel: 9 })
		.toBuffer({ resolveWithObject: true })
		.catch(rejectBroken)
	return { png: data, width: info.width, height: info.height }
}

/**
 * @param {unknown} error
 * @returns {never}
 */
function rejectBroken(error) {
	if (/memory/i.test(String(error))) throw new ResourceLimitExceeded()
	throw new ImageRejected('This file is not a PNG picture that can be read.')
}
