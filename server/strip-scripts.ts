import { Parser } from 'htmlparser2'
import { type PartSlot, PLACEHOLDER_ELEMENT, PLACEHOLDER_SLOT } from '@/lib/page-parts'

type Attributes = Record<string, string>

/** HTML without framework scripts, the paths of its style sheets, and the slots of its placeholders, in order. */
export type StaticHtml = { html: string; styles: string[]; slots: PartSlot[] }

/** Placeholder for the link to the bundled style sheet. */
export const STYLESHEET_PLACEHOLDER = '<!--styles-->'
/** Placeholder for a part. */
export const PART_PLACEHOLDER = '<!--part-->'

/** The scripts that stay: JSON-LD data, which does not run, and the islands. */
const JSON_LD = 'application/ld+json'
const ISLANDS_SCRIPT = /^\/islands\/[\w-]+\.js$/
const URL_ATTRIBUTES = new Set(['href', 'src', 'action', 'formaction'])

/** The page has inline code or styles, or content that needs a script to show. */
export class InlineCodeError extends Error {}

/**
 * Removes the framework's scripts, its preloads of scripts and images, its second copies of metadata, and the hydration
 * data from HTML that Next rendered; JSON-LD and the islands stay. The preload of the web font is put behind the style
 * sheets: React writes it before or after the metadata, whichever has been read first, and equal pages of several servers
 * need equal ETags.
 *
 * @throws InlineCodeError if an inline handler or style, a `javascript:` URL or a `<template>` would remain
 */
export function stripFrameworkScripts(page: string): StaticHtml {
	const kept: string[] = []
	const styles: string[] = []
	const slots: PartSlot[] = []
	let fonts = ''
	let keptUpTo = 0
	/** Start index of the removed script that the parser is in. */
	let droppedFrom: number | null = null
	const remove = (from: number, replacement = ''): void => {
		kept.push(page.slice(keptUpTo, from), replacement)
		keptUpTo = parser.endIndex + 1
	}
	const parser = new Parser({
		onopentag(name, attributes) {
			if (droppedFrom !== null) return
			if (isStyleSheet(name, attributes)) {
				remove(parser.startIndex, styles.length === 0 ? STYLESHEET_PLACEHOLDER : '')
				styles.push(attributes.href ?? '')
			} else if (name === PLACEHOLDER_ELEMENT) {
				remove(parser.startIndex, PART_PLACEHOLDER)
				slots.push(JSON.parse(attributes[PLACEHOLDER_SLOT] ?? ''))
			} else if (isFontPreload(name, attributes) && styles.length > 0) {
				fonts += page.slice(parser.startIndex, parser.endIndex + 1)
				remove(parser.startIndex)
			} else if (isForFramework(name, attributes) || isRepeated(name, attributes)) remove(parser.startIndex)
			else if (name !== 'script') assertNoInlineCode(name, attributes)
			else if (!isAllowedScript(attributes)) droppedFrom = parser.startIndex
		},
		onclosetag(name) {
			if (name === PLACEHOLDER_ELEMENT) return remove(parser.startIndex)
			if (name !== 'script' || droppedFrom === null) return
			remove(droppedFrom)
			droppedFrom = null
		},
		// Comments are React's markers; stories contain none.
		oncomment() {
			if (droppedFrom === null) remove(parser.startIndex)
		},
	})
	parser.end(page)
	const html = kept.join('') + page.slice(keptUpTo)
	return { html: html.replace(STYLESHEET_PLACEHOLDER, () => STYLESHEET_PLACEHOLDER + fonts), styles, slots }
}

function isAllowedScript({ type, src }: Attributes): boolean {
	if (type === JSON_LD && src === undefined) return true
	return type === 'module' && src !== undefined && ISLANDS_SCRIPT.test(src)
}

const isStyleSheet = (name: string, { rel, href = '' }: Attributes): boolean =>
	name === 'link' && rel === 'stylesheet' && href.startsWith('/_next/')

const isFontPreload = (name: string, { as, rel }: Attributes): boolean =>
	name === 'link' && rel === 'preload' && as === 'font'

/** Next repeats the fields of Open Graph, which X reads too, as those of its own cards. */
const isRepeated = (name: string, { name: field = '' }: Attributes): boolean =>
	name === 'meta' && /^twitter:(title|description|image)/.test(field)

/**
 * React preloads each eager image, with attributes in one of two orders: by a hint of the server or by the `<img>`, and a
 * style sheet if it reads the link after the first part of a page, which depends on timing.
 */
const isForFramework = (name: string, { as, rel = '' }: Attributes): boolean =>
	name === 'link' &&
	(as === 'script' ||
		['modulepreload', 'expect'].includes(rel) ||
		(rel === 'preload' && ['image', 'style'].includes(as ?? '')))

function assertNoInlineCode(name: string, attributes: Attributes): void {
	if (name === 'style' || name === 'template')
		throw new InlineCodeError(`<${name}> in a reader page: it needs a script or inline styles`)
	for (const [attribute, value] of Object.entries(attributes))
		if (
			attribute === 'style' ||
			attribute.startsWith('on') ||
			(URL_ATTRIBUTES.has(attribute) && /^\s*javascript:/i.test(value))
		)
			throw new InlineCodeError(`<${name} ${attribute}="…"> in a reader page`)
}
