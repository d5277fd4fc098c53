import { count, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import {
	auditEvents,
	comments,
	commentTallies,
	moods,
	moodTallies,
	people,
	ratings,
	ratingTallies,
	replyAddresses,
	respects,
	respectTallies,
} from '@/db/schema'
import { traceWrites, withDatabase } from '@/db/testing'
import { liveStory } from '@/e2e/support/stories'
import { listThread } from '../comments/thread'
import { addPerson } from '../people'
import { ANONYMOUS, type SignedInViewer } from '../permissions'
import { findSession } from '../sessions'
import { deletionFacts } from './deletable'
import { deleteOwnAccount } from './delete-account'
import { dump, EMAIL, GONE, holds, NAME, PUBLIC, personalColumns, plantAccount } from './planted.fixture'

withDatabase()

/** Tallies as stored, and as counted from the rows. */
async function tallies(articleId: number, commentId: number) {
	const db = readDb()
	const counted = async (table: typeof moods | typeof ratings) =>
		(await db.select({ n: count() }).from(table).where(eq(table.articleId, articleId)))[0]?.n
	const sum = (rows: { votes: number }[]) => rows.reduce((all, { votes }) => all + votes, 0)
	const [approved] = await db.select().from(commentTallies).where(eq(commentTallies.articleId, articleId))
	const states = await db.select().from(comments).where(eq(comments.articleId, articleId))
	const given = await db.select().from(respects).where(eq(respects.commentId, commentId))
	return {
		stored: [
			sum(await db.select().from(moodTallies).where(eq(moodTallies.articleId, articleId))),
			sum(await db.select().from(ratingTallies).where(eq(ratingTallies.articleId, articleId))),
			sum(await db.select().from(respectTallies).where(eq(respectTallies.commentId, commentId))),
			approved?.approved,
		],
		rows: [
			await counted(moods),
			await counted(ratings),
			given.length,
			states.filter(({ state }) => state === 'approved').length,
		],
	}
}

describe.each(['keep', 'delete'] as const)('a deletion with the choice “%s” for the texts', (texts) => {
	let planted: Awaited<ReturnType<typeof plantAccount>>

	beforeAll(async () => {
		planted = await plantAccount()
		const { people, readers, emails } = personalColumns()
		for (const [columns, value] of [
			[people, planted.id],
			[readers, planted.readerId],
			[emails, EMAIL],
		] as const) {
			expect(columns.length).toBeGreaterThan(4)
			for (const column of columns)
				expect([column.name, await holds(column, value)]).toEqual([column.name, true])
		}
		expect(await deletionFacts(planted.viewer)).toEqual({
			...{ hasWork: false, published: 1, unpublished: 2, votes: 3 },
		})
		await deleteOwnAccount(planted.viewer, texts)
	})

	test('no table holds the name, the address or a text', async () => {
		for (const [table, text] of await dump())
			for (const value of [EMAIL, NAME, GONE]) expect(text.includes(value), `${table}: ${value}`).toBe(false)
	})

	test('only the log holds the random number of the account', async () => {
		for (const [table, text] of await dump()) {
			if (table !== 'audit_events') expect(text.includes(planted.id), table).toBe(false)
			expect(text.includes(planted.readerId), table).toBe(false)
		}
		const last = (await readDb().select().from(auditEvents).orderBy(auditEvents.id)).at(-1)
		expect(last).toMatchObject({
			action: 'delete own account',
			subject: 'people',
			personId: null,
			detail: null,
		})
	})

	test('the session has ended and tallies equal the rows', async () => {
		expect(await findSession(planted.token)).toBeNull()
		for (const id of [planted.published, planted.reply]) {
			const { stored, rows } = await tallies(planted.articleId, id)
			expect(stored).toEqual(rows)
		}
	})

	test('the thread stays whole', async () => {
		const { threads, total } = await listThread(ANONYMOUS, planted.articleId)
		const replies = [{ id: planted.reply, body: 'A reply.', respects: 0 }]
		const kept = { shown: 'here', authorName: 'Deleted account', body: PUBLIC, respects: 1, picked: true }
		const gone = { shown: 'deleted', authorName: '', body: '' }
		expect(threads).toMatchObject([{ id: planted.published, replies, ...(texts === 'keep' ? kept : gone) }])
		expect(total).toBe(texts === 'keep' ? 2 : 1)
	})
})

const signedIn = async (role: 'owner' | 'reader', name: string, age = 0): Promise<SignedInViewer> => {
	const account = { name, email: `${crypto.randomUUID()}@example.org`, role }
	const { id } = await addPerson({ ...account, password: 'a good long password' })
	const session = { hash: '', confirmedAt: new Date(Date.now() - age) }
	return { person: { id, ...account }, readerId: null, session }
}

test('a deletion needs a recent sign-in and happens once', async () => {
	await expect(deleteOwnAccount(await signedIn('reader', 'Ada', 3_600_000), 'keep')).rejects.toMatchObject({
		code: 'unconfirmed',
	})
	const viewer = await signedIn('reader', 'Ada')
	const trace = await traceWrites(() => deleteOwnAccount(viewer, 'keep'))
	const locked = trace.indexOf(`lock person ${viewer.person.id}`)
	expect(locked).toBeGreaterThanOrEqual(0)
	expect(trace.findIndex((line) => line.startsWith('select'))).toBeGreaterThan(locked)
	await expect(deleteOwnAccount(viewer, 'keep')).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('an unconfirmed address is not taken from rows of others', async () => {
	const viewer = await signedIn('reader', 'Eve')
	const { id, email } = viewer.person
	await write(async (tx) => {
		await tx.update(people).set({ emailConfirmedAt: null }).where(eq(people.id, id))
		await tx.insert(replyAddresses).values({ id: 'another reader', email: email ?? '', wantedAt: new Date() })
	})
	await deleteOwnAccount(viewer, 'keep')
	const left = await readDb().select().from(replyAddresses)
	expect(left.filter((row) => row.email === email)).toHaveLength(1)
})

test('an account with stories and the only owner are refused', async () => {
	const { editor } = await liveStory()
	const session = { hash: '', confirmedAt: new Date() }
	const withStories = { ...editor, session }
	await expect(deleteOwnAccount(withStories, 'keep')).rejects.toMatchObject({ code: 'conflict' })
	expect(await deletionFacts(withStories)).toMatchObject({ hasWork: true })
	const owner = await signedIn('owner', 'Una')
	await expect(deleteOwnAccount(owner, 'keep')).rejects.toMatchObject({ code: 'conflict' })
	await signedIn('owner', 'Olga')
	await deleteOwnAccount(owner, 'keep')
})
