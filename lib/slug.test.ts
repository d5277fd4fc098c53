import { expect, test } from 'vitest'
import fc from '@/e2e/support/fast-check'
import { cutText } from './cut-text'
import { freeNumberedSlug, numberedSlug, SLUG_LENGTH_MAX, slugify, slugSpellings } from './slug'

test.each([
	['Café très noir!', 'cafe-tres-noir'],
	['O’Brien’s 2nd: “No”', 'obriens-2nd-no'],
	['İstanbul’da', 'istanbulda'],
	['हिन्दी में समाचार', 'हिन्दी-में-समाचार'],
	['한국 뉴스 속보', '한국-뉴스-속보'],
	['한국 뉴스 속보'.normalize('NFD'), '한국-뉴스-속보'],
	['ข่าวด่วนวันนี้', 'ข่าวด่วนวันนี้'.normalize('NFKC')],
	['أخبارٌ عاجلة', 'أخبارٌ-عاجلة'],
	['می‌خواهم', 'می-خواهم'],
	['がぎぐ ガギグ', 'がぎぐ-ガギグ'],
	['новый адрес', 'новый-адрес'],
	['co\u00adoperate', 'cooperate'],
	['1\ufe0f\u20e3 ❤\ufe0f', '1'],
	['🎉', ''],
	['\u0301', ''],
	['C++', 'c'],
])('the slug of %s is %s', (text, slug) => {
	expect(slugify(text)).toBe(slug)
})

test('slugify truncates at a grapheme boundary', () => {
	expect(slugify(`a${'𠮷'.repeat(45)}`)).toBe(`a${'𠮷'.repeat(39)}`)
	expect(slugify(`${'x'.repeat(79)}नी`)).toBe('x'.repeat(79))
	expect(slugify(`${'x'.repeat(79)} y`)).toBe('x'.repeat(79))
	expect(slugify('x'.repeat(81))).toBe('x'.repeat(80))
})

test('slugs are NFC, well formed, bounded and idempotent', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
			const slug = slugify(text)
			expect(slug.length).toBeLessThanOrEqual(SLUG_LENGTH_MAX)
			expect(slug.isWellFormed()).toBe(true)
			expect(slug.normalize('NFC')).toBe(slug)
			expect(slug).not.toMatch(/^-|-$|--|\s/)
			expect(slugify(slug)).toBe(slug)
		}),
		{ numRuns: 500 },
	)
})

test('numberedSlug stays within the length limit', () => {
	expect(numberedSlug('news', 1)).toBe('news')
	expect(numberedSlug('news', 2)).toBe('news-2')
	expect(numberedSlug('𠮷'.repeat(40), 10)).toBe(`${'𠮷'.repeat(38)}-10`)
})

const numbersTaken = (taken: Set<number>) => {
	const slugs = new Set([...taken].map((number) => numberedSlug('ada', number)))
	let lookups = 0
	const isTaken = async (slug: string) => {
		lookups += 1
		return slugs.has(slug)
	}
	return { isTaken, slugs, lookups: () => lookups }
}

test('a free slug has the next number, in few lookups', async () => {
	for (const taken of [0, 1, 2, 19, 20, 21, 400, 100_000]) {
		const { isTaken, lookups } = numbersTaken(new Set(Array.from({ length: taken }, (_, at) => at + 1)))
		expect(await freeNumberedSlug('ada', isTaken)).toBe(numberedSlug('ada', taken + 1))
		expect(lookups()).toBeLessThanOrEqual(50)
	}
})

test('a slug between taken ones is free', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 90 })), async (numbers) => {
			const { isTaken, slugs } = numbersTaken(new Set(numbers))
			expect(slugs).not.toContain(await freeNumberedSlug('ada', isTaken))
		}),
	)
})

test('slugSpellings contains NFC and NFD', () => {
	expect(slugSpellings('cafe')).toEqual(['cafe'])
	expect(slugSpellings('한'.normalize('NFD'))).toEqual(['한'.normalize('NFD'), '한'])
	expect(slugSpellings('한')).toEqual(['한', '한'.normalize('NFD')])
})

test('cutText cuts at a grapheme boundary', () => {
	expect(cutText('abc', 3)).toBe('abc')
	expect(cutText('abc', 2)).toBe('ab')
	expect(cutText('👩‍👩‍👧', 3)).toBe('')
	expect(cutText('e\u0301e\u0301', 3)).toBe('e\u0301')
})
