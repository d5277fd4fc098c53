import { Parser } from 'htmlparser2'

type Attributes = Record<string, string>

/** A page as a document, and the style sheets it asks for, in their order. */
export type Markup = { html: string; styles: string[] }

/** What stands in the page where the one style sheet goes. */
export const STYLES_HERE = '<!--styles-->'

/** Scripts that a document keeps: data, which never runs, and the islands. */
const DATA = 'application/ld+json'
const ISLANDS = /^\/islands\/[\w-]+\.js$/
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction'])

/** A page that cannot be a document, because something in it runs, or would need a script to be seen. */
export class NotADocument extends Error {}

/**
 * Makes a document of a page that Next rendered: framework scripts, what is preloaded for them, and the data
 * that would bring the page to life in a browser are left out; data for search engines and the islands stay.
 *
 * @throws NotADocument when anything would be left that could run from inside the page
 */
export function documentMarkup(page: string): Markup {
	const kept: string[] = []
	const styles: string[] = []
	let keptUpTo = 0
	/** Where a script begins that is left out, while inside it. */
	let droppedFrom: number | null = null
	const cut = (from: number, instead = ''): void => {
		kept.push(page.slice(keptUpTo, from), instead)
		keptUpTo = parser.endIndex + 1
	}
	const parser = new Parser({
		onopentag(name, attributes) {
			if (droppedFrom !== null) return
			if (isStyleSheet(name, attributes)) {
				cut(parser.startIndex, styles.length === 0 ? STYLES_HERE : '')
				styles.push(attributes.href ?? '')
			} else if (isForFramework(name, attributes)) cut(parser.startIndex)
			else if (name !== 'script') demandNothingInline(name, attributes)
			else if (!staysScript(attributes)) droppedFrom = parser.startIndex
		},
		onclosetag(name) {
			if (name !== 'script' || droppedFrom === null) return
			cut(droppedFrom)
			droppedFrom = null
		},
		// Marks for the framework's own use; people write none into a story.
		oncomment() {
			if (droppedFrom === null) cut(parser.startIndex)
		},
	})
	parser.end(page)
	return { html: kept.join('') + page.slice(keptUpTo), styles }
}

function staysScript({ type, src }: Attributes): boolean {
	if (type === DATA && src === undefined) return true
	return type === 'module' && src !== undefined && ISLANDS.test(src)
}

const isStyleSheet = (name: string, { rel, href = '' }: Attributes): boolean =>
	name === 'link' && rel === 'stylesheet' && href.startsWith('/_next/')

const isForFramework = (name: string, { as, rel = '' }: Attributes): boolean =>
	name === 'link' && (as === 'script' || ['modulepreload', 'expect'].includes(rel))

function demandNothingInline(name: string, attributes: Attributes): void {
	if (name === 'style' || name === 'template')
		throw new NotADocument(`<${name}> in a reader page: it needs a script, or styles from inside`)
	for (const [attribute, value] of Object.entries(attributes))
		if (
			attribute === 'style' ||
			attribute.startsWith('on') ||
			(ADDRESSES.has(attribute) && /^\s*javascript:/i.test(value))
		)
			throw new NotADocument(`<${name} ${attribute}="…"> in a reader page`)
}
