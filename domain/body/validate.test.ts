import { describe, expect, test } from 'vitest'
import {
	BLOCK_LENGTH_MAX,
	BLOCKS_MAX,
	BODY_BYTES_MAX,
	LINE_LENGTH_MAX,
	NODES_MAX,
	parseBody,
} from '@/domain/body/validate'
import { documents } from '@/e2e/support/body-arbitraries'
import fc from '@/e2e/support/fast-check'
import { isRefusal } from '@/lib/refusal'

const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const text = (value: string, ...marks: unknown[]) => ({ type: 'text', text: value, marks })
const documentOf = (...content: unknown[]) => ({ type: 'doc', content })
const bold = { type: 'bold' }
const link = (href: unknown) => ({ type: 'link', attrs: { href } })

describe('parseBody', () => {
	test('normalizing is idempotent', () => {
		fc.assert(
			fc.property(documents, (document) => {
				const body = parseBody(document)
				expect(parseBody(body)).toEqual(body)
				expect(parseBody(JSON.stringify(body))).toEqual(body)
			}),
			{ numRuns: 1000 },
		)
	})

	test('joins text, trims white space and orders marks', () => {
		const body = parseBody(
			documentOf(
				paragraph(text('  One'), text(' two ', bold), text(''), text('three\nfour', bold), {
					type: 'hardBreak',
				}),
				paragraph(text(' ')),
				{ type: 'quote', attrs: { attribution: 'Nobody', extra: 1 }, content: [paragraph()] },
				paragraph(text('x', { type: 'italic' }, bold, { ...link('https://Example.org'), extra: 1 })),
			),
		)
		expect(body.content).toEqual([
			{
				type: 'paragraph',
				content: [
					{ type: 'text', text: 'One ' },
					{ type: 'text', text: 'two three four', marks: [bold] },
				],
			},
			paragraph({ ...text('x', link('https://example.org/'), bold, { type: 'italic' }) }),
		])
	})

	test('keeps a list’s first number, except 1', () => {
		const content = [{ type: 'listItem', content: [paragraph({ type: 'text', text: 'a' })] }]
		const list = (attrs: unknown) => parseBody(documentOf({ type: 'orderedList', attrs, content })).content
		expect(list({ start: 12, type: null })).toEqual([{ type: 'orderedList', attrs: { start: 12 }, content }])
		expect(list({ start: 1 })).toEqual([{ type: 'orderedList', content }])
		expect(list(undefined)).toEqual([{ type: 'orderedList', content }])
	})

	test('names a too long paragraph by its first words', () => {
		const long = `Once upon a time ${'🧑‍🚒'.repeat(BLOCK_LENGTH_MAX)}`
		expect(() => parseBody(documentOf(paragraph(text(long))))).toThrow(
			/begins “Once upon a time (?:🧑‍🚒)+ …”/u,
		)
	})

	test('flattens nested lists', () => {
		const item = (...content: unknown[]) => ({ type: 'listItem', content })
		const list = (...content: unknown[]) => ({ type: 'bulletList', content })
		const [flat] = parseBody(
			documentOf(list(item(paragraph(text('a')), list(item(paragraph(text('b')))))), list(item(paragraph()))),
		).content
		expect(flat).toEqual({
			type: 'bulletList',
			content: ['a', 'b'].map((word) => ({
				type: 'listItem',
				content: [{ type: 'paragraph', content: [{ type: 'text', text: word }] }],
			})),
		})
	})
})

test.each([
	['nothing', null],
	['no JSON', '{'],
	['a later version', { version: 2, content: [] }],
	['an unknown block', documentOf({ type: 'script' })],
	['an unknown mark', documentOf(paragraph(text('x', { type: 'style' })))],
	['a heading of level 1', documentOf({ type: 'heading', attrs: { level: 1 } })],
	['text without text', documentOf(paragraph({ type: 'text' }))],
	['a block as text', documentOf(paragraph(paragraph()))],
	['a figure of nothing', documentOf({ type: 'figure', attrs: { photoId: '1' } })],
	['a caption that is no text', documentOf({ type: 'figure', attrs: { photoId: 1, caption: {} } })],
	['a script as link', documentOf(paragraph(text('x', link('javascript:alert(1)'))))],
	['a hidden script as link', documentOf(paragraph(text('x', link(' java\nscript:alert(1)'))))],
	['data as link', documentOf(paragraph(text('x', link('data:text/html,x'))))],
	['a link to nowhere', documentOf(paragraph(text('x', link(undefined))))],
	['mail as embed', documentOf({ type: 'embed', attrs: { url: 'mailto:a@example.org', title: '' } })],
	['too many blocks', documentOf(...Array(BLOCKS_MAX + 1).fill(paragraph(text('x'))))],
	[
		'too many list items',
		documentOf({
			type: 'bulletList',
			content: Array(2_000).fill({ type: 'listItem', content: [paragraph(text('x'))] }),
		}),
	],
	[
		'too many line breaks',
		documentOf(...Array(2).fill(paragraph(...Array(NODES_MAX / 2).fill({ type: 'hardBreak' })))),
	],
	['too much text', documentOf(...Array(60).fill(paragraph(text('x'.repeat(BODY_BYTES_MAX / 60)))))],
	['a paragraph without end', documentOf(paragraph(...Array(BLOCK_LENGTH_MAX + 1).fill(text('x'))))],
	[
		'a caption without end',
		documentOf({ type: 'figure', attrs: { photoId: 1, caption: 'x'.repeat(LINE_LENGTH_MAX + 1) } }),
	],
	['a list that begins with a year', documentOf({ type: 'orderedList', attrs: { start: 2019 } })],
	['a list that begins with a fraction', documentOf({ type: 'orderedList', attrs: { start: 1.5 } })],
])('parseBody refuses %s', (_name, value) => {
	let refusal: unknown
	try {
		parseBody(value)
	} catch (error) {
		refusal = error
	}
	expect(isRefusal(refusal) && refusal.code).toBe('invalid')
	expect(isRefusal(refusal) && refusal.field).toBe('body')
})
