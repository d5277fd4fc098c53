import { describe, expect, test } from 'vitest'
import { GROWTH_MAX, growth } from '@/lib/testing'
import { parseMarkdown } from './markdown'
import { type CheckedStory, storyChecks } from './story-checks'
import { BODY_BYTES_MAX } from './validate'

const WHOLE: CheckedStory = {
	headline: 'The bridge opens',
	standfirst: 'After nine weeks.',
	section: 'news',
	bylines: 1,
	sources: 1,
	heroPhotoId: 1,
	body: parseMarkdown('It opened.'),
}

const checks = (changes: Partial<CheckedStory>) => storyChecks({ ...WHOLE, ...changes }, 'Choose a section.')
const warningsOf = (text: string) => checks({ body: parseMarkdown(text) }).warnings.map((each) => each.text)

test('a whole story has neither blocks nor warnings', () => {
	expect(checks({})).toEqual({ blocks: [], warnings: [] })
})

test('missing parts block, and name their fields', () => {
	const { blocks } = checks({ section: '', bylines: 0, body: parseMarkdown('') })
	expect(blocks.map(({ field }) => field)).toEqual(['section', 'body', 'bylines'])
})

test.each([
	['headline', { headline: 'x'.repeat(66) }],
	['standfirst', { standfirst: 'x'.repeat(156) }],
	['standfirst', { standfirst: ' ' }],
	['heroPhotoId', { heroPhotoId: null }],
	['sources', { sources: 0 }],
	['body', { body: parseMarkdown('### Small\n\nIt opened.') }],
	['headline', { headline: 'The TK opens' }],
	['standfirst', { standfirst: 'After  nine weeks.' }],
])('a warning about %s names its field', (field, changes) => {
	expect(checks(changes).warnings.map((item) => item.field)).toEqual([field])
})

test.each([
	'The mayor TK said so.',
	'A number, TKTK, is missing.',
	'Two  spaces.',
	'“An opening mark alone.',
	'A closing mark alone.”',
	'„Deutsch ohne Ende.',
	'« Français sans fin.',
	'»Umgekehrt ohne Ende.',
	'「閉じていない。',
	'A "straight one.',
	'“One paragraph\n\nwithout an end.',
])('warns of %j', (text) => {
	expect(warningsOf(text)).toHaveLength(1)
})

test.each([
	'“English,” she said, and “more”.',
	'„Deutsch“, sagte sie, und „mehr“.',
	'„Polski”, „więcej”.',
	'”Svenska”, sade hon.',
	'« Français », dit-elle.',
	'»Umgekehrt«, sagte sie.',
	'»Suomi», hän sanoi.',
	'「日本語」『引用』',
	'A "straight" one of 6" and 12".',
	'It’s the ’90s, and the dogs’ dinner.',
	'“One quotation,\n\n“of two paragraphs.”',
	'“A quotation with „another“ in it.”',
	'The TKO and Atks.',
	'## Large\n\n### Small\n\nText.',
])('does not warn of %j', (text) => {
	expect(warningsOf(text)).toEqual([])
})

describe('cost', () => {
	test.each(['TK ', '  a', '“ ', '"', 'a ', '„“”'])('a text of %j is checked in linear time', (unit) => {
		const paragraph = (text: string) => ({
			type: 'paragraph' as const,
			content: [{ type: 'text' as const, text }],
		})
		const body = (size: number) => ({
			version: 1 as const,
			content: Array.from({ length: 10 }, () => paragraph(unit.repeat(size / 10 / unit.length))),
		})
		expect(growth((size) => checks({ body: body(size) }), BODY_BYTES_MAX / 4)).toBeLessThan(GROWTH_MAX)
	})

	test('a bad paste gives a few warnings', () => {
		expect(warningsOf('TK  “\n\n'.repeat(500)).length).toBeLessThanOrEqual(15)
	})
})

test('a long heading is cut between characters in its warning', () => {
	const [warning] = warningsOf(`### ${'a'.repeat(58)}😀 and more\n\nIt opened.`)
	expect(warning).toBe(`The first heading, “${'a'.repeat(58)}…”, is a small one.`)
})
