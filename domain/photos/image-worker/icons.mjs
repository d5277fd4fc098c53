// @ts-check
import sharp from 'sharp'

/** Pixels of a logo's file; an SVG is drawn at the size of the icon. */
const INPUT_PIXELS_MAX = 1_000_000
/** Resolution of an SVG without a unit is 72 dots an inch. */
const DENSITY = 72
const DENSITY_MAX = 2_400

/**
 * Draws a logo in the middle of square PNGs.
 *
 * @param {{ logo: Uint8Array, background: string, icons: { size: number, share: number }[] }} job `share` of the side
 *   that the logo takes
 * @returns {Promise<{ pngs: Uint8Array[] }>}
 */
export async function encodeIcons({ logo, background, icons }) {
	// Only this job reads SVG: a logo was made safe before it was stored.
	sharp.unblock({ operation: ['VipsForeignLoadSvg'] })
	const limits = { limitInputPixels: INPUT_PIXELS_MAX }
	const { format, width, height } = await sharp(logo, limits).metadata()
	const pngs = []
	for (const { size, share } of icons) {
		const side = Math.round(size * share)
		const density = Math.min(DENSITY_MAX, Math.ceil((DENSITY * side) / Math.max(width, height)))
		const input = format === 'svg' ? { ...limits, density: Math.max(1, density) } : limits
		const drawn = await sharp(logo, input)
			.resize({ width: side, height: side, fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
			.png()
			.toBuffer()
		pngs.push(
			await sharp({ create: { width: size, height: size, channels: 3, background } })
				.composite([{ input: drawn }])
				.png({ compressionLevel: 9 })
				.toBuffer(),
		)
	}
	return { pngs }
}
