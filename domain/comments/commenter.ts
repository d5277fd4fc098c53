import { and, asc, count, desc, eq, isNotNull } from 'drizzle-orm'
import { readDb, write } from '@/db'
import { comments, people, readerNotes, readers } from '@/db/schema'
import { isVisible, plainLines } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { authorize, type Viewer } from '../permissions'
import { formerNamesOf } from '../public-name'
import { listRestrictions, lockAuthor } from './restrictions'

/** In characters. */
const NOTE_LENGTH_MAX = 2_000
/** Names and addresses that one reader has used, shown at the desk. */
const NAMES_MAX = 20

/** Facts about the author of a comment, for moderators; null if the author is no longer known. */
export async function findCommenter(viewer: Viewer, commentId: number) {
	authorize(viewer, 'moderate comments')
	const [author] = await readDb()
		.select({
			readerId: readers.id,
			since: readers.createdAt,
			account: people.name,
			role: people.role,
			personId: people.id,
		})
		.from(comments)
		.innerJoin(readers, eq(readers.id, comments.readerId))
		.leftJoin(people, eq(people.id, readers.personId))
		.where(eq(comments.id, commentId))
	if (!author) return null
	const { readerId, personId, ...facts } = author
	const [names, former, emails, counts, restrictions, notes] = await Promise.all([
		namesOf(readerId),
		personId === null ? [] : formerNamesOf(personId),
		emailsOf(readerId),
		countByState(readerId),
		listRestrictions(readerId),
		listNotes(readerId),
	])
	const allNames = [...new Set([...names, ...former.map(({ name }) => name)])]
	return { ...facts, names: allNames, emails, counts, restrictions, notes }
}

export type Commenter = NonNullable<Awaited<ReturnType<typeof findCommenter>>>

const namesOf = async (readerId: string): Promise<string[]> =>
	(
		await readDb()
			.selectDistinct({ name: comments.authorName })
			.from(comments)
			.where(eq(comments.readerId, readerId))
			.orderBy(asc(comments.authorName))
			.limit(NAMES_MAX)
	).map(({ name }) => name)

const emailsOf = async (readerId: string): Promise<string[]> =>
	(
		await readDb()
			.selectDistinct({ email: comments.authorEmail })
			.from(comments)
			.where(and(eq(comments.readerId, readerId), isNotNull(comments.authorEmail)))
			.orderBy(asc(comments.authorEmail))
			.limit(NAMES_MAX)
	).flatMap(({ email }) => email ?? [])

const countByState = (readerId: string) =>
	readDb()
		.select({ state: comments.state, number: count() })
		.from(comments)
		.where(eq(comments.readerId, readerId))
		.groupBy(comments.state)

const listNotes = (readerId: string) =>
	readDb()
		.select({
			id: readerNotes.id,
			body: readerNotes.body,
			createdAt: readerNotes.createdAt,
			by: people.name,
		})
		.from(readerNotes)
		.leftJoin(people, eq(people.id, readerNotes.personId))
		.where(eq(readerNotes.readerId, readerId))
		.orderBy(desc(readerNotes.id))

/** Adds a note on the author of a comment, which moderators alone see. @throws Refusal */
export async function addReaderNote(viewer: Viewer, commentId: number, typed: string): Promise<void> {
	authorize(viewer, 'moderate comments')
	const body = plainLines(typed)
	if (!isVisible(body)) throw new Refusal('invalid', 'Please write the note first.', 'note')
	if (body.length > NOTE_LENGTH_MAX)
		throw new Refusal('invalid', `Please keep the note under ${NOTE_LENGTH_MAX} characters.`, 'note')
	await write(async (tx) => {
		const { readerId } = await lockAuthor(tx, commentId)
		await tx.lock('reader', readerId)
		await tx.insert(readerNotes).values({ readerId, body, personId: viewer.person.id })
		await audit(tx, viewer, 'note on commenter', `comment:${commentId}`)
	})
}

/** Deletes a note on the author of a comment. @throws Refusal */
export async function removeReaderNote(viewer: Viewer, commentId: number, id: number): Promise<void> {
	authorize(viewer, 'moderate comments')
	await write(async (tx) => {
		const { readerId } = await lockAuthor(tx, commentId)
		await tx.lock('reader', readerId)
		const removed = await tx
			.delete(readerNotes)
			.where(and(eq(readerNotes.id, id), eq(readerNotes.readerId, readerId)))
			.returning({ id: readerNotes.id })
		if (removed.length > 0) await audit(tx, viewer, 'remove note on commenter', `comment:${commentId}`)
	})
}
