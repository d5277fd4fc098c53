import { Parser } from 'htmlparser2'

/** Of one property, each value in the order of the packet. */
export type XmpValue = { words: string; language: string | null }
export type XmpValues = Map<string, XmpValue[]>

/** Photoshop's edit histories fill hundreds of kilobytes; a packet beyond this is no caption's fault. */
const XMP_LENGTH_MAX = 1_000_000
/** Nested deeper than any schema of XMP. The parser takes time by the depth. */
const DEPTH_MAX = 64
/** Values of one property: more keywords than any photograph has. */
const VALUES_MAX = 500

/** The prefixes by which properties are named here, whatever a packet binds to these namespaces. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
	['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
	['http://purl.org/dc/elements/1.1/', 'dc'],
	['http://ns.adobe.com/photoshop/1.0/', 'photoshop'],
	['http://ns.adobe.com/xap/1.0/rights/', 'xmpRights'],
	['http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/', 'Iptc4xmpCore'],
	['http://iptc.org/std/Iptc4xmpExt/2008-02-29/', 'Iptc4xmpExt'],
])
/** A structure whose properties are read; those of others are of another picture, such as an ingredient. */
const ARTWORK = 'Iptc4xmpExt:ArtworkOrObject'

type Frame = {
	name: string
	parent: Frame | null
	depth: number
	/** The namespaces declared on this element, by prefix. */
	namespaces: Map<string, string> | null
	/** The wanted property that this element is, or is in. */
	property: string | null
	language: string | null
	words: string
}

class TooDeep extends Error {}

/** @param wanted names as in `dc:creator`; the prefixes are those of `PREFIXES` */
export function readXmp(packet: string, wanted: ReadonlySet<string>): XmpValues {
	const found: XmpValues = new Map()
	if (packet.length > XMP_LENGTH_MAX) return found
	let top: Frame | null = null
	const parser = new Parser(
		{
			onopentag: (name, attributes) => {
				top = opened(top, name, Object.entries(attributes))
				const atProperty = holdsProperties(top.parent)
				if (!top.property && atProperty && wanted.has(top.name)) top.property = top.name
				if (!holdsProperties(top)) return
				for (const [key, words] of Object.entries(attributes)) {
					const property = nameOf(top, key)
					if (wanted.has(property)) keep(found, property, { words: words.trim(), language: null })
				}
			},
			ontext: (text) => {
				if (top?.property) top.words += text
			},
			onclosetag: () => {
				if (top?.property) keep(found, top.property, { words: top.words.trim(), language: top.language })
				top = top?.parent ?? null
			},
		},
		{ xmlMode: true },
	)
	try {
		parser.end(packet)
	} catch (error) {
		if (!(error instanceof TooDeep)) throw error
	}
	return found
}

function opened(parent: Frame | null, tag: string, attributes: [string, string][]): Frame {
	const depth = (parent?.depth ?? 0) + 1
	if (depth > DEPTH_MAX) throw new TooDeep()
	const declared = attributes.flatMap(([key, uri]): [string, string][] =>
		key === 'xmlns' ? [['', uri]] : key.startsWith('xmlns:') ? [[key.slice(6), uri]] : [],
	)
	const language = attributes.find(([key]) => key === 'xml:lang')?.[1]
	const property = parent?.property ?? null
	const frame: Frame = {
		name: '',
		parent,
		depth,
		namespaces: declared.length > 0 ? new Map(declared) : null,
		property,
		// Inside one property; what a whole packet is written in makes no translation of a value.
		language: language ?? (property && parent ? parent.language : null),
		words: '',
	}
	frame.name = nameOf(frame, tag)
	return frame
}

/** The name with our prefix; empty for every other namespace, and for a prefix that is not declared. */
function nameOf(frame: Frame, name: string): string {
	const colon = name.indexOf(':')
	const prefix = colon < 0 ? '' : name.slice(0, colon)
	for (let at: Frame | null = frame; at; at = at.parent) {
		const uri = at.namespaces?.get(prefix)
		if (uri === undefined) continue
		const ours = PREFIXES.get(uri)
		return ours ? `${ours}:${name.slice(colon + 1)}` : ''
	}
	return ''
}

/** Whether properties stand in this element: a description of the picture itself, or of the work it shows. */
function holdsProperties(frame: Frame | null): boolean {
	if (frame?.parent?.name === 'rdf:RDF') return true
	for (let at = frame; at; at = at.parent) if (at.name === ARTWORK) return true
	return false
}

function keep(found: XmpValues, property: string, value: XmpValue): void {
	const values = found.get(property) ?? []
	if (!value.words || values.length >= VALUES_MAX) return
	values.push(value)
	found.set(property, values)
}
