import { Parser } from 'htmlparser2'

type Attributes = Record<string, string>

/** A page as a document, and the style sheets it asks for, in their order. */
export type StaticHtml = { html: string; styles: string[] }

/** What stands in the page where the one style sheet goes. */
export const STYLESHEET_PLACEHOLDER = '<!--styles-->'

/** Scripts that a document keeps: data, which never runs, and the islands. */
const JSON_LD = 'application/ld+json'
const ISLANDS_SCRIPT = /^\/islands\/[\w-]+\.js$/
const URL_ATTRIBUTES = new Set(['href', 'src', 'action', 'formaction'])

/** A page that cannot be a document, because something in it runs, or would need a script to be seen. */
export class InlineCodeError extends Error {}

/**
 * Makes a document of a page that Next rendered: framework scripts, what is preloaded for them, and the data
 * that would bring the page to life in a browser are left out; data for search engines and the islands stay.
 *
 * @throws InlineCodeError when anything would be left that could run from inside the page
 */
export function stripFrameworkScripts(page: string): StaticHtml {
	const kept: string[] = []
	const styles: string[] = []
	let keptUpTo = 0
	/** Where a script begins that is left out, while inside it. */
	let droppedFrom: number | null = null
	const remove = (from: number, override = ''): void => {
		kept.push(page.slice(keptUpTo, from), override)
		keptUpTo = parser.endIndex + 1
	}
	const parser = new Parser({
		onopentag(name, attributes) {
			if (droppedFrom !== null) return
			if (isStyleSheet(name, attributes)) {
				remove(parser.startIndex, styles.length === 0 ? STYLESHEET_PLACEHOLDER : '')
				styles.push(attributes.href ?? '')
			} else if (isForFramework(name, attributes)) remove(parser.startIndex)
			else if (name !== 'script') assertNoInlineCode(name, attributes)
			else if (!isAllowedScript(attributes)) droppedFrom = parser.startIndex
		},
		onclosetag(name) {
			if (name !== 'script' || droppedFrom === null) return
			remove(droppedFrom)
			droppedFrom = null
		},
		// Marks for the framework's own use; people write none into a story.
		oncomment() {
			if (droppedFrom === null) remove(parser.startIndex)
		},
	})
	parser.end(page)
	return { html: kept.join('') + page.slice(keptUpTo), styles }
}

function isAllowedScript({ type, src }: Attributes): boolean {
	if (type === JSON_LD && src === undefined) return true
	return type === 'module' && src !== undefined && ISLANDS_SCRIPT.test(src)
}

const isStyleSheet = (name: string, { rel, href = '' }: Attributes): boolean =>
	name === 'link' && rel === 'stylesheet' && href.startsWith('/_next/')

const isForFramework = (name: string, { as, rel = '' }: Attributes): boolean =>
	name === 'link' && (as === 'script' || ['modulepreload', 'expect'].includes(rel))

function assertNoInlineCode(name: string, attributes: Attributes): void {
	if (name === 'style' || name === 'template')
		throw new InlineCodeError(`<${name}> in a reader page: it needs a script, or styles from inside`)
	for (const [attribute, value] of Object.entries(attributes))
		if (
			attribute === 'style' ||
			attribute.startsWith('on') ||
			(URL_ATTRIBUTES.has(attribute) && /^\s*javascript:/i.test(value))
		)
			throw new InlineCodeError(`<${name} ${attribute}="…"> in a reader page`)
}
