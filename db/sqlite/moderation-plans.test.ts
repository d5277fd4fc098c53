import { beforeAll, expect, test } from 'vitest'
import { addReaderNote, findCommenter, removeReaderNote } from '@/domain/comments/commenter'
import { type CommentFilter, listComments } from '@/domain/comments/list'
import { postComment } from '@/domain/comments/post'
import { liftRestriction, restrictAuthor } from '@/domain/comments/restrictions'
import { liveStory, reader } from '@/e2e/support/stories'
import { withDatabase } from '../testing'
import { planOf, recorded, scansIn } from './plans.fixture'

withDatabase()

let story: Awaited<ReturnType<typeof liveStory>>
let commentId: number

beforeAll(async () => {
	story = await liveStory()
	const words = { body: 'I was there.', parentId: null, name: 'A guest', email: 'guest@example.org' }
	commentId = (await postComment(reader(), story.articleId, words)).id
})

const expectIndexes = (statements: string[]): void => {
	expect(statements.length).toBeGreaterThan(0)
	for (const statement of statements) expect(scansIn(statement), statement).toEqual([])
}

test.each<[CommentFilter, isSorted?: boolean]>([
	[{ state: 'waiting' }],
	[{ state: 'rejected', past: 9 }],
	[{ state: 'spam' }],
	// Without a cursor, the newest rows of the table.
	[{ state: 'all', search: 'there', past: 9 }],
	[{ state: 'all', by: 1 }],
	[{ state: 'waiting', phase: 'trust' }],
	[{ state: 'all', phase: 'links', by: 1, story: 1 }],
	// The index of a story's comments begins with their state.
	[{ state: 'all', story: 1 }, true],
])('comments listed by %o are read in the order of an index', async (filter, isSorted = false) => {
	const statements = await recorded(() => listComments(story.editor, filter))
	expectIndexes(statements)
	const listing = statements.find((each) => / order by /.test(each)) ?? ''
	expect(planOf(listing).join().includes('TEMP B-TREE'), listing).toBe(isSorted)
})

test('restrictions and notes use indexes', async () => {
	expectIndexes(
		await recorded(async () => {
			await restrictAuthor(story.editor, commentId, { kind: 'mute', reason: 'Calm down.', until: '' })
			await addReaderNote(story.editor, commentId, 'Writes at night.')
			await findCommenter(story.editor, commentId)
			await removeReaderNote(story.editor, commentId, 1)
			await liftRestriction(story.editor, commentId, 1)
		}),
	)
})
