import { Extension, InputRule } from '@tiptap/core'

/**
 * Converts straight quotes to typographic ones during typing; Backspace right after restores the straight
 * one.
 */
export const SmartQuotes = Extension.create({
	name: 'typography',
	addInputRules: () => [
		new InputRule({
			find: (before) => {
				const change = typographic(before)
				return change && { index: before.length - change.typed.length, text: change.typed, data: change }
			},
			handler: ({ state, range, match }) => {
				state.tr.insertText(match.data?.printed, range.from, range.to)
			},
		}),
	],
})

type Change = { typed: string; printed: string }

/** Characters that may precede an opening quote. */
const OPENS = /(?:^|[\s([{<«¿¡—–/])$/u

/** Scripts without spaces between words, with their punctuation: every second quote closes. */
const NO_SPACES =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff00-\uffef]$/u

/** Words that begin with an apostrophe; most other words after one are quoted. */
const CLIPPED = /‘((?:n|tis|twas|twere|twill|twould|til|till|em)[\s.,;:!?…—–])$/i

/**
 * Replacement for the end of the text just typed. A quote that cannot open is a closing quote, an apostrophe,
 * or a sign of feet, inches or minutes; in some cases only the next character decides.
 */
export function typographic(text: string): Change | null {
	const before = text.slice(0, -1)
	switch (text.at(-1)) {
		case '-':
			return before.endsWith('-') ? { typed: '--', printed: '–' } : null
		case '"':
			return { typed: '"', printed: double(before) }
		case "'":
			if (/(?:^|\s)‘n$/i.test(before)) return { typed: text.slice(-3), printed: `’${text.at(-2)}’` }
			return { typed: "'", printed: single(before) }
		default:
			return corrected(text)
	}
}

function double(before: string): string {
	if (OPENS.test(before) || /[‘']$/.test(before)) return '“'
	// 5′10″ within quotes is still a height.
	if (/\d′\s?\d{1,2}[½¼¾]?$/.test(before)) return '″'
	const isOpen = before.lastIndexOf('“') > before.lastIndexOf('”')
	if (NO_SPACES.test(before)) return isOpen ? '”' : '“'
	return isOpen || !/\d[½¼¾]?$/.test(before) ? '”' : '″'
}

function single(before: string): string {
	if (OPENS.test(before) || /[“"]$/.test(before)) return '‘'
	return /\d$/.test(before) && !hasOpenSingle(before) ? '′' : '’'
}

/** An apostrophe precedes a letter, a closing quote does not. */
const hasOpenSingle = (before: string): boolean =>
	/‘(?:[^’]|’(?=\p{L}))*$/u.test(before.slice(before.lastIndexOf('‘')))

/** Replacements decided by the character after the sign. */
const CORRECTIONS: readonly { find: RegExp; sign: string }[] = [
	{ find: /‘(\d\ds)$/, sign: '’' },
	{ find: CLIPPED, sign: '’' },
	{ find: /(?<=\d)′(\p{L})$/u, sign: '’' },
	{ find: /(?<=\p{Script=Hebrew})”(\p{Script=Hebrew})$/u, sign: '״' },
	{ find: /(?<=\p{Script=Hebrew})’(\p{Script=Hebrew})$/u, sign: '׳' },
]

function corrected(text: string): Change | null {
	for (const { find, sign } of CORRECTIONS) {
		const [typed, after] = find.exec(text) ?? []
		if (typed !== undefined) return { typed, printed: sign + after }
	}
	return null
}
