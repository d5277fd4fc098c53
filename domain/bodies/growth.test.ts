import { describe, expect, test } from 'vitest'
import { bodyOf, textOf } from '@/domain/bodies/text-form'
import { parseBody } from '@/domain/bodies/validate'
import { isRefusal } from '@/lib/refusal'
import { GROWTH_MAX, growth } from '@/lib/testing'

/** Long enough that a quadratic reader takes seconds, short enough that a linear one takes milliseconds. */
const SIZE = 40_000

const repeated = (part: string, size: number) => part.repeat(Math.ceil(size / part.length))

/** What the readers look ahead for, begun and never ended, and what they go back for. */
const PARTS = [
	...['[', ']', '(', ')', '*', '**', '***', '_', '`', '\\', '!', '@', '#', '>', '|', '~', '<', '&', ' ', '\n'],
	...['*a ', '*a* ', '**a', '** ', '* ', '_a_', '_a ', '`a`', '``', '\\*', '\\\n', '\\\\\n', ' \\'],
	...['[a', '[a](', '[a](b', '[a](b)', '[a]((', '[a](()', '[](', '](', '[a][', '[\\]', '[a*](', '[ ](x)'],
	...['[a](https://example.org/)', '[a](https://example.org/', '[*a*](https://example.org/)', '!](photo:1'],
	...['![', '![](', '![a](photo:', '](photo:1', '](photo:1)', '@[', '@[](', '](a', '](a)', '](a b'],
	...['- ', '- a\n', '- a\n\n\n', '\n\n\n\n- a', '1. a\n', '1. a\n7. b\n', '- - ', '1. 1. ', '  - a\n', '-\n'],
	...['> ', '> a\n', '>> a\n', '> \n', '> —\n', '> — a\n', '>> — a\n', '> > ', '---\n', '%%\n', '- a\n%%\n'],
	...['# ', '## a\n', '#\n', '—', '— ', '\u2028', '\u2028a', '\u00a0', 'a\u0301', '\ud83d', '\0', '\r', 'a\\\n'],
]

/** As a line of its own, as the middle of one that begins like a block, and as one that ends like one. */
const AROUND = [
	['', ''],
	['![', '](photo:1)'],
	['@[', ')'],
	['> ', ''],
	['- ', '\\'],
	['1. ', ']'],
	['[', '](https://example.org/)'],
	['**', '*'],
] as const

const textsOf = (part: string): ((size: number) => string)[] =>
	AROUND.map(
		([before, after]) =>
			(size) =>
				before + repeated(part, size) + after,
	)

test.each(PARTS)('reading and writing %j takes time in proportion to its length', (part) => {
	for (const textOfSize of textsOf(part)) {
		expect(growth((size) => textOf(bodyOf(textOfSize(size))), SIZE), textOfSize(12)).toBeLessThan(GROWTH_MAX)
	}
})
