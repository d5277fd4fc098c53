import type { Inline, Text } from '@/domain/body/document'
import { normalizeInline, styledText } from '@/domain/body/normalize'
import { linkUrl, URL_LENGTH_MAX } from '@/domain/body/urls'

const ESCAPABLE = /^[!-/:-@[-`{-~—–•]$/
const PLAIN = /[^\\*[\n]+/y
/** Parentheses are allowed in a link's address in pairs, as in addresses of encyclopaedias. */
const ADDRESS = new RegExp(`\\(((?:[^\\s()]|\\([^\\s()]*\\)){1,${URL_LENGTH_MAX}})\\)`, 'y')

type Toggle = 'bold' | 'italic'
const STARS: Record<Toggle, string> = { bold: '**', italic: '*' }
const TOGGLES: Toggle[][] = [[], ['italic'], ['bold'], ['bold', 'italic']]

type Token = { text: string; href: string | null } | { toggle: Toggle; href: string | null } | 'break'

/** Parses the running text of one block. Text without markup is kept unchanged. */
export function parseInline(source: string): Inline[] {
	const parser = new InlineParser(source)
	parser.parse(source.length)
	return normalizeInline(inlineOfTokens(withoutUnmatched(parser.tokens)))
}

class InlineParser {
	readonly tokens: Token[] = []
	private at = 0
	private href: string | null = null
	private readonly on: Record<Toggle, boolean> = { bold: false, italic: false }

	constructor(private readonly source: string) {}

	parse(end: number): void {
		while (this.at < end) {
			const character = this.source[this.at]
			if (character === '\\') this.parseEscape(end)
			else if (character === '*') this.parseStars(end)
			else if (character === '[') this.parseLink()
			else if (character === '\n') this.write(' ', 1)
			else this.parsePlain(end)
		}
	}

	/** Merges adjacent text into one token: one token a character would cost microseconds each in later steps. */
	private write(text: string, length: number): void {
		const last = this.tokens.at(-1)
		if (typeof last === 'object' && 'text' in last && last.href === this.href) last.text += text
		else this.tokens.push({ text, href: this.href })
		this.at += length
	}

	private parsePlain(end: number): void {
		PLAIN.lastIndex = this.at
		const length = PLAIN.exec(this.source)?.[0].length ?? 1
		const text = this.source.slice(this.at, Math.min(end, this.at + length))
		this.write(text, text.length)
	}

	private parseEscape(end: number): void {
		const next = this.at + 1 < end ? (this.source[this.at + 1] ?? '') : ''
		if (next === '\n') {
			this.tokens.push('break')
			this.at += 2
		} else if (ESCAPABLE.test(next)) this.write(next, 2)
		else this.write('\\', 1)
	}

	private parseStars(end: number): void {
		const start = this.at
		let stars = 0
		while (start + stars < end && this.source[start + stars] === '*') stars += 1
		const before = this.source[start - 1] ?? ' '
		const after = this.source[start + stars] ?? ' '
		const toggles = TOGGLES[stars]
		if (!toggles) this.write('*'.repeat(stars), stars)
		else for (const toggle of toggles) this.parseToggle(toggle, before, after)
	}

	/** A toggle next to white space on the inner side is literal text. */
	private parseToggle(toggle: Toggle, before: string, after: string): void {
		const stars = STARS[toggle]
		if (/\s/.test(this.on[toggle] ? before : after)) this.write(stars, stars.length)
		else {
			this.on[toggle] = !this.on[toggle]
			this.tokens.push({ toggle, href: this.href })
			this.at += stars.length
		}
	}

	private parseLink(): void {
		const labelEnd = endOfLabel(this.source, this.at + 1)
		ADDRESS.lastIndex = labelEnd + 1
		const address = labelEnd > 0 ? ADDRESS.exec(this.source)?.[1] : undefined
		const href = address === undefined ? null : linkUrl(address)
		if (href === null) {
			this.write('[', 1)
			return
		}
		const end = ADDRESS.lastIndex
		this.href = href
		this.at += 1
		this.parse(labelEnd)
		this.href = null
		this.at = end
	}
}

/** Index of the bracket that closes the label; -1 for a missing, empty or nested label. */
function endOfLabel(source: string, start: number): number {
	for (let at = start; at < source.length; at += 1) {
		if (source[at] === '\\') at += 1
		else if (source[at] === '[') return -1
		else if (source[at] === ']') return source.slice(start, at).trim() === '' ? -1 : at
	}
	return -1
}

/** Turns an unclosed toggle back into the literal stars. */
function withoutUnmatched(tokens: readonly Token[]): Token[] {
	const unmatched = new Set<Token | undefined>()
	for (const toggle of ['bold', 'italic'] as const) {
		const toggles = tokens.filter((token) => isToggle(token, toggle))
		if (toggles.length % 2 === 1) unmatched.add(toggles.at(-1))
	}
	return tokens.map((token) =>
		typeof token === 'object' && 'toggle' in token && unmatched.has(token)
			? { text: STARS[token.toggle], href: token.href }
			: token,
	)
}

const isToggle = (token: Token, toggle: Toggle): boolean =>
	typeof token === 'object' && 'toggle' in token && token.toggle === toggle

function inlineOfTokens(tokens: readonly Token[]): Inline[] {
	const on: Record<Toggle, boolean> = { bold: false, italic: false }
	return tokens.flatMap((token): Inline[] => {
		if (token === 'break') return [{ type: 'hardBreak' }]
		if ('text' in token) return [styledText(token.text, { ...on, href: token.href }) satisfies Text]
		on[token.toggle] = !on[token.toggle]
		return []
	})
}
