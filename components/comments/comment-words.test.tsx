import { Parser } from 'htmlparser2'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import fc from '@/e2e/support/fast-check'
import { GROWTH_MAX, growth } from '@/lib/testing'
import { parseComment } from './comment-markup'
import { CommentText } from './comment-text'

/**
 * Characters that can be syntax; all others must be shown. A link's destination counts as shown in its
 * `href`.
 */
const SYNTAX = /[\s*_`[\]()>-]/u

/** Visible content of a comment: text, list numbers and link destinations. */
function shownWords(source: string): string {
	let shown = ''
	const counters: (number | null)[] = []
	const hrefs: string[] = []
	const parser = new Parser({
		onopentag(name, { start, value, href }) {
			if (name === 'ol') counters.push(Number(start ?? 1))
			if (name === 'ul') counters.push(null)
			if (name === 'a') hrefs.push(href ?? '')
			const counter = counters.at(-1)
			if (name !== 'li' || typeof counter !== 'number') return
			const number = value === undefined ? counter : Number(value)
			counters[counters.length - 1] = number + 1
			shown += `${number}.`
		},
		ontext: (text) => {
			shown += text
		},
		onclosetag(name) {
			if (name === 'ol' || name === 'ul') counters.pop()
			if (name === 'a') shown += hrefs.pop()
		},
	})
	parser.end(renderToStaticMarkup(<CommentText source={source} />))
	return shown
}

/** The first typed character missing from the visible content, in order; null if all are present. */
function firstLost(source: string): string | null {
	const shown = [...shownWords(source)]
	let at = 0
	for (const character of source) {
		if (SYNTAX.test(character)) continue
		while (at < shown.length && shown[at] !== character) at += 1
		if (at === shown.length) return character
		at += 1
	}
	return null
}

const PIECES = [
	...['- ', '* ', '+ ', '1. ', '1) ', '2019. ', '7. ', '007. ', '> ', '>', '    ', '\t', '\n', '\n\n', ' '],
	...[
		'*',
		'**',
		'***',
		'_',
		'__',
		'`',
		'``',
		'```',
		'~~~',
		'\\',
		'\\*',
		'\\\n',
		'# ',
		' #',
		'===',
		'---',
		'- - - -',
	],
	...[
		'[',
		']',
		'](',
		'(',
		')',
		'[a](https://b.example/c)',
		'[x]: https://d.example',
		'[x][y]',
		'![i](',
		'<',
		'&',
	],
	...[
		'https://e.example/f_g_(h).',
		'<https://i.example>',
		'<!-- j -->',
		'<b>',
		'&amp;',
		'&#42;',
		'| k | l |',
		'^',
		'~',
	],
	...[
		'word',
		'déjà',
		'עברית',
		'हिन्दी',
		'日本。',
		'👩‍👧',
		'm',
		'9',
		'!',
		'“n”',
		'(o)',
		'* * * *',
		'_p_',
		'**q**',
	],
]

test('every typed word is shown at any nesting', () => {
	const source = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''))
	fc.assert(
		fc.property(source, (text) => {
			expect(firstLost(text)).toBeNull()
		}),
		{ numRuns: 1_500 },
	)
})

test('shownWords includes list numbers and link destinations', () => {
	expect(firstLost('9. nine')).toBeNull()
	expect(shownWords('9. nine\n9. ten')).toBe('9.nine9.ten')
	expect(shownWords('[a](https://b.example)')).toBe('ahttps://b.example')
})

/** Inputs known to make Markdown parsers slow. */
const HOSTILE: ((n: number) => string)[] = [
	...[
		'_a_ ',
		'*a ',
		'**a ',
		'*a **b ',
		'_a __b ',
		'a* ',
		'*',
		'**x',
		'***x ',
		'*_',
		'[',
		']',
		'[a',
		'[a](',
		'![',
		'[[a]',
	],
	...[
		'](https://a',
		'[a](https://b',
		'[a](https://b(',
		'[a](https://b)',
		'`',
		'` ',
		'`a``b',
		'<',
		'<a',
		'&',
		'\\',
	],
	...[
		'https://a',
		'https://a ',
		'https://a.',
		'https://a(',
		'https://a)',
		'https://',
		'> ',
		'>a\n',
		'- ',
		'- a\n',
		'* a\n  ',
	],
	...[
		'1. ',
		'1. a\n',
		'2) a\n\n',
		'\n',
		' ',
		'\t',
		' a',
		'- - ',
		'-\n',
		'_ ',
		'~~~\n',
		'    a\n',
		'>\n',
		'\u0301',
	],
].map((piece) => (n: number) => piece.repeat(Math.ceil(n / piece.length)))

HOSTILE.push(
	(n) => Array.from({ length: Math.sqrt(2 * n) }, (_, length) => '`'.repeat(length)).join(' '),
	(n) => `${'['.repeat(n / 2)}${']'.repeat(n / 2)}`,
	(n) => `${'*a '.repeat(n / 6)}${'a* '.repeat(n / 6)}`,
	(n) => `[a](https://b${'()'.repeat(n / 2)}`,
	(n) => `https://a${'.'.repeat(n)}b`,
	(n) => `-${' '.repeat(n)}x`,
	(n) => `${'> '.repeat(n / 4)}\n`.repeat(2),
	(n) => Array.from({ length: Math.sqrt(n) }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
)

test('parsing hostile input takes linear time', () => {
	for (const hostile of HOSTILE)
		expect(
			growth((size) => parseComment(hostile(size)), 12_000),
			JSON.stringify(hostile(24)),
		).toBeLessThan(GROWTH_MAX)
})
