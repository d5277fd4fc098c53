import { Parser } from 'htmlparser2'
import { Refusal } from '@/lib/refusal'

export type SvgElement = {
	name: string
	attributes: Map<string, string>
	children: (SvgElement | string)[]
}

/** Limits of a drawing; a logo has a few dozen elements. */
export const SVG_ELEMENTS_MAX = 2_000
export const SVG_DEPTH_MAX = 64

/** Parses XML to a tree, without comments, declarations and processing instructions. @throws Refusal `invalid` */
export function parseSvg(text: string): SvgElement {
	const top: SvgElement = { name: '', attributes: new Map(), children: [] }
	const open = [top]
	let count = 0
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				count += 1
				if (count > SVG_ELEMENTS_MAX || open.length > SVG_DEPTH_MAX) {
					throw new Refusal(
						'invalid',
						`This drawing has more than ${SVG_ELEMENTS_MAX} shapes, or shapes nested more than ${SVG_DEPTH_MAX} deep. Please simplify it, or use a PNG.`,
						'logo',
					)
				}
				const element: SvgElement = {
					name: withoutPrefix(name),
					attributes: new Map(Object.entries(attributes)),
					children: [],
				}
				open.at(-1)?.children.push(element)
				open.push(element)
			},
			onclosetag() {
				open.pop()
			},
			ontext(data) {
				open.at(-1)?.children.push(data)
			},
		},
		{ xmlMode: true },
	)
	parser.end(text)
	const root = top.children.find((child) => typeof child !== 'string')
	if (root?.name !== 'svg') throw new Refusal('invalid', 'This file is not an SVG drawing.', 'logo')
	return root
}

/** `path` of `svg:path`. */
const withoutPrefix = (name: string): string => name.replace(/^svg:/, '')
