import { isLinkable, withoutTrailingMarks } from './comment-links'

export type Inline =
	| string
	| { tag: 'br' }
	| { tag: 'em' | 'strong' | 'code'; children: Inline[] }
	| { tag: 'a'; href: string; children: Inline[] }

/** Elements that may still be created; below 0 parsing stops, and the result must be discarded. */
export type Budget = { left: number }

/** Delimiters that can open an element: a bracket, and one or two of each kind of emphasis. */
const [BRACKET, STAR, STARS, LINE, LINES] = [0, 1, 2, 3, 4]
const MARKS = 5
const NONE = -1

const isSpecial = new Uint8Array(128)
for (const character of '\n`*_[]hH') isSpecial[character.charCodeAt(0)] = 1
const SCHEME = /https?:\/\//iy
const URL_CHARACTERS = /[^\s<>"`[\]]+/y
const DESTINATION = /\((https?:\/\/[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)\)/iy

class InlineParser {
	readonly #source: string
	readonly #budget: Budget
	readonly #nodes: Inline[] = []
	/** Per delimiter: its node index, where it is text until closed, and its source position. */
	readonly #openNode: number[] = Array(MARKS).fill(NONE)
	readonly #openAt: number[] = Array(MARKS).fill(NONE)
	#codeRuns: Map<number, number[]> | null = null
	/** Start of the latest link; links cannot contain links. */
	#linkAt = NONE
	/** Source position of the parser, and end of the source already converted to nodes. */
	#at = 0
	#done = 0

	constructor(source: string, budget: Budget) {
		this.#source = source
		this.#budget = budget
	}

	parse(): Inline[] {
		const { length } = this.#source
		while (this.#at < length && this.#budget.left >= 0) {
			const code = this.#source.charCodeAt(this.#at)
			if (isSpecial[code] === 1) this.#special(this.#source.charAt(this.#at))
			else this.#at += 1
		}
		this.#text(length)
		return joined(this.#nodes)
	}

	#special(mark: string): void {
		const at = this.#at
		if (mark === '\n') this.#element({ tag: 'br' }, at, at + 1)
		else if (mark === '`') this.#code(at)
		else if (mark === '*' || mark === '_') this.#run(at, mark)
		else if (mark === '[') this.#open(BRACKET, at, 1)
		else if (mark === ']') this.#link(at)
		else this.#url(at)
	}

	#text(end: number): void {
		if (end > this.#done) this.#nodes.push(this.#source.slice(this.#done, end))
		this.#done = end
		this.#at = end
	}

	#element(node: Inline, start: number, end: number): void {
		this.#text(start)
		this.#budget.left -= 1
		this.#nodes.push(node)
		this.#done = end
		this.#at = end
	}

	#open(mark: number, at: number, length: number): void {
		this.#text(at)
		this.#openNode[mark] = this.#nodes.length
		this.#openAt[mark] = at
		this.#text(at + length)
	}

	/** Wraps the nodes since the delimiter in an element; unclosed delimiters in between stay text. */
	#wrap(mark: number, make: (children: Inline[]) => Inline, end: number): void {
		const node = this.#openNode[mark] ?? 0
		const children = joined(this.#nodes.splice(node).slice(1))
		for (let each = 0; each < MARKS; each += 1)
			if ((this.#openNode[each] ?? 0) >= node) this.#openNode[each] = NONE
		this.#element(make(children), this.#done, end)
	}

	#hasContent(mark: number): boolean {
		const node = this.#openNode[mark] ?? NONE
		return node !== NONE && node < this.#nodes.length - 1
	}

	#code(at: number): void {
		const length = runLength(this.#source, at)
		this.#codeRuns ??= runsOf(this.#source)
		const ends = this.#codeRuns.get(length) ?? []
		while ((ends.at(-1) ?? at + 1) <= at) ends.pop()
		const end = ends.at(-1)
		if (end === undefined) this.#at = at + length
		else this.#element({ tag: 'code', children: [this.#source.slice(at + length, end)] }, at, end + length)
	}

	#run(at: number, mark: '*' | '_'): void {
		const length = runLength(this.#source, at)
		const [one, two] = mark === '*' ? [STAR, STARS] : [LINE, LINES]
		const { opens, closes } = flanks(this.#source, at, length)
		let left = length <= RUN_MAX ? length : 0
		if (closes && left > 0) this.#text(at)
		while (closes && left > 0) {
			const closed = this.#innermost(one, two, left)
			if (!this.#hasContent(closed)) break
			left -= closed === two ? 2 : 1
			const tag = closed === two ? 'strong' : 'em'
			this.#done = at + length - left
			this.#wrap(closed, (children) => ({ tag, children }), this.#done)
		}
		if (left === length && opens) {
			if (length >= 2) this.#open(two, at, 2)
			if (length !== 2) this.#open(one, at + length - 1, 1)
		}
		this.#at = at + length
	}

	/** The innermost delimiter that a run can close; a run of two closes a double delimiter only. */
	#innermost(one: number, two: number, length: number): number {
		if (length === 1) return one
		if (length === 2) return two
		return (this.#openNode[one] ?? NONE) > (this.#openNode[two] ?? NONE) ? one : two
	}

	#link(at: number): void {
		this.#text(at)
		DESTINATION.lastIndex = at + 1
		const isOpen = this.#hasContent(BRACKET) && (this.#openAt[BRACKET] ?? 0) > this.#linkAt
		const href = isOpen ? DESTINATION.exec(this.#source)?.[1] : undefined
		if (href && isLinkable(href)) {
			this.#linkAt = this.#openAt[BRACKET] ?? 0
			this.#wrap(BRACKET, (children) => ({ tag: 'a', href, children }), at + href.length + 3)
		} else {
			this.#openNode[BRACKET] = NONE
			this.#at = at + 1
		}
	}

	#url(at: number): void {
		this.#at = at + 1
		SCHEME.lastIndex = at
		if (!SCHEME.test(this.#source)) return
		URL_CHARACTERS.lastIndex = at
		const url = withoutTrailingMarks(URL_CHARACTERS.exec(this.#source)?.[0] ?? '')
		this.#at = at + Math.max(url.length, 1)
		if (!isLinkable(url) || kindAt(this.#source, at - 1) === 'word') return
		this.#linkAt = at
		this.#element({ tag: 'a', href: url, children: [url] }, at, at + url.length)
	}
}

function runLength(source: string, at: number): number {
	const mark = source.charCodeAt(at)
	let end = at + 1
	while (source.charCodeAt(end) === mark) end += 1
	return end - at
}

export const parseInline = (source: string, budget: Budget): Inline[] =>
	new InlineParser(source.trim(), budget).parse()

/** Longest run that is emphasis; longer ones are a line or a mask, as in `f*** off`. */
const RUN_MAX = 3
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

type Kind = 'space' | 'punctuation' | 'backslash' | 'word' | 'other'

const KINDS: Kind[] = Array.from({ length: 128 }, (_, code) => {
	const character = String.fromCharCode(code)
	if (/\s/.test(character)) return 'space'
	if (character === '\\') return 'backslash'
	if (/[0-9A-Za-z]/.test(character)) return 'word'
	return code > 32 && code < 127 ? 'punctuation' : 'other'
})

function kindAt(source: string, at: number): Kind {
	if (at < 0 || at >= source.length) return 'space'
	const code = source.charCodeAt(at)
	return KINDS[code] ?? (/\s/.test(source.charAt(at)) ? 'space' : 'other')
}

/**
 * CommonMark's flanking rule, with no emphasis inside words and numbers, so that `2*3*4` and `snake_case`
 * stay whole, nor after a backslash, which is shown. Beyond ASCII only `_` needs space around it, as some
 * scripts have none.
 */
function flanks(source: string, at: number, length: number): { opens: boolean; closes: boolean } {
	const [before, after] = [kindAt(source, at - 1), kindAt(source, at + length)]
	if (before === 'backslash') return { opens: false, closes: false }
	const isInWord = (kind: Kind, place: number) =>
		kind === 'word' ||
		(kind === 'other' && source.charAt(at) === '_' && LETTER_OR_DIGIT.test(source.charAt(place)))
	const isMark = (kind: Kind) => kind === 'punctuation' || kind === 'backslash'
	return {
		opens:
			after !== 'space' &&
			(!isMark(after) || before === 'space' || isMark(before)) &&
			!isInWord(before, at - 1),
		closes:
			before !== 'space' &&
			(!isMark(before) || after === 'space' || isMark(after)) &&
			!isInWord(after, at + length),
	}
}

/** Merges adjacent text nodes. */
function joined(nodes: Inline[]): Inline[] {
	const result: Inline[] = []
	let text: string[] = []
	const flush = () => {
		if (text.length > 0) result.push(text.join(''))
		text = []
	}
	for (const node of nodes) {
		if (typeof node === 'string') {
			text.push(node)
			continue
		}
		flush()
		result.push(node)
	}
	flush()
	return result
}

/** Positions of backtick runs, keyed by run length, in descending order. */
function runsOf(source: string): Map<number, number[]> {
	const runs = new Map<number, number[]>()
	for (const { 0: run, index } of [...source.matchAll(/`+/g)].reverse()) {
		const positions = runs.get(run.length)
		if (positions) positions.push(index)
		else runs.set(run.length, [index])
	}
	return runs
}
