/** A colour as `#rrggbb`. */
export type Hex = `#${string}`

type Rgb = [red: number, green: number, blue: number]

/** The colour of a typed `#rgb` or `#rrggbb`, with or without the hash; null for other text. */
export function parseHex(text: string): Hex | null {
	const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase()
	if (!digits) return null
	return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`
}

const rgbOf = (colour: Hex): Rgb =>
	[1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16)) as Rgb

const linear = (channel: number): number => {
	const share = channel / 255
	return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** Relative luminance (WCAG 2). */
function luminance(colour: Hex): number {
	const [red, green, blue] = rgbOf(colour).map(linear) as Rgb
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio of two colours (WCAG 2), from 1 to 21. */
export function contrast(one: Hex, other: Hex): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
	return (light + 0.05) / (dark + 0.05)
}

/** `share` of 0 is the colour, of 1 the target. */
function mixed(colour: Hex, target: Hex, share: number): Hex {
	const to = rgbOf(target)
	const channels = rgbOf(colour).map((channel, index) =>
		Math.round(channel + ((to[index] ?? 0) - channel) * share),
	)
	return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** Steps of the search for a readable colour: finer differences are invisible. */
const STEPS = 50

/** The colour, mixed with as little of `towards` as gives the contrast with every background. */
export function withContrast(colour: Hex, backgrounds: Hex[], towards: Hex, least: number): Hex {
	for (let step = 0; step < STEPS; step += 1) {
		const candidate = mixed(colour, towards, step / STEPS)
		if (backgrounds.every((background) => contrast(candidate, background) >= least)) return candidate
	}
	return towards
}
