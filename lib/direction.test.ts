import { expect, test } from 'vitest'
import { directionOfLanguage, directionOfText } from '@/lib/direction'

test.each([
	...['ar', 'ar-EG', 'he', 'he-IL', 'fa', 'ur', 'ps', 'yi', 'ckb', 'dv', 'ug', 'sd', 'pa-Arab', 'pa-PK'].map(
		(tag) => [tag, 'rtl'],
	),
	...['en-GB', 'fr', 'ja', 'zh-Hant', 'pa', 'hi', 'ar-Latn', 'tr', 'not a tag', ''].map((tag) => [
		tag,
		'ltr',
	]),
])('language %s is %s', (tag, direction) => expect(directionOfLanguage(tag)).toBe(direction))

test.each([
	['BBC قالت إن الجسر أغلق', 'rtl'],
	['The word שלום means peace', 'ltr'],
	['橋は閉鎖された', 'ltr'],
	['2019 — 2020', undefined],
	['', undefined],
])('text “%s” is %s', (text, direction) => expect(directionOfText(text)).toBe(direction))
