import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { JsonLd } from '@/components/articles/json-ld'
import type { CommentView } from '@/domain/comments/views'
import { parseHtml } from '@/e2e/support/dom'
import fc from '@/e2e/support/fast-check'
import { readThreadData } from '@/e2e/support/json-ld-rules'
import { COMMENTS_IN_DATA_MAX, threadData } from './thread-data'

beforeEach(() => void vi.stubEnv('SITE_URL', 'https://square.example'))
afterEach(() => void vi.unstubAllEnvs())

const commentOf = (id: number, changes: Partial<CommentView> = {}): CommentView => ({
	...{ id, shown: 'here', authorName: 'Ada', staff: false, mine: false, waiting: false, body: `Said ${id}.` },
	...{
		depth: 0,
		author: false,
		picked: false,
		respects: 0,
		respected: false,
		ignored: false,
		inReplyTo: null,
	},
	...{ editableFor: 0, editedAt: null },
	createdAt: new Date('2026-11-26T12:00:00Z'),
	replies: [],
	...changes,
})

const factsOf = (threads: CommentView[]) => threadData('the-mill', { total: threads.length, threads })

/** The data as a page carries them. */
function read(threads: CommentView[]) {
	const html = renderToStaticMarkup(JsonLd({ facts: factsOf(threads) ?? {} }))
	return readThreadData(parseHtml(html).querySelector('script')?.textContent ?? '')
}

test('comments are nested in the story below what they answer', () => {
	const reply = commentOf(2, { body: 'Not **so**, see [this](https://example.org/):\n\n1. One\n2. Two' })
	const story = read([commentOf(1, { replies: [reply] }), commentOf(3)])
	expect(story['@id']).toBe('https://square.example/news/the-mill#article')
	expect(story.comment).toEqual([
		{
			'@type': 'Comment',
			url: 'https://square.example/news/the-mill/comments/1',
			author: { '@type': 'Person', name: 'Ada' },
			datePublished: '2026-11-26T12:00:00.000Z',
			text: 'Said 1.',
			comment: [expect.objectContaining({ text: 'Not so, see this:\n1. One\n2. Two' })],
		},
		expect.objectContaining({ text: 'Said 3.' }),
	])
})

test('held, removed and earlier comments are left out, and replies to them kept', () => {
	const hidden = (['removed', 'deleted', 'elsewhere'] as const).map((shown, index) =>
		commentOf(index, { shown, body: '', replies: [commentOf(10 + index)] }),
	)
	const held = commentOf(5, { waiting: true, mine: true, body: 'CANARY' })
	const { comment } = read([...hidden, held])
	expect(comment.map(({ text }) => text)).toEqual(['Said 10.', 'Said 11.', 'Said 12.'])
	expect(factsOf([held])).toBeNull()
	expect(factsOf([])).toBeNull()
})

test('the number of comments is bounded, replies included', () => {
	const threads = Array.from({ length: 15 }, (_, index) =>
		commentOf(2 * index, { replies: [commentOf(2 * index + 1)] }),
	)
	const { comment, commentCount } = read(threads)
	expect(comment).toHaveLength(COMMENTS_IN_DATA_MAX / 2)
	expect(commentCount).toBe(15)
})

test('comments beyond ten thousand characters are left out', () => {
	const { comment } = read(
		[1, 2, 3, 4].map((id) => commentOf(id, { body: `${id}`.repeat(id === 4 ? 9 : 4_000) })),
	)
	expect(comment.map(({ text }) => String(text)[0])).toEqual(['1', '2', '4'])
})

test('any name and text keeps the data valid', () => {
	const words = fc.oneof(
		fc.string({ unit: 'binary', minLength: 1 }),
		fc.constantFrom('</script><b>', '<!--', '> quote', '- a\n- b'),
	)
	fc.assert(
		fc.property(words, words, (authorName, body) => {
			expect(read([commentOf(1, { authorName, body: `x${body}` })]).comment).toHaveLength(1)
		}),
	)
})
