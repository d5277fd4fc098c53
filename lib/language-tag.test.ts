import { expect, test } from 'vitest'
import { canonicalLanguage, ownLanguageName } from './language-tag'

test.each([
	['fr', 'fr'],
	['PT-br', 'pt-BR'],
	['zh-hant-tw', 'zh-Hant-TW'],
	['iw', 'he'],
	['', null],
	['xx', null],
	['french', null],
	['en_GB', null],
	['en, fr', null],
])('canonicalLanguage(%j) is %j', (typed, tag) => expect(canonicalLanguage(typed)).toBe(tag))

test('languages are named in themselves', () => {
	expect(['fr', 'pt', 'ar', 'sw', 'de-AT'].map(ownLanguageName)).toEqual([
		'Français',
		'Português',
		'العربية',
		'Kiswahili',
		'Österreichisches Deutsch',
	])
})
