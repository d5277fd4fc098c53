/** Well-formed XML markup, made by `element`. */
export class Xml {
	constructor(readonly markup: string) {}
}

/** Content of an element: text is escaped; null, undefined and false add nothing. */
export type XmlContent = Xml | string | null | undefined | false | readonly XmlContent[]
/** Attributes; null and undefined are left out. */
export type XmlAttributes = Record<string, string | number | null | undefined>

/** Characters outside the `Char` production of XML 1.0; no escape makes them valid. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/

/** A parser replaces raw line ends, and in attributes each white space character. */
const IN_TEXT: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }
const IN_ATTRIBUTE: Record<string, string> = { ...IN_TEXT, '"': '&quot;', '\n': '&#10;', '\t': '&#9;' }

/** The text that XML 1.0 can hold: without forbidden characters, and lone surrogates as U+FFFD. */
export const xmlText = (text: string): string => text.toWellFormed().replace(FORBIDDEN, '')

const escapeText = (text: string): string =>
	xmlText(text).replace(/[&<>\r]/g, (character) => IN_TEXT[character] as string)

const escapeAttribute = (text: string): string =>
	xmlText(text).replace(/[&<>\r"\n\t]/g, (character) => IN_ATTRIBUTE[character] as string)

/** An element; without content in the short form `<name/>`. @throws Error for an invalid name */
export function element(name: string, attributes: XmlAttributes, ...content: XmlContent[]): Xml {
	const start = startTag(name, attributes)
	const inner = markupOf(content)
	return new Xml(inner === '' ? `<${start}/>` : `<${start}>${inner}</${name}>`)
}

/** A document with its declaration. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="utf-8"?>\n${root.markup}\n`

function startTag(name: string, attributes: XmlAttributes): string {
	let start = checkedName(name)
	for (const [attribute, value] of Object.entries(attributes))
		if (value !== null && value !== undefined)
			start += ` ${checkedName(attribute)}="${escapeAttribute(String(value))}"`
	return start
}

function checkedName(name: string): string {
	if (!NAME.test(name)) throw new Error(`“${name}” is not a name in XML.`)
	return name
}

function markupOf(content: XmlContent): string {
	if (content === null || content === undefined || content === false) return ''
	if (typeof content === 'string') return escapeText(content)
	if (content instanceof Xml) return content.markup
	return content.map(markupOf).join('')
}
