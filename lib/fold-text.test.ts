import { expect, test } from 'vitest'
import { foldText, searchTerms } from './fold-text'

const EQUAL: [string, string][] = [
	['Škoda', 'skoda'],
	['ПРИВЕТ', 'привет'],
	['Ünited', 'u\u0308nited'],
	['STRASSE', 'straße'],
	['İstanbul', 'istanbul'],
	['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
	['don’t', "don't"],
	['１２ ｋｍ', '12 km'],
	['10\u202f000', '10 000'],
	['مُحَمَّد', 'محمد'],
	['łódź', 'LODZ'],
	['Ørsted', 'orsted'],
	['Đorđe', 'dorde'],
	['ĦAL', 'hal'],
	['Ŧŧ', 'tt'],
	['Diyarbakır', 'diyarbakir'],
	['Ægir og Œuvre', 'aegir og oeuvre'],
	['Ǽ', 'ae'],
	['Þórður', 'thordur'],
	['co\u00adoperate', 'cooperate'],
	['한국', '한국'.normalize('NFD')],
]

test.each(EQUAL)('foldText makes %s and %s equal', (one, other) => {
	expect(foldText(one)).toBe(foldText(other))
})

test.each([
	['हिन्दी', 'हनद'],
	['が', 'か'],
	['100%', '100'],
	['a_b', 'axb'],
])('foldText keeps %s and %s different', (one, other) => {
	expect(foldText(one)).not.toBe(foldText(other))
})

test('searchTerms returns at most eight terms of bounded length', () => {
	expect(searchTerms(' Two\u00a0 words ')).toEqual(['two', 'words'])
	expect(searchTerms(' \u200b ')).toEqual([])
	expect(searchTerms('a '.repeat(1_000))).toHaveLength(8)
	expect(searchTerms('𠮷'.repeat(5_000))).toEqual(['𠮷'.repeat(100)])
})
