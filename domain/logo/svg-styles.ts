import { PRESENTATION } from './svg-allowed'
import type { SvgElement } from './svg-tree'

type Declarations = Map<string, string>

/** Declarations by simple selector: `path`, `.name` or `#name`. */
export type SvgStyles = { rules: Map<string, Declarations>; leftOut: boolean }

/** Longest style sheet; bounds the cost of the expressions below. */
const CSS_LENGTH_MAX = 20_000
const SIMPLE_SELECTOR = /^(?:[\w-]+|[.#][\w-]+)$/

/** The rules of a drawing's `<style>` elements; those with other selectors or at-rules are left out. */
export function readStyles(root: SvgElement): SvgStyles {
	const styles: SvgStyles = { rules: new Map(), leftOut: false }
	for (const css of styleTexts(root)) {
		if (css.length > CSS_LENGTH_MAX || css.includes('@')) {
			styles.leftOut = true
			continue
		}
		for (const rule of css.replace(/\/\*[\s\S]*?\*\//g, '').split('}')) readRule(rule, styles)
	}
	return styles
}

function readRule(rule: string, styles: SvgStyles): void {
	const [selectors = '', body = '', ...rest] = rule.split('{')
	if (!selectors.trim()) return
	if (rest.length > 0) {
		styles.leftOut = true
		return
	}
	for (const selector of selectors.split(',').map((each) => each.trim())) {
		if (!SIMPLE_SELECTOR.test(selector)) {
			styles.leftOut = true
			continue
		}
		const known = styles.rules.get(selector) ?? new Map<string, string>()
		for (const [name, value] of declarationsOf(body)) known.set(name, value)
		styles.rules.set(selector, known)
	}
}

function* styleTexts(element: SvgElement): Generator<string> {
	for (const child of element.children) {
		if (typeof child === 'string') continue
		if (child.name === 'style') yield child.children.filter((each) => typeof each === 'string').join('')
		else yield* styleTexts(child)
	}
}

function declarationsOf(text: string): Declarations {
	const found: Declarations = new Map()
	for (const declaration of text.split(';')) {
		const colon = declaration.indexOf(':')
		const name = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase()
		const value = declaration
			.slice(colon + 1)
			.replace(/!\s*important\s*$/i, '')
			.trim()
		if (PRESENTATION.has(name) && value) found.set(name, value)
	}
	return found
}

/** The appearance that style rules and the `style` attribute give an element, as attributes. */
export function styledAttributes({ name, attributes }: SvgElement, { rules }: SvgStyles): Declarations {
	const classes = (attributes.get('class') ?? '').split(/\s+/).map((each) => `.${each}`)
	const selectors = [name, ...classes, `#${attributes.get('id') ?? ''}`]
	const own = declarationsOf(attributes.get('style') ?? '')
	return new Map([...selectors.flatMap((selector) => [...(rules.get(selector) ?? [])]), ...own])
}
