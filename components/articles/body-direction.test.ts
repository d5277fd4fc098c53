import { expect, test } from 'vitest'
import { bodyDirection, quoteDirection } from '@/components/articles/body-direction'
import { parseMarkdown } from '@/domain/body/markdown'

test.each([
	['BBC قالت إن الجسر أغلق.\n\n## ماذا الآن', 'rtl'],
	['> هذا رأيي\n\n- أولا\n- ثانيا\n\n>> كلام', 'rtl'],
	['The word سلام opens it.', 'ltr'],
	['![سلام](photo:1)\n\n---', undefined],
])('%j has the direction %s', (text, direction) => expect(bodyDirection(parseMarkdown(text))).toBe(direction))

test('a quotation has its own direction', () => {
	const [quote, pullQuote] = parseMarkdown('> نعم، قال العمدة!\n\n>> The bridge is open.').content
	expect(quote?.type === 'quote' && quoteDirection(quote)).toBe('rtl')
	expect(pullQuote?.type === 'pullQuote' && quoteDirection(pullQuote)).toBe('ltr')
})
