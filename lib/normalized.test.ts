import { expect, test } from 'vitest'
import { normalized } from './normalized'

test('real scripts are normalized as by String.normalize', () => {
	for (const text of ['e\u0301', 'ཧྐྵྨླྺྼྻྂ', 'क्षि', 'שָׁלוֹם', '한국', `a${'\u0301'.repeat(30)}`])
		for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const)
			expect(normalized(text, form)).toBe(text.normalize(form))
})

test('a long run of marks is divided, completely and idempotently', () => {
	const text = `a${'\u0301\u0316'.repeat(500)}b`
	const once = normalized(text)
	expect(once.replaceAll('\u034f', '')).toHaveLength(once.length - (once.match(/\u034f/g)?.length ?? 0))
	expect([...once.normalize('NFD')].filter((mark) => mark === '\u0316')).toHaveLength(500)
	expect(normalized(once)).toBe(once)
})
