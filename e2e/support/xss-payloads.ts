import { ENCODINGS, FRAMES, type RawContext, URL_FRAMES, URLS, VECTORS } from './xss-grammar'

/** A text that runs `xss(id)` in a page that does not escape it. */
export type XssPayload = {
	id: number
	text: string
	/** Where a page has to write it unescaped for its code to run. */
	context: RawContext
	vector: string
	encoding: string
}

/** The text after the code, which shows where a payload arrived, also where its code became plain text. */
export const markOf = (id: number): string => `z${id}z`

const MARK = /z(\d+)z/g

/** Numbers of the payloads in a text. */
export const marksIn = (text: string): number[] => [...text.matchAll(MARK)].map(([, id]) => Number(id))

type Form = { context: RawContext; vector: string; frame: (call: string) => string }

const FORMS: Form[] = [
	...Object.entries(FRAMES).flatMap(([name, { context, frame, code }]) =>
		Object.entries(code ? { code: (call: string) => call } : VECTORS).map(([vector, code]) => ({
			context,
			vector: `${name} ${vector}`,
			frame: (call: string) => frame(code(call)),
		})),
	),
	...Object.entries(URL_FRAMES).flatMap(([name, { context, frame }]) =>
		Object.entries(URLS).map(([url, addressOf]) => ({
			context,
			vector: `${name} ${url}`,
			frame: (call: string) => frame(addressOf(call)),
		})),
	),
]

/** All combinations of a form and an encoding. */
export const PAYLOADS_MAX = FORMS.length * Object.keys(ENCODINGS).length

/** A step that visits all combinations, and early ones from all over the list. */
function stepFor(total: number): number {
	const divides = (a: number, b: number): number => (b === 0 ? a : divides(b, a % b))
	let step = Math.round(total * 0.618)
	while (divides(total, step) !== 1) step += 1
	return step
}

/**
 * Distinct payloads with the ids from `first`, in an order in which each part of the list has every kind of code.
 * `seed` is the place of the first one in this order.
 *
 * @throws if the grammar has fewer of this length
 */
export function xssPayloads(
	number: number,
	{ first = 1, lengthMax = Number.POSITIVE_INFINITY, seed = 0 } = {},
): XssPayload[] {
	const encodings = Object.entries(ENCODINGS)
	const step = stepFor(PAYLOADS_MAX)
	const payloads: XssPayload[] = []
	const texts = new Set<string>()
	for (let visited = 0; payloads.length < number; visited += 1) {
		if (visited >= PAYLOADS_MAX) throw new Error(`The grammar has ${payloads.length} such payloads.`)
		const at = ((seed + visited) * step) % PAYLOADS_MAX
		const form = FORMS[Math.floor(at / encodings.length)] as Form
		const [encoding, encode] = encodings[at % encodings.length] as (typeof encodings)[number]
		const kind = encode(form.frame('xss()'))
		const id = first + payloads.length
		const text = encode(form.frame(`xss(${id})`)) + markOf(id)
		// Two encodings may change nothing of a form.
		if (text.length > lengthMax || texts.has(kind)) continue
		texts.add(kind)
		payloads.push({ id, text, context: form.context, vector: form.vector, encoding })
	}
	return payloads
}

/** Payloads joined to texts of bounded length, for fields that hold many. */
export function joined(payloads: XssPayload[], lengthMax: number, separator = '\n'): string[] {
	const texts: string[] = []
	for (const { text } of payloads) {
		const last = texts.at(-1)
		const longer = last === undefined ? text : last + separator + text
		if (last === undefined || longer.length > lengthMax) texts.push(text)
		else texts[texts.length - 1] = longer
	}
	return texts
}
