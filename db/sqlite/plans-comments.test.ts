import { beforeAll, expect, test } from 'vitest'
import { listCommentVersions } from '@/domain/comments/list'
import { moderateComment } from '@/domain/comments/moderate'
import { deleteComment, editComment, hasOwnState } from '@/domain/comments/own'
import { findComment } from '@/domain/comments/paging'
import { findLinkedComment, isLinkable } from '@/domain/comments/permalink'
import { postComment } from '@/domain/comments/post'
import { respectFor, setRespect } from '@/domain/comments/respect'
import { listThread } from '@/domain/comments/thread'
import { listNotices } from '@/domain/reader-notices/list'
import { countUnread, markNoticesSeen } from '@/domain/reader-notices/seen'
import { liveStory, reader } from '@/e2e/support/stories'
import { SORTS, VIEWS } from '@/lib/thread-order'
import { withDatabase } from '../testing'
import { recorded, scansIn } from './plans.fixture'

withDatabase()

let story: Awaited<ReturnType<typeof liveStory>>
let commentId: number
let removedId: number
const viewer = reader()

const post = async (body: string, parentId: number | null = null): Promise<number> =>
	(await postComment(story.editor, story.articleId, { body, parentId, name: '', email: '' })).id

beforeAll(async () => {
	story = await liveStory()
	commentId = await post('First.')
	await post('Second.', commentId)
	removedId = await post('Removed.')
	await moderateComment(story.editor, removedId, 'rejected')
})

/** Reads and writes of a thread that a reader's request causes. */
const PATHS: Record<string, () => Promise<unknown>> = {
	'the address of a comment': () =>
		Promise.all([
			isLinkable(story.slug, commentId),
			...[commentId, removedId].map((id) => findLinkedComment(viewer, story.articleId, id)),
		]),
	'a thread in each order': () =>
		Promise.all(
			SORTS.flatMap((sort) =>
				VIEWS.map(async (view) => {
					const order = { sort, view, size: 25 as const }
					await listThread(viewer, story.articleId, { order })
					await findComment(viewer, story.articleId, commentId, order)
				}),
			),
		),
	'own comments and respects': () => hasOwnState(viewer, story.articleId),
	notices: () =>
		Promise.all([listNotices(viewer), listNotices(viewer, { past: '1-1-1' }), countUnread(viewer)]),
	'a mark of read notices': () => markNoticesSeen(viewer, new Date()),
	'a respect': async () => {
		await setRespect(viewer, story.articleId, commentId, true)
		await respectFor(viewer, commentId)
	},
	'an edit and a deletion': async () => {
		const id = await post('To edit.')
		await editComment(story.editor, story.articleId, id, 'Edited.')
		await listCommentVersions(story.editor, id)
		await deleteComment(story.editor, story.articleId, id)
	},
}

test.each(Object.entries(PATHS))('%s uses an index', async (_, run) => {
	const statements = await recorded(run)
	expect(statements.length).toBeGreaterThan(0)
	for (const statement of statements) expect(scansIn(statement), statement).toEqual([])
})
