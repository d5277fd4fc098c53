import { describe, expect, test } from 'vitest'
import fc from '@/e2e/support/fast-check'
import { GROWTH_MAX, growth } from './testing'
import { type DiffRun, paragraphDiff, wordDiff } from './word-diff'

const SIGNS = { same: '', removed: '-', added: '+' }
const shown = (runs: DiffRun[]) => runs.map(({ text, change }) => `${SIGNS[change]}[${text}]`).join('')

const without = (runs: DiffRun[], change: string) =>
	runs
		.filter((run) => run.change !== change)
		.map(({ text }) => text)
		.join('')

describe('wordDiff', () => {
	test.each([
		['The bridge opens.', 'The bridge closes.', '[The bridge ]-[opens]+[closes][.]'],
		['one two three four', 'five six three four', '-[one two]+[five six][ three four]'],
		['', 'New.', '+[New.]'],
		['Gone.', '', '-[Gone.]'],
		['same', 'same', '[same]'],
		['фермеры ждут', 'фермеры ждали', '[фермеры ]-[ждут]+[ждали]'],
		['افتتح الجسر اليوم', 'افتتح الجسر أمس', '[افتتح الجسر ]-[اليوم]+[أمس]'],
		['我喜欢北京', '我喜欢上海', '[我喜欢]-[北京]+[上海]'],
		["It's half-term.", "It's half-time.", "[It's ]-[half-term]+[half-time][.]"],
	])('%s → %s', (before, after, expected) => {
		expect(shown(wordDiff(before, after))).toBe(expected)
	})

	test('contains all of both texts', () => {
		const word = fc.constantFrom('a', 'b', 'the', ' ', '  ', '.', '漢字', 'ไทย', 'עברית', '“', '\n', '👩‍👧')
		const text = fc.array(word).map((words) => words.join(''))
		fc.assert(
			fc.property(text, text, (before, after) => {
				const runs = wordDiff(before, after)
				expect(without(runs, 'added')).toBe(before)
				expect(without(runs, 'removed')).toBe(after)
			}),
		)
	})
})

describe('paragraphDiff', () => {
	test('pairs a changed paragraph with the most alike one', () => {
		const before = ['First.', 'The bridge opens on Monday.', 'Last.']
		const after = ['First.', 'Something new.', 'The bridge opens on Friday.', 'Last.']
		expect(paragraphDiff(before, after).map(({ change, runs }) => `${change} ${shown(runs)}`)).toEqual([
			'same [First.]',
			'added +[Something new.]',
			'changed [The bridge opens on ]-[Monday]+[Friday][.]',
			'same [Last.]',
		])
	})

	test('contains every paragraph of both texts in order', () => {
		const paragraph = fc
			.array(fc.constantFrom('a', 'b', 'c', 'd', '.'), { minLength: 1, maxLength: 5 })
			.map((words) => words.join(' '))
		const text = fc.array(paragraph, { maxLength: 8 })
		fc.assert(
			fc.property(text, text, (before, after) => {
				const paragraphs = paragraphDiff(before, after)
				const of = (change: 'added' | 'removed') =>
					paragraphs.filter((each) => each.change !== change).map(({ runs }) => without(runs, change))
				expect(of('added')).toEqual(before)
				expect(of('removed')).toEqual(after)
			}),
		)
	})
})

/** Characters of the longest body that a form saves. */
const LENGTH = 190_000
const text = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
const numbered = (prefix: string, length: number) =>
	Array.from({ length: length / 8 }, (_, n) => `${prefix}${n}`)
		.join(' ')
		.slice(0, length)
const paragraphs = (word: string, length: number) =>
	Array.from({ length: length / 95 }, (_, n) => `The paragraph ${n} says ${word}`)
const alike = (word: string, length: number) =>
	Array.from({ length: 50 }, (_, n) => text(`${n} the same ${word} ${word}${n} `, length / 50))

const WORST: [string, (length: number) => [before: string[], after: string[]]][] = [
	['texts without a common word', (length) => [[numbered('a', length)], [numbered('b', length)]]],
	['alternating common words', (length) => [[text('a x b y ', length)], [text('a u b v ', length)]]],
	['a script without spaces', (length) => [[text('漢字かな', length)], [text('漢字カナ', length)]]],
	['signs only', (length) => [[text('*a* ', length)], [text('_a_ ', length)]]],
	['thousands of changed paragraphs', (length) => [paragraphs('a', length), paragraphs('b', length)]],
	['fifty long paragraphs alike', (length) => [alike('a', length), alike('b', length)]],
]

test.each(WORST)('%s are compared in linear time', (_, texts) => {
	expect(growth((length) => paragraphDiff(...texts(length)), LENGTH)).toBeLessThan(GROWTH_MAX)
})
