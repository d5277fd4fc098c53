import { expect, test } from 'vitest'
import { normalized } from './normalized'

test('what any script stacks is normalized as Unicode says', () => {
	for (const text of ['e\u0301', 'ཧྐྵྨླྺྼྻྂ', 'क्षि', 'שָׁלוֹם', '한국', `a${'\u0301'.repeat(30)}`])
		for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const)
			expect(normalized(text, form)).toBe(text.normalize(form))
})

test('an endless run of marks is divided, keeps every mark, and stays as it is', () => {
	const text = `a${'\u0301\u0316'.repeat(500)}b`
	const once = normalized(text)
	expect(once.replaceAll('\u034f', '')).toHaveLength(once.length - (once.match(/\u034f/g)?.length ?? 0))
	expect([...once.normalize('NFD')].filter((mark) => mark === '\u0316')).toHaveLength(500)
	expect(normalized(once)).toBe(once)
})
