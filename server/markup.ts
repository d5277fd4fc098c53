import { once } from 'node:events'
import { RewritingStream } from 'parse5-html-rewriting-stream'

type StartTag = Parameters<RewritingStream['emitStartTag']>[0]

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
export async function documentMarkup(page: string): Promise<Markup> {
	const out: string[] = []
	const styles: string[] = []
	let insideScript: 'kept' | 'dropped' | null = null
	const keep = (raw: string): void => {
		if (insideScript !== 'dropped') out.push(raw)
	}
	const stream = new RewritingStream()
	stream.on('doctype', (_, raw) => keep(raw))
	stream.on('text', (_, raw) => keep(raw))
	// Marks for the framework's own use; people write none into a story.
	stream.on('comment', () => {})
	stream.on('startTag', (tag, raw) => {
		if (isStyleSheet(tag)) {
			if (styles.length === 0) out.push(STYLES_HERE)
			styles.push(attribute(tag, 'href') ?? '')
			return
		}
		if (isForFramework(tag)) return
		if (tag.tagName === 'script') insideScript = staysScript(tag) ? 'kept' : 'dropped'
		else demandNothingInline(tag)
		keep(raw)
	})
	stream.on('endTag', (tag, raw) => {
		keep(raw)
		if (tag.tagName === 'script') insideScript = null
	})
	stream.resume()
	stream.end(page)
	await once(stream, 'end')
	return { html: out.join(''), styles }
}

function staysScript(tag: StartTag): boolean {
	const [type, source] = [attribute(tag, 'type'), attribute(tag, 'src')]
	if (type === DATA && source === undefined) return true
	return type === 'module' && source !== undefined && ISLANDS.test(source)
}

const isStyleSheet = (tag: StartTag): boolean =>
	tag.tagName === 'link' &&
	attribute(tag, 'rel') === 'stylesheet' &&
	(attribute(tag, 'href') ?? '').startsWith('/_next/')

const isForFramework = (tag: StartTag): boolean =>
	tag.tagName === 'link' &&
	(attribute(tag, 'as') === 'script' || ['modulepreload', 'expect'].includes(attribute(tag, 'rel') ?? ''))

function demandNothingInline(tag: StartTag): void {
	if (tag.tagName === 'style' || tag.tagName === 'template')
		throw new NotADocument(`<${tag.tagName}> in a reader page: it needs a script, or styles from inside`)
	const inline = tag.attrs.find(
		({ name, value }) =>
			name === 'style' || name.startsWith('on') || (ADDRESSES.has(name) && /^\s*javascript:/i.test(value)),
	)
	if (inline) throw new NotADocument(`<${tag.tagName} ${inline.name}="…"> in a reader page`)
}

const attribute = (tag: StartTag, name: string): string | undefined =>
	tag.attrs.find((each) => each.name === name)?.value
