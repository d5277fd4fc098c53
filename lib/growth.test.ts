import { expect, test } from 'vitest'
import { normalizeEmail } from '@/domain/people'
import { parseAppearance } from '@/lib/appearance'
import { parseCookies } from '@/lib/cookies'
import { directionOfText } from '@/lib/direction'
import { foldText } from '@/lib/fold-text'
import { highlight } from '@/lib/highlight'
import { lineDiff } from '@/lib/line-diff'
import { normalized } from '@/lib/normalized'
import { isVisible, nameLine, oneLine } from '@/lib/printed-text'
import { parseQuery } from '@/lib/search-query'
import { slugify } from '@/lib/slug'
import { GROWTH_MAX, growth } from '@/lib/testing'
import { canonicalHttpUrl, decodeSafely, encodeLocation, safeReturnPath } from '@/lib/urls'
import { rangesOfWords, wordsOf } from '@/lib/words'

const SIZE = 20_000
const PARTS = [
	'a',
	'-',
	'- ',
	'/',
	'//',
	'/../',
	'%',
	'%25',
	'%e2',
	'=',
	';',
	'; a=',
	'.',
	'\n',
	'a\n',
	"'",
	'é',
	'א',
	'\ud83d',
	'@',
	'\\',
	// Marks of different combining classes, which normalization sorts.
	'\u0301\u0316',
	'\u05b0\u05c1',
	'"',
	'東',
	'東\u200b',
]
const READERS = {
	nameLine,
	oneLine,
	isVisible,
	foldText,
	normalized,
	normalizeEmail,
	parseCookies,
	directionOfText,
	parseAppearance,
	slugify,
	decodeSafely,
	encodeLocation,
	canonicalHttpUrl,
	safeReturnPath,
	parseQuery,
	wordsOf,
	rangesOfWords,
	highlight: (text: string) => highlight(text, parseQuery('a "- -" 東京')),
}

test.each(Object.entries(READERS))('%s takes linear time', (_name, read) => {
	for (const part of PARTS)
		for (const before of ['', '/', 'https://'])
			expect(
				growth((size) => read(before + part.repeat(size / part.length)), SIZE),
				part,
			).toBeLessThan(GROWTH_MAX)
})

test('lineDiff takes linear time for very long texts', () => {
	const lines = (end: string) => (size: number) =>
		Array.from({ length: size / 10 }, (_, line) => `${line}${end}`).join('\n')
	const [before, after] = [lines('a'), lines('b')]
	expect(growth((size) => lineDiff(before(size), after(size)), 10 * SIZE)).toBeLessThan(GROWTH_MAX)
})
