import { expect, test } from 'vitest'
import { parseQuery } from './search-query'

const read = (typed: string) => {
	const { wanted, unwanted } = parseQuery(typed)
	const told = wanted.map(({ words, prefix }) => words.join(' ') + (prefix ? '*' : ''))
	return [...told, ...unwanted.map(({ words }) => `-${words.join(' ')}`)].join(' | ')
}

test.each([
	['low water', 'low | water*'],
	['"low water"', 'low water'],
	['“Low water” bridge', 'low water | bridge*'],
	['«low water» „mark“', 'low water | mark'],
	['bridge -toll', 'bridge | -toll'],
	['bridge −toll –tax', 'bridge | -toll | -tax'],
	['bridge -"low water', 'bridge | -low water'],
	['covid-19 l’eau', 'covid 19 | l eau*'],
	['low low', 'low*'],
	['東京', '東京'],
	['東', '東*'],
	['"東京 2020"', '東京 京 2020'],
	['-toll', '-toll'],
	['AND OR NOT NEAR(a b, 2)', 'and | or | not | near a | b | 2*'],
	['* ^ : { } ( ) + "" -', ''],
	['headline:x "a" OR "b', 'headline x | a | or | b'],
	['one two three four five six seven eight nine', 'one | two | three | four | five | six | seven | eight'],
])('%s is read as %s', (typed, expected) => {
	expect(read(typed)).toBe(expected)
})

test('a phrase has at most 24 words', () => {
	expect(parseQuery('½'.repeat(200)).wanted[0]?.words).toHaveLength(24)
})

test('only the first 200 characters are read', () => {
	expect(read(`${'a '.repeat(99)}bc${'d'.repeat(60_000)}`)).toBe('a | bc*')
})
