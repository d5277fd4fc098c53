export type Inline =
	| string
	| { tag: 'br' }
	| { tag: 'em' | 'strong' | 'code'; children: Inline[] }
	| { tag: 'a'; href: string; children: Inline[] }

type Mark = '*' | '**' | '_' | '__' | '['
/** A mark kept as text until its partner is found: its index among the nodes and in the source. */
type Opening = { node: number; at: number }

const SPECIAL =
	/(?<line>\n)|(?<code>`+)|(?<run>\*+|_+)|(?<open>\[)|(?<close>\])|(?<url>https?:\/\/[^\s<>"`[\]]+)/gi
const DESTINATION = /\((https?:\/\/[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)\)/iy
const SPACE_OR_NONE = /^\s*$/
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
const ASCII_LETTER_OR_DIGIT = /[0-9A-Za-z]/
const BACKSLASH = '\\'
const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/

class InlineParser {
	readonly #nodes: Inline[] = []
	readonly #source: string
	readonly #openings: Partial<Record<Mark, Opening>> = {}
	readonly #codeRuns: Map<number, number[]>
	/** Where the latest link begins, as no link may hold another. */
	#linkAt = -1
	#done = 0

	constructor(source: string) {
		this.#source = source
		this.#codeRuns = runsOf(source)
	}

	parse(): Inline[] {
		const special = new RegExp(SPECIAL)
		for (let found = special.exec(this.#source); found; found = special.exec(this.#source)) {
			const { line, code, run, open, url } = found.groups ?? {}
			this.#text(found.index)
			const { index } = found
			if (line) this.#element({ tag: 'br' }, index + 1)
			else if (code) this.#code(index, code.length)
			else if (run) this.#run(index, run)
			else if (open) this.#open('[', index, 1)
			else if (url) this.#url(index, url)
			else this.#link(index)
			special.lastIndex = Math.max(this.#done, index + 1)
		}
		this.#text(this.#source.length)
		return joined(this.#nodes)
	}

	#text(end: number): void {
		if (end > this.#done) this.#nodes.push(this.#source.slice(this.#done, end))
		this.#done = Math.max(end, this.#done)
	}

	#element(node: Inline, end: number): void {
		this.#nodes.push(node)
		this.#done = end
	}

	#open(mark: Mark, at: number, length: number): void {
		this.#openings[mark] = { node: this.#nodes.length, at }
		this.#text(at + length)
	}

	/** Everything since the opening becomes the element; marks that were opened in between stay text. */
	#wrap(opening: Opening, make: (children: Inline[]) => Inline, end: number): void {
		const children = joined(this.#nodes.splice(opening.node).slice(1))
		for (const mark of Object.keys(this.#openings) as Mark[])
			if ((this.#openings[mark]?.node ?? -1) >= opening.node) delete this.#openings[mark]
		this.#element(make(children), end)
	}

	#code(at: number, length: number): void {
		const ends = this.#codeRuns.get(length) ?? []
		while ((ends.at(-1) ?? at + 1) <= at) ends.pop()
		const end = ends.at(-1)
		if (end === undefined) this.#text(at + length)
		else this.#element({ tag: 'code', children: [this.#source.slice(at + length, end)] }, end + length)
	}

	#run(at: number, run: string): void {
		const { opens, closes } = this.#flanks(at, run)
		let left = run.length
		while (closes && left > 0 && run.length <= 3) {
			const mark = this.#innermost(run.slice(0, left))
			const opening = mark && this.#openings[mark]
			if (!mark || !opening || opening.node >= this.#nodes.length - 1) break
			left -= mark.length
			const tag = mark.length === 2 ? 'strong' : 'em'
			this.#wrap(opening, (children) => ({ tag, children }), at + run.length - left)
		}
		if (left === run.length && opens && run.length <= 3) {
			if (left >= 2) this.#open(run.slice(0, 2) as Mark, at, 2)
			if (left !== 2) this.#open(run.slice(0, 1) as Mark, this.#done, 1)
		}
		this.#text(at + run.length)
	}

	/** The mark opened last of those that a run of this length can close. */
	#innermost(run: string): Mark | null {
		const marks = [run.slice(0, 1), ...(run.length >= 2 ? [run.slice(0, 2)] : [])] as Mark[]
		const open = marks.filter((mark) => this.#openings[mark])
		// A run that is wholly one mark closes that mark alone, so that `*a **b** c*` nests.
		const exact = run.length === 2 ? open.filter((mark) => mark.length === 2) : open
		return exact.sort((a, b) => (this.#openings[b]?.node ?? 0) - (this.#openings[a]?.node ?? 0))[0] ?? null
	}

	/**
	 * CommonMark's rule, with no emphasis inside words and numbers, so that `2*3*4` and `snake_case` stay
	 * whole, nor after a backslash, which is shown.
	 */
	#flanks(at: number, run: string): { opens: boolean; closes: boolean } {
		const before = characterBefore(this.#source, at)
		if (before === BACKSLASH) return { opens: false, closes: false }
		const after = characterAfter(this.#source, at + run.length)
		const word = run.startsWith('_') ? LETTER_OR_DIGIT : ASCII_LETTER_OR_DIGIT
		const [spaceBefore, spaceAfter] = [SPACE_OR_NONE.test(before), SPACE_OR_NONE.test(after)]
		const [markBefore, markAfter] = [ASCII_PUNCTUATION.test(before), ASCII_PUNCTUATION.test(after)]
		return {
			opens: !spaceAfter && !word.test(before) && (!markAfter || spaceBefore || markBefore),
			closes: !spaceBefore && !word.test(after) && (!markBefore || spaceAfter || markAfter),
		}
	}

	#link(at: number): void {
		const opening = this.#openings['[']
		delete this.#openings['[']
		DESTINATION.lastIndex = at + 1
		const href = opening && opening.at > this.#linkAt ? DESTINATION.exec(this.#source)?.[1] : undefined
		if (opening && href && isLinkable(href) && opening.node < this.#nodes.length - 1) {
			this.#linkAt = opening.at
			this.#wrap(opening, (children) => ({ tag: 'a', href, children }), at + href.length + 3)
		} else this.#text(at + 1)
	}

	#url(at: number, found: string): void {
		const url = withoutTrailingMarks(found)
		const end = at + url.length
		if (isLinkable(url) && !ASCII_LETTER_OR_DIGIT.test(characterBefore(this.#source, at))) {
			this.#linkAt = at
			this.#element({ tag: 'a', href: url, children: [url] }, end)
		} else this.#text(end)
	}
}

export const parseInline = (source: string): Inline[] => new InlineParser(source.trim()).parse()

/** Pieces of text beside each other are one. */
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

/** Positions of runs of backticks by their length, the last position first. */
function runsOf(source: string): Map<number, number[]> {
	const runs = new Map<number, number[]>()
	for (const { 0: run, index } of [...source.matchAll(/`+/g)].reverse()) {
		const positions = runs.get(run.length)
		if (positions) positions.push(index)
		else runs.set(run.length, [index])
	}
	return runs
}

const characterBefore = (source: string, at: number): string => source.slice(Math.max(0, at - 1), at)
const characterAfter = (source: string, at: number): string => source.slice(at, at + 1)

const TRAILING_MARKS = "*_.,;:!?'}。，、！？；：」』】》）"

/** The end of a sentence is no part of an address, and neither is a bracket that was opened before it. */
function withoutTrailingMarks(url: string): string {
	let unopened = url.split(')').length - url.split('(').length
	let end = url.length
	for (; end > 0; end -= 1) {
		const last = url.charAt(end - 1)
		if (last === ')' && unopened > 0) unopened -= 1
		else if (!TRAILING_MARKS.includes(last)) break
	}
	return url.slice(0, end)
}

/** With a name before the host an address shows one site and leads to another. */
function isLinkable(url: string): boolean {
	if (!URL.canParse(url)) return false
	const { username, password, hostname } = new URL(url)
	return !username && !password && hostname !== ''
}
