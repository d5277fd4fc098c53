import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { CommentView, ThreadView } from '@/domain/comments/views'
import { Comments } from './comments'
import { ELEMENTS_PER_PAGE_MAX } from './tree'

const CLOCK = { language: 'en-GB', timeZone: 'UTC' }

const comment = (id: number, changes: Partial<CommentView> = {}): CommentView => ({
	id,
	shown: 'here',
	authorName: 'Ada',
	staff: false,
	mine: false,
	waiting: false,
	body: 'Words',
	createdAt: new Date(0),
	replies: [],
	...changes,
})

type Options = { replyTo?: { id: number; authorName: string }; moderates?: boolean }

function html(threads: CommentView[], { replyTo, moderates = false }: Options = {}): string {
	const thread: ThreadView = { total: threads.length, page: 1, pages: 1, threads }
	const form = {
		identity: 'guest',
		person: null,
		replyTo: replyTo ?? null,
		draft: '',
		lengthMax: 9,
		refused: null,
	} as const
	return renderToStaticMarkup(
		<Comments
			slug="a"
			thread={thread}
			prompt="Say"
			open
			closed={null}
			form={form}
			moderates={moderates}
			locale={CLOCK}
		/>,
	)
}

test('names and blocks of text have their own direction', () => {
	const shown = html([comment(1, { authorName: 'משה', body: 'שלום Bob!\n\nAnd *so*.\n\n- one' })])
	expect(shown).toMatch(/<h3[^>]* dir="auto">משה</)
	expect(shown).toContain('<p dir="auto">שלום Bob!</p><p dir="auto">And <em>so</em>.</p><ul dir="auto">')
	expect(shown).toContain('to <bdi>משה</bdi>')
})

test('formatting is limited per page without losing words', () => {
	const body = (id: number) => `${'_a_ '.repeat(150)}end${id}`
	const threads = Array.from({ length: 40 }, (_, id) => comment(id + 1, { body: body(id + 1) }))
	const shown = html(threads)
	expect(shown.match(/<em>/g)?.length).toBeLessThanOrEqual(ELEMENTS_PER_PAGE_MAX)
	expect(shown.match(/<em>/g)?.length).toBeGreaterThan(ELEMENTS_PER_PAGE_MAX / 2)
	for (const { id } of threads) expect(shown).toContain(`end${id}<`)
})

describe('placeholders in a thread', () => {
	const replies = [comment(2, { body: 'Quid?' })]

	test('a removed comment shows neither name nor text', () => {
		const shown = html([comment(1, { shown: 'removed', authorName: '', body: '', replies })])
		expect(shown).toContain('id="comment-1"')
		expect(shown).toContain('This comment was removed.')
		expect(shown.match(/data-part="reply"/g)).toHaveLength(1)
	})

	test('a parent on an earlier page is named and linked', () => {
		const shown = html([comment(1, { shown: 'elsewhere', body: '', replies })])
		expect(shown).toContain('<a href="/news/a/comments/1">Earlier comment by <bdi>Ada</bdi></a>')
		expect(shown).not.toContain('id="comment-1"')
	})
})

test('a reply across pages names its parent’s author', () => {
	const shown = html([comment(1)], { replyTo: { id: 9, authorName: 'Zoë' } })
	expect(shown).toContain('Your reply to <bdi>Zoë</bdi>')
	expect(shown).toContain('name="parent" value="9"')
	expect(shown.match(/<form/g)).toHaveLength(1)
})

test('a waiting comment says what held it', () => {
	const heldFor = [
		{ phase: 'links', count: 4, max: 2 },
		{ phase: 'wordList', word: 'קזינו', inName: false },
	] as const
	const shown = html([comment(7, { waiting: true, mine: true, heldFor: [...heldFor] })])
	expect(shown).toContain('It has 4 links; comments with more than 2 wait for a moderator. It has the word')
	expect(shown).toContain('“<bdi>קזינו</bdi>”; comments with it wait for a moderator.')
	expect(html([comment(7, { heldFor: [...heldFor] })])).not.toContain('4 links')
})

test('only moderators get a link to the desk', () => {
	expect(html([comment(7)], { moderates: true })).toContain('href="/desk/comments?comment=7"')
	expect(html([comment(7)])).not.toContain('/desk')
})
