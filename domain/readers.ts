import { and, eq, isNull } from 'drizzle-orm'
import { prepared, readDb, type Tx, write } from '@/db'
import { readers } from '@/db/schema'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { storageRefusal } from '@/lib/storage-failure'
import { mergeReader } from './merge-readers'
import type { Viewer } from './permissions'

const readerById = prepared(['id'], (on, { id }) =>
	on.select({ personId: readers.personId }).from(readers).where(eq(readers.id, id)),
)

const readerByPerson = prepared(['personId'], (on, { personId }) =>
	on.select({ id: readers.id }).from(readers).where(eq(readers.personId, personId)),
)

// A prepared statement would keep the default of the first use as the time of all.
const addReader = prepared(['id', 'createdAt'], (on, reader) =>
	on.insert(readers).values(reader).onConflictDoNothing(),
)

/**
 * The reader of the viewer's own votes and comments: with an account the account's reader (null before its
 * first write), without one the cookie's.
 */
export async function readerIdOf(viewer: Viewer): Promise<string | null> {
	if (!viewer.person) return viewer.readerId
	const [own] = await readerByPerson(readDb(), { personId: viewer.person.id })
	return own?.id ?? null
}

/** Whether a browser's reader belongs to no account; otherwise it is usable only when signed in to it. */
export async function isAnonymous(readerId: string): Promise<boolean> {
	const [reader] = await readerById(readDb(), { id: readerId })
	return !reader?.personId
}

/**
 * The reader that a write belongs to, inserted on the first write. An account has one reader on all devices;
 * the browser's anonymous reader is merged into it, with its votes.
 *
 * @throws Refusal `invalid` without a reader cookie, `unauthenticated` if the cookie's reader has an account
 */
export async function ensureReader(tx: Tx, viewer: Viewer): Promise<string> {
	if (viewer.person) return readerOfPerson(tx, viewer.person.id, viewer.readerId)
	if (!viewer.readerId) throw new Refusal('invalid', messages().refusals.noCookie)
	await tx.lock('reader', viewer.readerId)
	const [, [reader]] = await Promise.all([
		addReader(tx, { id: viewer.readerId, createdAt: new Date() }),
		readerById(tx, { id: viewer.readerId }),
	])
	if (reader?.personId) throw new Refusal('unauthenticated', messages().refusals.signInAgain)
	return viewer.readerId
}

/**
 * Merges the browser's anonymous reader into the account's, before a page that shows all of an account's votes and
 * comments. A full or locked disk leaves it to the next write.
 */
export async function mergeBrowserReader(viewer: Viewer): Promise<void> {
	const { person, readerId } = viewer
	if (!person || !readerId) return
	const [browser] = await readerById(readDb(), { id: readerId })
	if (!browser || browser.personId) return
	try {
		await write((tx) => ensureReader(tx, viewer))
	} catch (error) {
		if (!storageRefusal(error)) throw error
	}
}

async function readerOfPerson(tx: Tx, personId: string, cookieReaderId: string | null): Promise<string> {
	await tx.lock('person', personId)
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
