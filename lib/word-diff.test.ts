import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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

const LENGTH = 190_000
const text = (unit: string) => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH)
const numbered = (prefix: string) =>
	Array.from({ length: LENGTH / 8 }, (_, n) => `${prefix}${n}`)
		.join(' ')
		.slice(0, LENGTH)

const WORST: [string, string[], string[]][] = [
	['texts without a common word', [numbered('a')], [numbered('b')]],
	['alternating common words', [text('a x b y ')], [text('a u b v ')]],
	['a script without spaces', [text('漢字かな')], [text('漢字カナ')]],
	['signs only', [text('*a* ')], [text('_a_ ')]],
	['thousands of changed paragraphs', paragraphs('a'), paragraphs('b')],
	['fifty long paragraphs alike', long('a'), long('b')],
]

function paragraphs(word: string): string[] {
	return Array.from({ length: 2_000 }, (_, n) => `The paragraph ${n} says ${word}`)
}

function long(word: string): string[] {
	return Array.from({ length: 50 }, (_, n) => `${n} the same ${word} ${word}${n} `.repeat(150))
}

test.each(WORST)('%s take at most 100 ms', (_, before, after) => {
	paragraphDiff(before, after)
	// The best of three: the process's other threads count too.
	const times = Array.from({ length: 3 }, () => {
		const start = process.cpuUsage()
		paragraphDiff(before, after)
		const { user, system } = process.cpuUsage(start)
		return (user + system) / 1_000
	})
	expect(Math.min(...times)).toBeLessThan(100)
})
