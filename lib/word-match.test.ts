import { describe, expect, test } from 'vitest'
import fc from '@/e2e/support/fast-check'
import { firstListed, foldWords, listedWord } from './word-match'

const finds = (entry: string, text: string): boolean =>
	firstListed(foldWords(text), [listedWord(entry)]) !== null

describe('a listed word is found', () => {
	test.each([
		['casino', 'Visit our CASINO today'],
		['café', 'The cafe\u0301 on the quay'],
		['cafe', 'The CAFÉ on the quay'],
		['straße', 'In der STRASSE'],
		['οδος', 'Η ΟΔΟΣ'],
		['istanbul', 'İSTANBUL!'],
		['мошенник', 'Это МОШЕННИК.'],
		['كازينو', 'زوروا كَازِينُو اليوم'],
		['می‌زاده', 'آقای میزاده'],
		['קזינו', 'קָזִינוֹ חדש'],
		['赌博', '这里有赌博网站。'],
		['ギャンブル', 'オンラインキ\u3099ャンフ\u3099ルは'],
		['カジノ', 'ｶｼﾞﾉで遊ぶ'],
		['พนัน', 'เว็บพนันออนไลน์'],
		['카지노', '온라인 카지노를 찾으세요'],
		['जुआ', 'यह जुआ है'],
		['casino', 'ca\u00adsi\u200bno'],
		['ｃａｓｉｎｏ', 'casino'],
		['casino', '去casino玩'],
		['buy now', 'Please buy\n now!'],
		['casin*', 'many casinos here'],
		['$$$', 'earn$$$fast'],
		['𝒸asino', 'Casino'],
	])('%s in %s', (entry, text) => expect(finds(entry, text)).toBe(true))
})

describe('a listed word is not found', () => {
	test.each([
		['ass', 'The class passes'],
		['casino', 'casinos'],
		['casin*', 'Occasino'],
		['कि', 'किताब'],
		['क', 'कि'],
		['카지노', '옛카지노'],
		['ก', 'กี่'],
		['buy now', 'buy it now'],
		['*', 'anything'],
		['2019', 'in 12019'],
	])('%s in %s', (entry, text) => expect(finds(entry, text)).toBe(false))
})

test('a word between spaces is found in any text and form', () => {
	const word = fc.constantFrom(
		'casino',
		'Straße',
		'é',
		'ὀδός',
		'كازينو',
		'赌博',
		'카지노',
		'พนัน',
		'जुआ',
		'İzmir',
	)
	const form = fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD')
	fc.assert(
		fc.property(
			word,
			fc.string({ unit: 'grapheme' }),
			fc.string({ unit: 'grapheme' }),
			form,
			(entry, before, after, to) => {
				expect(finds(entry, `${before} ${entry.normalize(to)} ${after}`)).toBe(true)
				expect(finds(entry, `${before} ${entry.toUpperCase()}.`)).toBe(true)
			},
		),
		{ numRuns: 300 },
	)
})
