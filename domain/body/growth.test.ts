import { expect, test } from 'vitest'
import { parseMarkdown, toMarkdown } from '@/domain/body/markdown'
import { GROWTH_MAX, growth } from '@/lib/testing'

/** Characters: at four times this a quadratic parser takes seconds, a linear one milliseconds. */
const SIZE = 8_000

const repeated = (part: string, size: number) => part.repeat(Math.ceil(size / part.length))

/** Unterminated openings that the parsers look ahead for, and characters that they backtrack over. */
const PARTS = [
	...[
		'[',
		']',
		'(',
		')',
		'*',
		'**',
		'***',
		'_',
		'`',
		'\\',
		'!',
		'@',
		'#',
		'>',
		'|',
		'~',
		'<',
		'&',
		' ',
		'\n',
	],
	...['*a ', '*a* ', '**a', '** ', '* ', '_a_', '_a ', '`a`', '``', '\\*', '\\\n', '\\\\\n', ' \\'],
	...['[a', '[a](', '[a](b', '[a](b)', '[a]((', '[a](()', '[](', '](', '[a][', '[\\]', '[a*](', '[ ](x)'],
	...['[a](https://example.org/)', '[a](https://example.org/', '[*a*](https://example.org/)', '!](photo:1'],
	...['![', '![](', '![a](photo:', '](photo:1', '](photo:1)', '@[', '@[](', '](a', '](a)', '](a b'],
	...[
		'- ',
		'- a\n',
		'- a\n\n\n',
		'\n\n\n\n- a',
		'1. a\n',
		'1. a\n7. b\n',
		'- - ',
		'1. 1. ',
		'  - a\n',
		'-\n',
	],
	...['> ', '> a\n', '>> a\n', '> \n', '> —\n', '> — a\n', '>> — a\n', '> > ', '---\n', '%%\n', '- a\n%%\n'],
	...[
		'# ',
		'## a\n',
		'#\n',
		'—',
		'— ',
		'\u2028',
		'\u2028a',
		'\u00a0',
		'a\u0301',
		'\ud83d',
		'\0',
		'\r',
		'a\\\n',
	],
]

/** Surroundings of the text: a line of its own, or between the start and the end of a block. */
const AROUND = [
	['', ''],
	['![', '](photo:1)'],
	['@[', ')'],
	['> [', '](https://example.org/)\\'],
] as const

const textsOf = (part: string): ((size: number) => string)[] =>
	AROUND.map(
		([before, after]) =>
			(size) =>
				before + repeated(part, size) + after,
	)

test.each(PARTS)('parsing and writing %j takes linear time', (part) => {
	for (const textOfSize of textsOf(part)) {
		expect(
			growth((size) => toMarkdown(parseMarkdown(textOfSize(size))), SIZE),
			textOfSize(12),
		).toBeLessThan(GROWTH_MAX)
	}
})
