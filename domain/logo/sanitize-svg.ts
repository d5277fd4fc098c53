import { escapeHtml } from '@/lib/escape-html'
import { Refusal } from '@/lib/refusal'
import { allowedValue, localReference, SVG_ELEMENTS, UNMENTIONED, UNWRAPPED, WITH_TEXT } from './svg-allowed'
import { readStyles, type SvgStyles, styledAttributes } from './svg-styles'
import { parseSvg, type SvgElement } from './svg-tree'

export type SafeSvg = { svg: string; width: number; height: number; leftOut: string[] }

export const SVG_BYTES_MAX = 100 * 1024
/** Elements drawn, with those that `use` repeats. */
const DRAWN_MAX = 5_000
const SHAPES = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'use'])

/**
 * Rebuilds a drawing from an allow-list of elements and attributes. Styles become attributes; references
 * reach elements of the drawing only. The result is free of scripts and external requests in any context.
 *
 * @throws Refusal `invalid` for a file that is no drawing, has no size, or is over a limit
 */
export function sanitizeSvg(text: string): SafeSvg {
	if (Buffer.byteLength(text) > SVG_BYTES_MAX)
		throw new Refusal(
			'invalid',
			`This drawing has more than ${SVG_BYTES_MAX / 1024} kB. Please simplify it, or use a PNG.`,
			'logo',
		)
	const root = parseSvg(text)
	const styles = readStyles(root)
	const leftOut = new Set<string>()
	if (styles.leftOut) leftOut.add('style rules')
	const box = viewBoxOf(root)
	const [safe] = rebuilt(root, styles, leftOut)
	if (!safe || !hasShape(safe)) throw new Refusal('invalid', 'This drawing has no shapes.', 'logo')
	limitDrawn(safe)
	for (const name of ['x', 'y', 'id']) safe.attributes.delete(name)
	safe.attributes.set('viewBox', box.join(' '))
	safe.attributes.set('width', String(box[2]))
	safe.attributes.set('height', String(box[3]))
	const svg = serialize(safe).replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
	return { svg, width: box[2], height: box[3], leftOut: [...leftOut].sort() }
}

type Box = [x: number, y: number, width: number, height: number]

function viewBoxOf({ attributes }: SvgElement): Box {
	const numbers = (attributes.get('viewBox') ?? '')
		.trim()
		.split(/[\s,]+/)
		.map(Number)
	const [x = 0, y = 0, width = 0, height = 0] =
		numbers.length === 4 ? numbers : [0, 0, pixels(attributes.get('width')), pixels(attributes.get('height'))]
	if (![x, y, width, height].every(Number.isFinite) || width <= 0 || height <= 0)
		throw new Refusal('invalid', 'This drawing does not say its size: its <svg> needs a viewBox.', 'logo')
	return [x, y, width, height]
}

const pixels = (length = ''): number => Number(/^\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*$/.exec(length)?.[1] ?? 0)

/** The safe elements in place of one: itself, its content if it is unwrapped, or none. */
function rebuilt(element: SvgElement, styles: SvgStyles, leftOut: Set<string>): SvgElement[] {
	const { name, attributes } = element
	if (!SVG_ELEMENTS.has(name) && !UNWRAPPED.has(name)) {
		if (!UNMENTIONED.test(name)) leftOut.add(mention(name))
		return []
	}
	const children = element.children.flatMap((child): (SvgElement | string)[] => {
		if (typeof child !== 'string') return rebuilt(child, styles, leftOut)
		return WITH_TEXT.has(name) ? [child] : []
	})
	if (UNWRAPPED.has(name)) return children.filter((child) => typeof child !== 'string')
	const safe: SvgElement = { name, attributes: new Map(), children }
	for (const [key, value] of [...attributes, ...styledAttributes(element, styles)]) {
		const allowed = allowedValue(key, value)
		if (allowed !== null) safe.attributes.set(key, allowed)
		else if (/^on/i.test(key)) leftOut.add('event handlers')
	}
	const reference = attributes.get('href') ?? attributes.get('xlink:href')
	if (reference !== undefined) {
		const local = localReference(reference)
		if (local) safe.attributes.set('href', local)
		else leftOut.add('references to other files')
	}
	return [safe]
}

/** Name of an element in the list of omitted ones; unusual names, which the file chooses, are hidden. */
const mention = (name: string): string => (/^[A-Za-z]{1,20}$/.test(name) ? name : 'unknown elements')

const hasShape = ({ name, children }: SvgElement): boolean =>
	SHAPES.has(name) || children.some((child) => typeof child !== 'string' && hasShape(child))

/** Counts the elements that a browser draws, where each `use` draws its target again. */
function limitDrawn(root: SvgElement): void {
	const byId = new Map<string, SvgElement>()
	const index = (element: SvgElement): void => {
		const id = element.attributes.get('id')
		if (id) byId.set(id, element)
		for (const child of element.children) if (typeof child !== 'string') index(child)
	}
	index(root)
	const counted = new Map<SvgElement, number>()
	const count = (element: SvgElement): number => {
		const known = counted.get(element)
		if (known !== undefined) return known
		// A circle of references counts as endless.
		counted.set(element, Number.POSITIVE_INFINITY)
		const target = byId.get(element.attributes.get('href')?.slice(1) ?? '')
		const children = element.children.filter((child) => typeof child !== 'string')
		const sum = [...children, ...(target ? [target] : [])].reduce((total, each) => total + count(each), 1)
		counted.set(element, sum)
		return sum
	}
	if (count(root) > DRAWN_MAX)
		throw new Refusal(
			'invalid',
			'This drawing repeats its shapes too often. Please simplify it, or use a PNG.',
			'logo',
		)
}

/** Characters that XML excludes. */
const NOT_IN_XML = /[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu

function serialize(node: SvgElement | string): string {
	if (typeof node === 'string') return escapeHtml(node.replace(NOT_IN_XML, ' '))
	const attributes = [...node.attributes]
		.map(([name, value]) => ` ${name}="${escapeHtml(value.replace(NOT_IN_XML, ' '))}"`)
		.join('')
	const content = node.children.map(serialize).join('')
	return content ? `<${node.name}${attributes}>${content}</${node.name}>` : `<${node.name}${attributes}/>`
}
