/** The parts of an article page that an editor enters, read from the page's text as a browser shows it. */
export type ArticlePage = {
	/** All lines of the text without empty ones. */
	lines: string[]
	/** As printed, such as `September 22, 2023`. */
	date: string
	hero: PictureLine
	headline: string
	standfirst: string
	/** Paragraphs, and photographs between them. */
	body: (string | PictureLine)[]
	sources: string[]
	author: { name: string; bio: string; callToAction: string }
	previous: AdjacentLine
	next: AdjacentLine
}

/** Caption and credit of a photograph; the credit is empty where the text has none. */
export type PictureLine = { caption: string; credit: string }
export type AdjacentLine = { picture: PictureLine; headline: string }

/**
 * Parses the text of an article page whose lines have the order of the original page: date, lead photograph, headline,
 * read time, standfirst, body, sources, author, responses, adjacent stories.
 *
 * @throws Error naming the missing line
 */
export function parseArticlePage(text: string): ArticlePage {
	const lines = text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
	const indexOf = (pattern: RegExp): number => {
		const index = lines.findIndex((line) => pattern.test(line))
		if (index < 0) throw new Error(`The page has no line ${pattern}.`)
		return index
	}
	const line = (index: number): string => lines[index] ?? ''
	const [readTime, source, about] = [/^Read Time/, /^Source /, /^About Post Author$/].map(indexOf) as [
		number,
		number,
		number,
	]
	return {
		lines,
		date: line(0),
		hero: pictureOf(line(1)),
		headline: line(readTime - 1),
		standfirst: line(readTime + 1),
		body: lines.slice(readTime + 2, source).map((each) => (each.includes('©') ? pictureOf(each) : each)),
		sources: line(source).replace('Source ', '').split('/'),
		author: { name: line(about + 1), ...bioOf(line(about + 2)) },
		previous: adjacentOf(line(indexOf(/Previous post/)), 'Previous post'),
		next: adjacentOf(line(indexOf(/Next post/)), 'Next post'),
	}
}

function pictureOf(line: string): PictureLine {
	const [caption = '', credit = ''] = line.split('©').map((part) => part.trim())
	return { caption, credit }
}

/** The last sentence of the biography is the link to the shop. */
function bioOf(line: string): { bio: string; callToAction: string } {
	const [, bio = '', callToAction = ''] = /^(.*\.) ([^.]+\.)$/.exec(line) ?? []
	return { bio, callToAction }
}

function adjacentOf(line: string, label: string): AdjacentLine {
	const [picture = '', headline = ''] = line.split(label).map((part) => part.trim())
	return { picture: pictureOf(picture), headline }
}

/** A line of the file that the page shows otherwise, with the reason; `shown: null` is left out. */
export type Difference = { line: string; shown: string | null; because: string }
/** Text that only our page has, with the reason. */
export type Addition = { text: RegExp; because: string }

type Word = { text: string; line: number }

/**
 * Compares the text of a page with the lines of a file, word by word and in order; line breaks are layout. Each
 * difference applies to the first of its lines.
 *
 * @returns the lines that are missing, and the text that the page has besides them and the additions
 */
export function compareLines(
	expected: string[],
	pageText: string,
	{ differences, additions }: { differences: Difference[]; additions: Addition[] },
): { missing: string[]; unexpected: string[] } {
	const words = pageText
		.split('\n')
		.flatMap((text, line) => wordsOf(text).map((text): Word => ({ text, line })))
	const pending = [...differences]
	const missing: string[] = []
	const matched = new Set<Word>()
	let from = 0
	for (const line of expected) {
		const index = pending.findIndex((each) => each.line === line)
		const [difference] = index < 0 ? [] : pending.splice(index, 1)
		const wanted = wordsOf((difference ? difference.shown : line) ?? '')
		if (wanted.length === 0) continue
		const start = words.findIndex(
			(_, at) => at >= from && wanted.every((text, nth) => words[at + nth]?.text === text),
		)
		if (start < 0) missing.push(line)
		else {
			from = start + wanted.length
			for (const word of words.slice(start, from)) matched.add(word)
		}
	}
	const unexpected = remainingLines(words.filter((word) => !matched.has(word))).filter(
		(text) => !additions.some((addition) => addition.text.test(text)),
	)
	return { missing: [...missing, ...pending.map(({ line }) => `unused difference: ${line}`)], unexpected }
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** The words of each line, joined. */
function remainingLines(words: Word[]): string[] {
	const lines = new Map<number, string[]>()
	for (const { text, line } of words) lines.set(line, [...(lines.get(line) ?? []), text])
	return [...lines.values()].map((texts) => texts.join(' '))
}
