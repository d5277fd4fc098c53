// @vitest-environment jsdom
import { getSchema } from '@tiptap/core'
import { DOMSerializer, DOMParser as DocumentParser, type Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { EXTENSIONS } from '@/components/desk/editor/extensions'
import { cleanedPaste } from '@/components/desk/editor/paste'
import type { BodyDocument } from '@/domain/body/document'
import { parseMarkdown, toMarkdown } from '@/domain/body/markdown'
import { parseBody } from '@/domain/body/validate'
import { documents } from '@/e2e/support/body-arbitraries'
import fc from '@/e2e/support/fast-check'

const schema = getSchema(EXTENSIONS)

const inEditor = ({ content }: BodyDocument): Node =>
	schema.nodeFromJSON({ type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] })

test('every body survives the editor’s schema unchanged', () => {
	fc.assert(
		fc.property(documents, (document) => {
			const body = parseBody(document)
			const node = inEditor(body)
			node.check()
			expect(parseBody(node.toJSON())).toEqual(body)
		}),
		{ numRuns: 500 },
	)
})

test('copy and paste within the editor keeps every block', () => {
	const text =
		'12. a **b**\n13. c\n\n%%\n\n1. [d](/news/d)\n\n- e\n\n> f\n> — g\n\n>> h\n>> — i\n\n![j](photo:3)\n\n---\n\n@[k](https://example.org/)\n\n## l'
	const page = document.createElement('div')
	page.append(DOMSerializer.fromSchema(schema).serializeFragment(inEditor(parseMarkdown(text)).content))
	page.firstElementChild?.setAttribute('data-pm-slice', '0 0 []')
	const { html, notice } = cleanedPaste(page.innerHTML)
	const pasted = new DOMParser().parseFromString(html, 'text/html').body
	expect(toMarkdown(parseBody(DocumentParser.fromSchema(schema).parse(pasted).toJSON()))).toBe(text)
	expect(notice).toBe('')
})
