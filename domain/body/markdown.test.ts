import { describe, expect, test } from 'vitest'
import { MARKDOWN_HELP, parseMarkdown, toMarkdown } from '@/domain/body/markdown'
import { parseBody } from '@/domain/body/validate'
import { documents, texts } from '@/e2e/support/body-arbitraries'
import fc from '@/e2e/support/fast-check'

const RUNS = 2000

const STORY = `The bridge is **closed** until *further* notice, [the council](https://example.org/minutes/114) said.\\
It opened in 1904.

## What happens now

> A harbour that shuts at ten is a car park with a view.
>
> I will stop the boat *myself*.
> — Greta Aune, harbour master

>> A figure may be struck through but not rubbed out.

- 212 people who still wanted a plot;
- 11 who had died.

%%

- another list

1. first
2. second

![](photo:7)

---

@[The draft, line by line](https://example.org/draft_%28old%29)

\\- not a list, 2 \\* 3 and [sic]`

describe('Markdown', () => {
	test('round-trips every document', () => {
		fc.assert(
			fc.property(documents, (document) => {
				const body = parseBody(document)
				expect(parseMarkdown(toMarkdown(body))).toEqual(body)
			}),
			{ numRuns: RUNS },
		)
	})

	test('parses any text into normal form', () => {
		fc.assert(
			fc.property(texts, (text) => {
				const body = parseMarkdown(text)
				expect(parseBody(body)).toEqual(body)
				expect(parseMarkdown(toMarkdown(body))).toEqual(body)
			}),
			{ numRuns: RUNS },
		)
	})

	test('is written in the usual style', () => {
		expect(toMarkdown(parseMarkdown(STORY))).toBe(STORY)
		expect(parseMarkdown(STORY.replaceAll('\n', '\r\n'))).toEqual(parseMarkdown(STORY))
	})

	test('parses common variants of the syntax', () => {
		const blocks = parseMarkdown('One\nline\n# Heading\n* a\n* b\n\n1) x\n\n2) y\n2024. A year').content
		expect(blocks.map((block) => block.type)).toEqual(['paragraph', 'heading', 'bulletList', 'orderedList'])
		expect(toMarkdown(parseMarkdown('One\nline'))).toBe('One line')
		expect(toMarkdown(parseMarkdown('> a\n\n> b'))).toBe('> a\n\n> b')
	})

	test('keeps text without markup unchanged', () => {
		const plain = [
			'5 * 3 * 2',
			'a* and b*',
			'**open',
			'C:\\',
			'[x](javascript:alert)',
			'![a](photo:KEY)',
			'##',
		]
		for (const text of plain)
			expect(parseMarkdown(text).content).toEqual([{ type: 'paragraph', content: [{ type: 'text', text }] }])
	})

	test('lets bold, italic and links overlap', () => {
		const [block] = parseMarkdown('**a [b** c](https://example.org/x_(y)) ***d***').content
		const link = { type: 'link', attrs: { href: 'https://example.org/x_%28y%29' } }
		expect(block).toEqual({
			type: 'paragraph',
			content: [
				{ type: 'text', text: 'a ', marks: [{ type: 'bold' }] },
				{ type: 'text', text: 'b', marks: [link, { type: 'bold' }] },
				{ type: 'text', text: ' c', marks: [link] },
				{ type: 'text', text: ' ' },
				{ type: 'text', text: 'd', marks: [{ type: 'bold' }, { type: 'italic' }] },
			],
		})
	})

	test('keeps the first numbers of lists', () => {
		for (const text of [
			'12. May was wet.\n13. June was not.',
			'1. a\n\n%%\n\n3. b',
			'0. zero',
			'998. a\n999. b\n999. c',
		])
			expect(toMarkdown(parseMarkdown(text))).toBe(text)
		expect(toMarkdown(parseMarkdown('1. a\n1. b\n1. c'))).toBe('1. a\n2. b\n3. c')
		expect(toMarkdown(parseMarkdown('1. a\n3. b\n4. c'))).toBe('1. a\n\n%%\n\n3. b\n4. c')
	})

	test('parses a year at the start of a line as text', () => {
		const text = '2019. That was the summer the pier burned down.'
		expect(parseMarkdown(text).content).toEqual([{ type: 'paragraph', content: [{ type: 'text', text }] }])
		expect(toMarkdown(parseMarkdown(text))).toBe(text)
	})

	test('parses the help’s examples as described', () => {
		expect(MARKDOWN_HELP.length).toBeGreaterThan(8)
		expect(parseMarkdown('> The words\n> — Who said them').content[0]).toMatchObject({
			attrs: { attribution: 'Who said them' },
		})
	})
})
