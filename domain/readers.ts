import { and, eq, isNull } from 'drizzle-orm'
import { prepared } from '@/db/prepared'
import { readers } from '@/db/schema'
import { readDb } from '@/db/sqlite/connection'
import type { Tx } from '@/db/write'
import { Refusal } from '@/lib/refusal'
import { mergeReader } from './merge-readers'
import type { Viewer } from './permissions'

const readerById = prepared(['id'], (on, { id }) =>
	on.select({ personId: readers.personId }).from(readers).where(eq(readers.id, id)),
)

const readerByPerson = prepared(['personId'], (on, { personId }) =>
	on.select({ id: readers.id }).from(readers).where(eq(readers.personId, personId)),
)

const addReader = prepared(['id'], (on, { id }) => on.insert(readers).values({ id }).onConflictDoNothing())

/** Whose votes and comments a viewer sees as their own: the account's reader, else the cookie's. */
export async function readerIdOf(viewer: Viewer): Promise<string | null> {
	if (!viewer.person) return viewer.readerId
	const [own] = await readerByPerson(readDb(), { personId: viewer.person.id })
	return own?.id ?? null
}

/** Whether a browser's reader belongs to no account; one that does is of use only to who is signed in. */
export async function isAnonymous(readerId: string): Promise<boolean> {
	const [reader] = await readerById(readDb(), { id: readerId })
	return !reader?.personId
}

/**
 * The reader on whose behalf a write happens, made if this is the first. Someone signed in keeps one
 * reader on all devices; the first time, the browser's own reader becomes theirs, votes and all.
 */
export async function ensureReader(tx: Tx, viewer: Viewer): Promise<string> {
	if (viewer.person) return readerOfPerson(tx, viewer.person.id, viewer.readerId)
	if (!viewer.readerId)
		throw new Refusal('invalid', 'This browser refused the cookie that keeps one vote a reader.')
	await addReader(tx, { id: viewer.readerId })
	const [reader] = await readerById(tx, { id: viewer.readerId })
	if (reader?.personId) throw new Refusal('unauthenticated', 'Please sign in again to go on as yourself.')
	return viewer.readerId
}

async function readerOfPerson(tx: Tx, personId: string, cookieReaderId: string | null): Promise<string> {
	const [own] = await readerByPerson(tx, { personId })
	if (own) {
		if (cookieReaderId) await mergeReader(tx, cookieReaderId, own.id)
		return own.id
	}
	if (cookieReaderId) {
		const [adopted] = await tx
			.update(readers)
			.set({ personId })
			.where(and(eq(readers.id, cookieReaderId), isNull(readers.personId)))
			.returning({ id: readers.id })
		if (adopted) return adopted.id
	}
	const id = crypto.randomUUID()
	await tx.insert(readers).values({ id, personId })
	return id
}
