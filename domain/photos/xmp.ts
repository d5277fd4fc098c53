import { Parser } from 'htmlparser2'

/** One value of a property, in the order of the packet. */
export type XmpValue = { words: string; language: string | null }
export type XmpValues = Map<string, XmpValue[]>

/** Characters of a packet; Photoshop's edit histories fill hundreds of kilobytes. */
const XMP_LENGTH_MAX = 1_000_000
/** Levels of elements, more than XMP schemas have; the parser's time grows with depth. */
const DEPTH_MAX = 64
/** Values per property: more keywords than any photograph has. */
const VALUES_MAX = 500

/** Canonical prefixes by namespace, independent of the packet's own prefixes. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
	['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
	['http://purl.org/dc/elements/1.1/', 'dc'],
	['http://ns.adobe.com/photoshop/1.0/', 'photoshop'],
	['http://ns.adobe.com/xap/1.0/rights/', 'xmpRights'],
	['http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/', 'Iptc4xmpCore'],
	['http://iptc.org/std/Iptc4xmpExt/2008-02-29/', 'Iptc4xmpExt'],
])
/** The only nested structure that is read; properties in others belong to other images, such as ingredients. */
const ARTWORK = 'Iptc4xmpExt:ArtworkOrObject'

type Frame = {
	name: string
	parent: Frame | null
	depth: number
	/** The namespaces declared on this element, by prefix. */
	namespaces: Map<string, string> | null
	/** The wanted property that contains this element. */
	property: string | null
	language: string | null
	words: string
}

class TooDeep extends Error {}

/**
 * Parses an XMP packet, up to `DEPTH_MAX`.
 *
 * @param wanted names such as `dc:creator`, with the prefixes of `PREFIXES`
 */
export function readXmp(packet: string, wanted: ReadonlySet<string>): XmpValues {
	const found: XmpValues = new Map()
	if (packet.length > XMP_LENGTH_MAX) return found
	let top: Frame | null = null
	const parser = new Parser(
		{
			onopentag: (name, attributes) => {
				top = openElement(top, name, Object.entries(attributes))
				const atProperty = holdsProperties(top.parent)
				if (!top.property && atProperty && wanted.has(top.name)) top.property = top.name
				if (!holdsProperties(top)) return
				for (const [key, words] of Object.entries(attributes)) {
					const property = nameOf(top, key)
					if (wanted.has(property)) addValue(found, property, { words: words.trim(), language: null })
				}
			},
			ontext: (text) => {
				if (top?.property) top.words += text
			},
			onclosetag: () => {
				if (top?.property) addValue(found, top.property, { words: top.words.trim(), language: top.language })
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

function openElement(parent: Frame | null, tag: string, attributes: [string, string][]): Frame {
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
		// Inherited within one property only: the language of a whole packet marks no translation.
		language: language ?? (property && parent ? parent.language : null),
		words: '',
	}
	frame.name = nameOf(frame, tag)
	return frame
}

/** The name with its canonical prefix; empty for other namespaces and undeclared prefixes. */
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

/** Whether the element's children are properties: of the image's description, or of the artwork shown. */
function holdsProperties(frame: Frame | null): boolean {
	if (frame?.parent?.name === 'rdf:RDF') return true
	for (let at = frame; at; at = at.parent) if (at.name === ARTWORK) return true
	return false
}

function addValue(found: XmpValues, property: string, value: XmpValue): void {
	const values = found.get(property) ?? []
	if (!value.words || values.length >= VALUES_MAX) return
	values.push(value)
	found.set(property, values)
}
