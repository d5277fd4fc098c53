// @ts-expect-error The package has no types; those of TypeScript's own library describe what is used here.
import { JSDOM } from 'jsdom'

const { DOMParser } = new JSDOM('').window as { DOMParser: new () => DOMParser }

/** The root element. @throws Error if the text is not well-formed XML with namespaces */
export function parseXml(text: string): Element {
	const root = new DOMParser().parseFromString(text, 'application/xml').documentElement
	if (root.localName === 'parsererror') throw new Error(root.textContent ?? '')
	return root
}

export const parseHtml = (text: string): Document => new DOMParser().parseFromString(text, 'text/html')
