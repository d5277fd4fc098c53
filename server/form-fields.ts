import { namedError } from '@/lib/error-words'

/**
 * The longest form of a reader page has eight fields. 100,000 fields, as fit into 1 MB, took up to 500 ms to
 * parse and as long again to copy between threads.
 */
export const FIELDS_MAX = 100

export const TOO_MANY_FIELDS = namedError(400, 'tooManyFields')

/** Whether an unparsed form exceeds `FIELDS_MAX`, counted in one pass over its bytes. */
export function hasTooManyFields(body: Buffer, contentType = ''): boolean {
	const type = contentType.toLowerCase()
	if (type.startsWith('application/json')) return hasTooManyValues(body)
	if (type.startsWith('multipart/')) return hasTooManyParts(body)
	let fields = 1
	for (let at = body.indexOf('&'); at >= 0; at = body.indexOf('&', at + 1)) {
		fields += 1
		if (fields > FIELDS_MAX) return true
	}
	return false
}

/** Counts instead of the boundary: parsers reject a part without this header. */
const PART_HEADER = /content-disposition/gi

function hasTooManyParts(body: Buffer): boolean {
	let parts = 0
	for (const _ of body.toString('latin1').matchAll(PART_HEADER)) {
		parts += 1
		if (parts > FIELDS_MAX) return true
	}
	return false
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c]
/** `,` `[` and `{` outside of strings: each begins a value. */
const VALUE_STARTS = new Set([0x2c, 0x5b, 0x7b])

function hasTooManyValues(body: Buffer): boolean {
	let inText = false
	let values = 0
	for (let at = 0; at < body.length; at += 1) {
		const byte = body[at] as number
		if (byte === QUOTE) inText = !inText
		else if (inText) at += byte === BACKSLASH ? 1 : 0
		else if (VALUE_STARTS.has(byte)) {
			values += 1
			if (values > FIELDS_MAX) return true
		}
	}
	return false
}
