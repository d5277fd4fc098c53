import { beforeAll, describe, expect, test } from 'vitest'
import { write } from '@/db'
import { comments, respectTallies } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { RESPECTED_DAYS, RESPECTED_MIN } from '@/lib/comment-lists'
import { ALL_TAGS, invalidate, onInvalidate, type Tag } from '@/lib/invalidation'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { publishStory, withdrawStory } from '../articles/publish'
import type { StaffViewer, Viewer } from '../permissions'
import { isPastComment, isRanked, listLatestComments, listRespectedComments } from './listed'
import { moderateComment } from './moderate'
import { deleteComment, editComment } from './own'
import { postComment } from './post'

withDatabase()

const DAY_MS = 86_400_000

let editor: StaffViewer
let articleId: number

beforeAll(async () => {
	;({ editor, articleId } = await liveStory({ headline: 'The mill' }))
})

const words = (body: string) => ({ body, parentId: null, name: 'Ada', email: 'ada@example.org' })

async function approved(body: string, author: Viewer = reader(), story = articleId): Promise<number> {
	const { id, state } = await postComment(author, story, words(body))
	if (state !== 'approved') await moderateComment(editor, id, 'approved')
	return id
}

const respect = (id: number, votes: number) =>
	write(async (tx) => {
		await tx.insert(respectTallies).values({ commentId: id, votes })
	})

/** Test files share a process, which keeps the counts of the one before. */
const countAgain = () => invalidate({ immediate: ['front-page'], deferred: [] })

const latest = async () => (await listLatestComments()).comments.map(({ body }) => body)
const respected = async () => (await listRespectedComments()).comments.map(({ body }) => body)

/** Tags that a write changes at once. */
async function immediately(run: () => Promise<unknown>): Promise<Tag[]> {
	const tags: Tag[] = []
	const stop = onInvalidate(({ immediate }) => void tags.push(...immediate))
	await run()
	stop()
	return tags
}

describe('latest comments', () => {
	test('list approved comments of live stories, newest first', async () => {
		const author = reader()
		const [first, second] = [await approved('First.', author), await approved('Second.')]
		await postComment(reader(), articleId, words('Held.'))
		const gone = await liveStory({ headline: 'Gone' })
		await approved('Under a withdrawn story.', reader(), gone.articleId)
		await withdrawStory(gone.editor, gone.articleId, 'It was not so.')
		expect(await latest()).toEqual(['Second.', 'First.'])
		expect((await listLatestComments()).comments[0]).toMatchObject({
			id: second,
			story: { headline: 'The mill' },
			staff: false,
			author: false,
			respects: null,
		})
		await editComment(author, articleId, first, 'First, edited.')
		expect(await latest()).toEqual(['Second.'])
		await moderateComment(editor, first, 'approved')
		expect(await latest()).toEqual(['Second.', 'First, edited.'])
	})

	test('a comment taken down or deleted leaves at once', async () => {
		const author = reader()
		const [removed, deleted] = [await approved('Removed.', author), await approved('Deleted.', author)]
		const tags = await immediately(async () => {
			await moderateComment(editor, removed, 'spam')
			await deleteComment(author, articleId, deleted)
		})
		expect(tags.filter((tag) => tag === 'comments')).toHaveLength(2)
		expect(await latest()).not.toEqual(expect.arrayContaining(['Removed.']))
		expect(await latest()).not.toEqual(expect.arrayContaining(['Deleted.']))
	})

	test('name their tags, and who wrote for the newsroom', async () => {
		await postComment(editor, articleId, words('From the author.'))
		const colleague = await createStaff('moderator')
		await postComment(colleague, articleId, words('From the staff.'))
		const context = newRequestContext('test')
		const { comments: [staff, author] = [] } = await runInContext(context, () =>
			listLatestComments({ limit: 2 }),
		)
		expect([staff?.staff, staff?.author, author?.staff, author?.author]).toEqual([true, false, true, true])
		expect([...context.dependencies]).toEqual(
			expect.arrayContaining(['comments', 'staff', 'lists', `article:${articleId}`]),
		)
	})

	test('pages start at a comment, and hold each comment once', async () => {
		const all = await latest()
		const seen: string[] = []
		let start: number | null = null
		do {
			const page = await listLatestComments({ start, limit: 2 })
			seen.push(...page.comments.map(({ body }) => body))
			start = page.next
		} while (start !== null)
		expect(seen).toEqual(all)
		expect([await isPastComment(1), await isPastComment(1_000_000)]).toEqual([true, false])
	})
})

describe('most respected comments', () => {
	test('need enough respect within the days of the rule', async () => {
		const [most, enough, few] = [await approved('Most.'), await approved('Enough.'), await approved('Few.')]
		await respect(most, RESPECTED_MIN + 2)
		await respect(enough, RESPECTED_MIN)
		await respect(few, RESPECTED_MIN - 1)
		await write(async (tx) => {
			const createdAt = new Date(Date.now() - (RESPECTED_DAYS + 1) * DAY_MS)
			const row = { articleId, authorName: 'Ada', body: 'Old.', state: 'approved' as const, createdAt }
			const [old] = await tx.insert(comments).values(row).returning({ id: comments.id })
			await tx.insert(respectTallies).values({ commentId: old?.id ?? 0, votes: 90 })
		})
		countAgain()
		expect(await respected()).toEqual(['Most.', 'Enough.'])
		expect((await listRespectedComments()).comments[0]).toMatchObject({ respects: RESPECTED_MIN + 2 })
		const {
			comments: [second],
			next,
		} = await listRespectedComments({ start: most, limit: 1 })
		expect([second?.id, next]).toEqual([enough, null])
		expect([await isRanked(most), await isRanked(few)]).toEqual([true, false])
	})

	test('removed comments leave the list before the next count', async () => {
		const story = await liveStory({ headline: 'The lock' })
		const [here, there] = [await approved('Here.'), await approved('There.', reader(), story.articleId)]
		await respect(here, 50)
		await respect(there, 60)
		countAgain()
		expect((await respected()).slice(0, 2)).toEqual(['There.', 'Here.'])
		await moderateComment(editor, here, 'rejected')
		await withdrawStory(story.editor, story.articleId, 'It was not so.')
		expect(await respected()).not.toEqual(expect.arrayContaining(['Here.']))
		expect(await respected()).not.toEqual(expect.arrayContaining(['There.']))
		await publishStory(story.editor, story.articleId, { revisionId: story.revisionId })
		expect(await respected()).toEqual(expect.arrayContaining(['There.']))
	})

	test('are counted again after minutes, or a write by another process', async () => {
		const context = newRequestContext('test')
		const { countedAt } = await runInContext(context, () => listRespectedComments())
		expect(context.validUntil - Date.now()).toBeLessThanOrEqual(5 * 60_000)
		expect((await listRespectedComments()).countedAt).toEqual(countedAt)
		invalidate({ immediate: [ALL_TAGS], deferred: [] })
		expect((await listRespectedComments()).countedAt).not.toBe(countedAt)
	})
})
