import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { CommentView, Highlights, ThreadView } from '@/domain/comments/views'
import type { Restriction } from '@/lib/moderation-phases'
import { DEFAULT_ORDER, type ThreadOrder } from '@/lib/thread-order'
import { Comments } from './comments'
import { ELEMENTS_PER_PAGE_MAX } from './tree'

const CLOCK = { language: 'en-GB', timeZone: 'UTC' }

const comment = (id: number, changes: Partial<CommentView> = {}): CommentView => ({
	id,
	shown: 'here',
	depth: 0,
	respects: 0,
	respected: false,
	ignored: false,
	inReplyTo: null,
	authorName: 'Ada',
	staff: false,
	author: false,
	picked: false,
	mine: false,
	editableFor: 0,
	waiting: false,
	body: 'Words',
	createdAt: new Date(0),
	editedAt: null,
	replies: [],
	...changes,
})

type Options = {
	replyTo?: { id: number; authorName: string }
	restriction?: Restriction | null
	moderates?: boolean
	order?: ThreadOrder
	highlights?: Highlights
}

const NONE = { count: 0, comments: [] }

function html(
	threads: CommentView[],
	{
		replyTo,
		restriction = null,
		moderates = false,
		order = DEFAULT_ORDER,
		highlights = { picks: NONE, replies: NONE },
	}: Options = {},
): string {
	const thread: ThreadView = {
		total: threads.length,
		page: 1,
		pages: 1,
		order,
		newest: 1,
		threads,
		highlights,
	}
	const form = {
		identity: 'guest',
		needs: [],
		restriction,
		person: null,
		replyTo: replyTo ?? null,
		draft: '',
		lengthMax: 9,
		refused: null,
		repliesByMail: false,
	} as const
	return renderToStaticMarkup(
		<Comments
			slug="a"
			addressOf={({ page, reply }) => `/news/a?${reply ? `reply=${reply}` : `page=${page}`}`}
			thread={thread}
			prompt="Say"
			open
			linked={null}
			closing={null}
			form={form}
			moderates={moderates}
			own={false}
			script={null}
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

	test('a deleted comment says so', () => {
		const shown = html([comment(1, { shown: 'deleted', authorName: '', body: '', replies })])
		expect(shown).toContain('Its author has deleted this comment.')
		expect(shown).not.toContain('removed')
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
	expect(shown.match(/id="comment-form"/g)).toHaveLength(1)
})

test('a banned reader reads why instead of the form', () => {
	const ban = { kind: 'ban', words: 'Threats.', until: '2999-06-30' } as const
	const shown = html([comment(1)], { restriction: ban })
	expect(shown).toContain('until the end of 30 June 2999. The reason: <bdi>Threats.</bdi>')
	expect(shown).not.toContain('<textarea')
	expect(html([comment(1)], { restriction: { ...ban, kind: 'mute' } })).toContain('<textarea')
})

test('an own comment leads to its forms, with the time left', () => {
	const own = html([comment(7, { mine: true, editableFor: 8.5 * 60_000 })])
	expect(own).toContain('<a class="comment-answer" href="/news/a/comments/7/edit" rel="nofollow">Edit ')
	expect(own).toContain('9 minutes left')
	const older = html([comment(7, { mine: true })])
	expect(older).not.toContain('>Edit')
	expect(older).toContain('href="/news/a/comments/7/edit#delete"')
	expect(html([comment(7)])).not.toContain('/edit')
})

test('respect is a button for others, and a number for the author', () => {
	const shown = html([comment(7, { respects: 1_234 }), comment(8, { respects: 2, respected: true })])
	expect(shown).toMatch(/value="7" aria-pressed="false" data-votes="1234" name="give"/)
	expect(shown).toContain('>1,234<')
	expect(shown).toMatch(/value="8" aria-pressed="true" data-votes="2" name="withdraw"/)
	const own = html([comment(9, { mine: true, respects: 1 })])
	expect(own).toContain('1 reader respects this')
	expect(own).not.toContain('value="9"')
	expect(html([comment(9, { waiting: true })])).not.toContain('value="9"')
})

test('collapsed replies open for the linked comment', () => {
	const threads = [comment(1, { replies: [comment(2, { depth: 1, replies: [comment(3, { depth: 2 })] })] })]
	const order = { ...DEFAULT_ORDER, view: 'collapsed' as const }
	expect(html(threads, { order })).toContain('<details class="comment-more"><summary>2 replies</summary>')
	expect(html(threads, { order, replyTo: { id: 3, authorName: 'Ada' } })).toContain(
		'<details class="comment-more" open="">',
	)
	expect(html(threads)).not.toContain('<details')
})

test('a flat list names the comment that another answers', () => {
	const shown = html([comment(3, { inReplyTo: { id: 1, authorName: 'Zoë' } })])
	expect(shown).toContain('<a href="/news/a/comments/1" rel="nofollow">In reply to <bdi>Zoë</bdi></a>')
})

test('the newsroom’s replies and picks are named above the thread', () => {
	const by = (id: number, authorName: string) => ({ id, authorName })
	const highlights = {
		picks: { count: 1, comments: [by(4, 'Zoë')] },
		replies: { count: 7, comments: [by(9, 'Edith'), by(8, 'Owen')] },
	}
	const shown = html([comment(1)], { highlights })
	expect(shown).toContain(
		'7 replies from the newsroom: <a href="/news/a/comments/9" rel="nofollow" dir="auto">Edith</a>',
	)
	expect(shown).toContain('1 editor’s pick: <a href="/news/a/comments/4"')
	expect(html([comment(1)])).not.toContain('newsroom')
})

test('badges name staff, authors and picks', () => {
	expect(html([comment(1, { staff: true, picked: true })])).toMatch(/>Staff<.*>Editor’s pick</)
	expect(html([comment(1, { staff: true, author: true })])).toContain('>Author<')
	expect(html([comment(1)])).not.toContain('comment-badge')
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
