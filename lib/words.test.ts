import { expect, test } from 'vitest'
import { rangesOfWords, wordsOf } from './words'

test.each<[string, string[]]>([
	['The Škoda depot’s 2nd roof', ['the', 'skoda', 'depot', 's', '2nd', 'roof']],
	['co\u00adoperate', ['cooperate']],
	['हिन्दी में', ['हिन्दी', 'में']],
	['مُحَمَّد', ['محمد']],
	['한국 뉴스'.normalize('NFD'), ['한국', '뉴스']],
	['東京都', ['東京', '京都', '都']],
	['Apple製品', ['apple', '製品', '品']],
	['データー', ['デー', 'ータ', 'ター', 'ー']],
	['ประเทศ', ['ปร', 'ระ', 'ะเ', 'เท', 'ทศ', 'ศ']],
	['𞤀𞤣𞤤𞤢𞤥', ['𞤢𞤣𞤤𞤢𞤥']],
	['½ a_b C++', ['1', '2', 'a', 'b', 'c']],
	['x'.repeat(70), ['x'.repeat(64)]],
	['\u0000\ud800 … 👩‍👩‍👧', []],
])('the words of %s are %j', (text, words) => {
	expect(wordsOf(text)).toEqual(words)
})

test('the ranges of words are those of the unfolded text', () => {
	const text = 'Die Großstadt, har\u00adbour ½ 東京都'
	const found = rangesOfWords(text).map(({ word, start, end }) => [word, text.slice(start, end)])
	expect(found).toEqual([
		['die', 'Die'],
		['grossstadt', 'Großstadt'],
		['harbour', 'har\u00adbour'],
		['1', '½'],
		['2', '½'],
		['東京', '東京'],
		['京都', '京都'],
		['都', '都'],
	])
})
