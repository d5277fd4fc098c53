import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { EXTENSIONS } from '@/components/desk/editor/extensions'
import { placedBody } from '@/components/desk/editor/placed-body'
import { parseMarkdown, toMarkdown } from '@/domain/body/markdown'
import { parseBody } from '@/domain/body/validate'
import { documents } from '@/e2e/support/body-arbitraries'
import fc from '@/e2e/support/fast-check'

const schema = getSchema(EXTENSIONS)
const read = (text: string) => parseBody(parseMarkdown(text))

/** Maps a selection, between `‹` and `›`, from the Markdown field to the editor's text. */
function placed(text: string): string {
	const [from, to] = [text.indexOf('‹'), text.indexOf('›') - 1]
	const plain = text.replace(/[‹›]/g, '')
	const { content, selection } = placedBody(plain, { from, to }, read(plain), read)
	const doc = schema.nodeFromJSON({ type: 'doc', content })
	const words = (start: number, end: number) => doc.textBetween(start, end, '|', '¶')
	return `${words(0, selection.from)}‹${words(selection.from, selection.to)}›${words(selection.to, doc.content.size)}`
}

test.each([
	['The br‹›idge opened.', 'The br‹›idge opened.'],
	['The ‹bridge› opened.', 'The ‹bridge› opened.'],
	['The bridge ‹›', 'The bridge ‹›'],
	['One.\n\nTwo‹›\n\nThree', 'One.|Two‹›|Three'],
	['One.\n\n‹›', 'One.|‹›'],
	['One,\n‹›', 'One, ‹›'],
	['One.\n\n## ‹›', 'One.|‹›'],
	['- one\n- ‹›', 'one|‹›'],
	['- on‹e\n- t›wo', 'on‹e|t›wo'],
	['The **bri‹›dge** opened', 'The bri‹›dge opened'],
	['A *‹›', 'A *‹›'],
	['> Word‹›s\n> — Name', 'Word‹›s'],
])('the selection of %j keeps its letters', (text, result) => {
	expect(placed(text)).toBe(result)
})

test.each([
	['One.\n\n![a](photo:1‹›2)\n\nTwo.', 'One.|¶‹›Two.'],
	['A [b](https://exam‹›ple.org) c.\nD.\n\nTwo.', 'A b c.‹› D.|Two.'],
	['One.\n\n-‹›--\n\nTwo.', 'One.|¶‹›Two.'],
	['One.\n\n-‹› two\n- three', 'One.|two‹›|three'],
	['One\uFDD0 ‹›two.', 'One\uFDD0 two.‹›'],
])('a caret inside syntax moves to line end: %j', (text, result) => {
	expect(placed(text)).toBe(result)
})

test('placedBody keeps the body for any selection', () => {
	fc.assert(
		fc.property(documents, fc.nat(), fc.nat(), (document, one, other) => {
			const body = parseBody(document)
			const text = toMarkdown(body)
			const [from = 0, to = 0] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b)
			const { content, selection } = placedBody(text, { from, to }, body, read)
			const doc = schema.nodeFromJSON({
				type: 'doc',
				content: content.length ? content : [{ type: 'paragraph' }],
			})
			doc.check()
			expect(parseBody({ version: 1, content })).toEqual(body)
			expect(selection.from).toBeLessThanOrEqual(selection.to)
			expect(selection.to).toBeLessThanOrEqual(doc.content.size)
			expect(JSON.stringify(content).includes('\uFDD0')).toBe(text.includes('\uFDD0'))
		}),
		{ numRuns: 300 },
	)
})
