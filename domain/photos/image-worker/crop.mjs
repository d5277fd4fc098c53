// @ts-check
/** @typedef {{ left: number, top: number, width: number, height: number }} Crop */

/**
 * The largest part of a picture that has the wanted ratio, as near to centred on the focal point as the
 * picture's edges allow.
 *
 * @param {{ width: number, height: number }} picture
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
 * Where a stretch begins that has the point in its middle and ends inside the whole.
 *
 * @param {number} point
 * @param {number} length
 * @param {number} whole
 */
function placed(point, length, whole) {
	return Math.round(Math.min(whole - length, Math.max(0, point - length / 2)))
}

/** Colours this close to each other are counted as one: the upper four bits of each channel. */
const SHADE_BITS = 4

/**
 * The colour most of a picture is painted in: the mean of the commonest shade and of what rounds to it.
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
