// @ts-check
/** @typedef {{ left: number, top: number, width: number, height: number }} Crop */

/**
 * The largest crop of a given ratio, centred on the focal point as far as the edges allow.
 *
 * @param {{ width: number, height: number }} picture in pixels
 * @param {number} ratio width by height
 * @param {{ focalX: number, focalY: number }} focal in thousandths
 * @returns {Crop}
 */
export function cropAround({ width, height }, ratio, { focalX, focalY }) {
	const wide = Math.max(1, Math.min(width, Math.round(height * ratio)))
	const high = Math.max(1, Math.min(height, Math.round(width / ratio)))
	return {
		left: placed((focalX / 1000) * width, wide, width),
		top: placed((focalY / 1000) * height, high, height),
		width: wide,
		height: high,
	}
}

/**
 * The start of an interval centred on `point`, clamped to the whole.
 *
 * @param {number} point
 * @param {number} length
 * @param {number} whole
 */
function placed(point, length, whole) {
	return Math.round(Math.min(whole - length, Math.max(0, point - length / 2)))
}

/** Bits per channel of a histogram bucket: colours with the same upper four bits count as one. */
const SHADE_BITS = 4

/**
 * The dominant colour: the mean of the most frequent bucket of the histogram and of the colours that round to
 * it.
 *
 * @param {Uint8Array} pixels red, green, blue, red, …
 * @returns {string} as `#rrggbb`
 */
export function dominantColour(pixels) {
	/** @type {Map<number, [count: number, red: number, green: number, blue: number]>} */
	const shades = new Map()
	for (let at = 0; at + 2 < pixels.length; at += 3) {
		const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3)
		const shade = [red, green, blue].reduce((key, channel) => (key << 8) | (channel >> SHADE_BITS), 0)
		const [count, ...sums] = shades.get(shade) ?? [0, 0, 0, 0]
		shades.set(shade, [count + 1, sums[0] + red, sums[1] + green, sums[2] + blue])
	}
	const [count, ...sums] = [...shades.values()].reduce((most, each) => (each[0] > most[0] ? each : most))
	return `#${sums
		.map((sum) =>
			Math.round(sum / count)
				.toString(16)
				.padStart(2, '0'),
		)
		.join('')}`
}
