import { asc, eq } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { people, storyNotes } from '@/db/schema'
import { normalized } from '@/lib/normalized'
import { isVisible } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { authorize, type StaffViewer, type Viewer } from '../permissions'
import { requireEditable } from './access'

/** A note between writers and editors. Readers never see one. */
export type StoryNote = { id: number; text: string; by: string | null; at: Date; resolvedAt: Date | null }

/** In characters: half a printed page. */
export const NOTE_LENGTH_MAX = 2_000
/** Notes of one story. */
const NOTES_MAX = 500

/** Oldest first. @throws Refusal `not-found` as `findStory` */
export async function listNotes(viewer: Viewer, articleId: number): Promise<StoryNote[]> {
	authorize(viewer, 'write stories')
	await requireEditable(readDb(), viewer, articleId)
	return readDb()
		.select({
			id: storyNotes.id,
			text: storyNotes.text,
			by: people.name,
			at: storyNotes.createdAt,
			resolvedAt: storyNotes.resolvedAt,
		})
		.from(storyNotes)
		.leftJoin(people, eq(people.id, storyNotes.personId))
		.where(eq(storyNotes.articleId, articleId))
		.orderBy(asc(storyNotes.id))
}

/** @throws Refusal `invalid` naming the field `note` */
export async function addNote(viewer: Viewer, articleId: number, text: string): Promise<void> {
	authorize(viewer, 'write stories')
	await write(async (tx) => {
		await tx.lock('article', articleId)
		await requireEditable(tx, viewer, articleId)
		await insertNote(tx, viewer, articleId, text, 'note')
	})
}

/** Adds a note inside a transaction that has read the article. */
export async function insertNote(
	tx: Tx,
	viewer: StaffViewer,
	articleId: number,
	typed: string,
	field: string,
): Promise<void> {
	const text = checkNote(typed, field)
	if ((await tx.select().from(storyNotes).where(eq(storyNotes.articleId, articleId))).length >= NOTES_MAX)
		throw new Refusal('invalid', `A story keeps at most ${NOTES_MAX} notes.`, field)
	const [note] = await tx
		.insert(storyNotes)
		.values({ articleId, personId: viewer.person.id, text })
		.returning({ id: storyNotes.id })
	await audit(tx, viewer, 'add note', `article:${articleId}`, { note: note?.id })
}

function checkNote(typed: string, field: string): string {
	const text = normalized(typed)
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n\t]/gu, '')
		.trim()
	if (!isVisible(text)) throw new Refusal('invalid', 'Please write the note first.', field)
	if (text.length > NOTE_LENGTH_MAX)
		throw new Refusal('invalid', `Please keep the note under ${NOTE_LENGTH_MAX} characters.`, field)
	return text
}

/** Marks a note as done, or as open again. Idempotent. @throws Refusal */
export async function resolveNote(viewer: Viewer, noteId: number, resolved: boolean): Promise<number> {
	authorize(viewer, 'write stories')
	return write(async (tx) => {
		const [note] = await tx.select().from(storyNotes).where(eq(storyNotes.id, noteId))
		if (!note) throw new Refusal('not-found', 'This note is no longer there.')
		await tx.lock('article', note.articleId)
		await requireEditable(tx, viewer, note.articleId)
		if ((note.resolvedAt !== null) === resolved) return note.articleId
		const values = { resolvedAt: resolved ? new Date() : null }
		await tx.update(storyNotes).set(values).where(eq(storyNotes.id, noteId))
		const action = resolved ? 'resolve note' : 'reopen note'
		await audit(tx, viewer, action, `article:${note.articleId}`, { note: noteId })
		return note.articleId
	})
}
