import { inflateSync } from 'node:zlib'

/** A text of a sheet: its baseline from the sheet's upper edge, and its font size, in points. */
export type PrintedText = { sheet: number; baseline: number; size: number }

export type Sheets = { count: number; height: number; texts: PrintedText[] }

type Matrix = [number, number, number, number, number, number]

/**
 * Reads text positions of a PDF by Chromium. Its writer, Skia, uses plain objects, Flate streams and few
 * operators, so no PDF library is needed.
 */
export function readSheets(pdf: Buffer): Sheets {
	const objects = objectsOf(pdf)
	const pages = pagesOf(objects)
	const height = Number(/\/MediaBox\s*\[\s*\S+\s+\S+\s+\S+\s+([\d.]+)/.exec(pages[0] ?? '')?.[1])
	const texts = pages.flatMap((page, sheet) => {
		const contents = /\/Contents\s+(\d+) 0 R/.exec(page)?.[1] ?? ''
		return textsOf(streamOf(objects.get(contents) ?? ''), height).map((text) => ({ sheet, ...text }))
	})
	return { count: pages.length, height, texts }
}

type Objects = Map<string, string>

function objectsOf(pdf: Buffer): Objects {
	const source = pdf.toString('latin1')
	const objects: Objects = new Map()
	for (const [, id = '', content = ''] of source.matchAll(/(?<=^|\n)(\d+) 0 obj\b([\s\S]*?)\nendobj/g))
		objects.set(id, content)
	return objects
}

const pagesOf = (objects: Objects): string[] =>
	[...objects.values()].filter((content) => /\/Type\s*\/Page\b/.test(content))

/** The letters of a PDF in drawing order, without spaces, which are partly mere distances. */
export function printedLetters(pdf: Buffer): string {
	const objects = objectsOf(pdf)
	const refer = (source: string, name: string): string =>
		objects.get(new RegExp(`/${name}\\s+(\\d+) 0 R`).exec(source)?.[1] ?? '') ?? ''
	const letters = pagesOf(objects).flatMap((page) => {
		let font = NO_FONT
		const content = streamOf(refer(page, 'Contents'))
		return [...content.matchAll(/\/(\S+) \S+ Tf|<([\dA-F]+)>/g)].map(([, name, glyphs = '']) => {
			if (name) font = fontOf(refer(refer(page, name), 'ToUnicode'))
			const { digits, letters } = font
			const codes = Array.from({ length: glyphs.length / digits }, (_, at) =>
				Number.parseInt(glyphs.slice(at * digits, (at + 1) * digits), 16),
			)
			return codes.map((code) => letters.get(code) ?? '').join('')
		})
	})
	// Ligatures are two letters again.
	return letters.join('').normalize('NFKC').replace(/\s/g, '')
}

/** Letters by glyph, and the number of hexadecimal digits of a glyph. */
type Font = { digits: number; letters: Map<number, string> }

const NO_FONT: Font = { digits: 4, letters: new Map() }

/** Reads a ToUnicode map. */
function fontOf(object: string): Font {
	if (!object) return NO_FONT
	const source = streamOf(object)
	const letters = new Map<number, string>()
	const numbersIn = (section: string, each: number): string[][] =>
		[...source.matchAll(new RegExp(`begin${section}([\\s\\S]*?)end${section}`, 'g'))].flatMap(
			([, rows = '']) => {
				const numbers = [...rows.matchAll(/<(\w+)>/g)].map(([, number = '']) => number)
				return Array.from({ length: numbers.length / each }, (_, at) =>
					numbers.slice(at * each, (at + 1) * each),
				)
			},
		)
	for (const [glyph = '', text = ''] of numbersIn('bfchar', 2))
		letters.set(
			Number.parseInt(glyph, 16),
			String.fromCharCode(...(text.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))),
		)
	for (const range of numbersIn('bfrange', 3)) {
		const [from = 0, to = 0, first = 0] = range.map((number) => Number.parseInt(number, 16))
		for (let glyph = from; glyph <= to; glyph += 1)
			letters.set(glyph, String.fromCharCode(first + glyph - from))
	}
	return { digits: numbersIn('codespacerange', 2)[0]?.[0]?.length ?? 4, letters }
}

function streamOf(object: string): string {
	const start = /stream\r?\n/.exec(object)
	const length = /\/Length (\d+)/.exec(object)?.[1]
	if (!start || !length) throw new Error('A sheet of the PDF has no content.')
	// By its length, since the bytes before `endstream` may be a line break of the data.
	const from = start.index + start[0].length
	const bytes = Buffer.from(object.slice(from, from + Number(length)), 'latin1')
	return (/\/FlateDecode/.test(object) ? inflateSync(bytes) : bytes).toString('latin1')
}

/** Interprets the operators that move and size text; strings are skipped. */
function textsOf(content: string, height: number): Omit<PrintedText, 'sheet'>[] {
	const texts: Omit<PrintedText, 'sheet'>[] = []
	const saved: Matrix[] = []
	let page: Matrix = [1, 0, 0, 1, 0, 0]
	let text: Matrix = page
	let size = 0
	let operands: number[] = []
	for (const [token] of content.matchAll(/<[^>]*>|\((?:\\.|[^\\)])*\)|\/\S+|[^\s<>()/[\]]+/g)) {
		const number = Number(token)
		if (!Number.isNaN(number)) {
			operands.push(number)
			continue
		}
		if (/^[<(/]/.test(token)) continue
		if (token === 'q') saved.push(page)
		else if (token === 'Q') page = saved.pop() ?? page
		else if (token === 'cm') page = times(operands as Matrix, page)
		else if (token === 'BT') text = [1, 0, 0, 1, 0, 0]
		else if (token === 'Tm') text = operands as Matrix
		else if (token === 'Td') text = times([1, 0, 0, 1, ...(operands as [number, number])], text)
		else if (token === 'Tf') size = operands[0] ?? 0
		else if (token === 'Tj' || token === 'TJ') {
			const [, , c, d, , y] = times(text, page)
			texts.push({ baseline: height - y, size: size * Math.hypot(c, d) })
		}
		operands = []
	}
	return texts
}

const times = (a: Matrix, b: Matrix): Matrix => [
	a[0] * b[0] + a[1] * b[2],
	a[0] * b[1] + a[1] * b[3],
	a[2] * b[0] + a[3] * b[2],
	a[2] * b[1] + a[3] * b[3],
	a[4] * b[0] + a[5] * b[2] + b[4],
	a[4] * b[1] + a[5] * b[3] + b[5],
]
