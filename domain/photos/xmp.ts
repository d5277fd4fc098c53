import { decodeEntities } from './entities'

/**
 * XMP by hand: exifr's reader of it writes whatever namespace a packet names, also `__proto__`, and takes
 * quadratic time. This one looks at each character once and keeps only the properties asked for.
 */
export type XmpValue = { words: string; language: string | null }
export type XmpValues = Map<string, XmpValue[]>

/** Photoshop's edit histories fill hundreds of kilobytes; a packet beyond this is no caption's fault. */
const XMP_LENGTH_MAX = 1_000_000
/** Nested deeper than any schema of XMP. */
const DEPTH_MAX = 64
/** Values of one property: keywords aside, nothing names more. */
const VALUES_MAX = 50

const MARKUP =
	/<(?:!--[\s\S]*?-->|\?[\s\S]*?\?>|(\/?)([\w.:-]+)(?=[\s/>])((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>)/y
/** Bounded, because it is tried at every character. */
const ATTRIBUTE = /([\w.:-]{1,100})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/g

type Frame = { name: string; language: string | null; words: string }

/** @param wanted names as in `dc:creator`, with the prefixes every writer uses */
export function readXmp(packet: string, wanted: ReadonlySet<string>): XmpValues {
	const found: XmpValues = new Map()
	const stack: Frame[] = []
	let position = packet.indexOf('<')
	while (packet.length <= XMP_LENGTH_MAX && position >= 0 && stack.length <= DEPTH_MAX) {
		MARKUP.lastIndex = position
		const markup = MARKUP.exec(packet)
		if (!markup) break
		const [whole, closing, name, attributes = '', selfClosing] = markup
		if (name && closing) close(name, stack, wanted, found)
		else if (name) {
			const frame = open(name, attributes, wanted, found)
			if (!selfClosing) stack.push(frame)
		}
		const next = packet.indexOf('<', position + whole.length)
		const top = stack.at(-1)
		if (top && next >= 0) top.words += packet.slice(position + whole.length, next)
		position = next
	}
	return found
}

function open(name: string, attributes: string, wanted: ReadonlySet<string>, found: XmpValues): Frame {
	let language: string | null = null
	for (const [, key = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
		const words = double ?? single ?? ''
		if (key === 'xml:lang') language = words
		else if (wanted.has(key)) keep(found, key, { words: decodeEntities(words), language: null })
	}
	return { name, language, words: '' }
}

function close(name: string, stack: Frame[], wanted: ReadonlySet<string>, found: XmpValues): void {
	const frame = stack.pop()
	if (frame?.name !== name) {
		stack.length = 0
		return
	}
	const property = [frame, ...stack.toReversed()].find((candidate) => wanted.has(candidate.name))
	const words = decodeEntities(frame.words).trim()
	if (property && words) keep(found, property.name, { words, language: frame.language })
}

function keep(found: XmpValues, property: string, value: XmpValue): void {
	const values = found.get(property) ?? []
	if (values.length < VALUES_MAX) found.set(property, [...values, value])
}
