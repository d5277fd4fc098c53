import { inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { commentFindings, comments, people } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { startMailbox } from '@/e2e/support/mailbox'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { RETENTION } from '@/lib/retention'
import { changeSettings } from '../settings'
import { confirmComment, makeCommentLink } from './confirmation'
import { moderateComment } from './moderate'
import { postComment } from './post'
import { deleteUnconfirmed } from './unconfirmed'

withDatabase()

const DAYS = RETENTION.unconfirmedCommentDays

test('comments without a confirmed address are deleted after their time', async () => {
	await startMailbox()
	const owner = await createStaff('owner')
	const { articleId } = await liveStory()
	await changeSettings(owner, { commentsFrom: 'confirmed', commentsHeldFirst: 0 })
	const account = await createStaff('reader')
	await write((tx) =>
		tx
			.update(people)
			.set({ emailConfirmedAt: null, role: 'reader' })
			.where(inArray(people.id, [account.person.id])),
	)
	let number = 0
	const post = async (by = reader(), parentId: number | null = null) => {
		number += 1
		const words = { body: `Thought ${number}`, name: 'Ada', email: `ada-${number}@example.org`, parentId }
		return (await postComment(by, articleId, words)).id
	}
	const alone = await post()
	const confirmed = await post()
	const [approved, seen, answered] = [await post(), await post(), await post()] as const
	const ofAccount = await post({ ...account, person: { ...account.person, role: 'reader' } })
	await confirmComment(confirmed, new URL(await makeCommentLink(confirmed)).searchParams.get('token') ?? '')
	for (const id of [approved, seen, answered]) await moderateComment(owner, id, 'approved')
	const reply = await post(owner, answered)
	for (const id of [seen, answered]) await moderateComment(owner, id, 'waiting')
	const all = [alone, confirmed, approved, seen, answered, ofAccount, reply]
	const leftAfter = async (days: number) => {
		await write((tx) => deleteUnconfirmed(tx, new Date(Date.now() + days * 86_400_000)))
		const rows = await readDb()
			.select({ id: comments.id })
			.from(comments)
			.where(inArray(comments.id, all))
			.orderBy(comments.id)
		return rows.map(({ id }) => id)
	}
	expect(await leftAfter(DAYS - 0.1)).toEqual(all)
	expect(await leftAfter(DAYS + 0.1)).toEqual([confirmed, approved, seen, answered, reply])
	const findings = await readDb()
		.select()
		.from(commentFindings)
		.where(inArray(commentFindings.commentId, [alone, ofAccount]))
	expect(findings).toEqual([])
})

test('a site without a mail server keeps them for a moderator', async () => {
	const { articleId } = await liveStory()
	const words = { body: 'No mails.', name: 'Ada', email: 'ada@example.org', parentId: null }
	const { id } = await postComment(reader(), articleId, words)
	await write((tx) => deleteUnconfirmed(tx, new Date(Date.now() + (DAYS + 1) * 86_400_000)))
	expect(
		await readDb()
			.select()
			.from(comments)
			.where(inArray(comments.id, [id])),
	).toHaveLength(1)
})
