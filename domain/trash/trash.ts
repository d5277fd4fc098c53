import { and, desc, eq, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { isForeignKeyViolation, readDb, type Tx, write } from '@/db'
import { people, photos, trashedRows } from '@/db/schema'
import { capitalized } from '@/lib/capitalized'
import { Refusal } from '@/lib/refusal'
import { listTrashedStories, TRASH_DAYS } from '../articles/trash'
import { audit } from '../audit'
import { ANONYMOUS, authorize, can, type StaffViewer, type Viewer } from '../permissions'
import { deleteErasedFiles } from '../photos/erase'
import { KINDS } from './kinds'
import { findTrashed, isRow, lockTrash, TRASH_KINDS, type TrashKind, takeOut } from './rows'
import type { Use } from './story-uses'

const DAY_MS = 86_400_000
/** Rows deleted by one run of housekeeping, so that its transaction stays short. */
const EMPTIED_AT_ONCE = 50
/** Entries per page of the trash. */
const PER_PAGE = 100
/** Dependents that a refusal names. */
const NAMED_MAX = 3

/** The dependents for which a row cannot be moved to the trash. @throws Refusal `forbidden` */
export async function findUses(viewer: Viewer, kind: TrashKind, id: number | string): Promise<Use[]> {
	authorize(viewer, KINDS[kind].permission)
	return KINDS[kind].uses(readDb(), viewer, String(id))
}

/**
 * Moves a row to the trash for 30 days. @throws Refusal `forbidden`, `not-found`, or `conflict` naming what depends on
 * it
 */
export async function moveToTrash(viewer: Viewer, kind: TrashKind, rowId: number | string): Promise<void> {
	const { permission, lock, require, uses, tags, moved } = KINDS[kind]
	authorize(viewer, permission)
	const id = String(rowId)
	await write(async (tx) => {
		await lockTrash(tx)
		await lock(tx, id)
		const name = await require(tx, viewer, id)
		const [trashed] = await tx.select().from(trashedRows).where(isRow(kind, id))
		if (trashed) throw new Refusal('not-found', `${capitalized(name)} is in the trash already.`)
		const found = await uses(tx, viewer, id)
		if (found.length > 0)
			throw new Refusal(
				'conflict',
				`${capitalized(name)} cannot be removed. It is needed by ${usesWords(found)}.`,
			)
		const at = new Date()
		await tx.insert(trashedRows).values({ kind, rowId: id, trashedAt: at, trashedBy: viewer.person.id })
		await moved?.(tx, viewer, id, at)
		tx.changed(...tags(id))
		await audit(tx, viewer, 'move to trash', `${kind}:${id}`)
	})
}

function usesWords(uses: Use[]): string {
	const words = uses.slice(0, NAMED_MAX).map(({ what, name }) => (name === null ? what : `${what} “${name}”`))
	return uses.length > NAMED_MAX ? `${words.join(', ')} and more` : words.join(', ')
}

/** @throws Refusal `forbidden`, `not-found`, or `conflict` if another row has taken its name */
export async function restore(viewer: Viewer, kind: TrashKind, id: string): Promise<void> {
	const { permission, lock, require, tags, restored } = KINDS[kind]
	authorize(viewer, permission)
	await write(async (tx) => {
		await lock(tx, id)
		await require(tx, viewer, id)
		const { trashedAt } = await requireTrashed(tx, kind, id)
		await restored?.(tx, id, trashedAt)
		await takeOut(tx, viewer, kind, id)
		tx.changed(...tags(id))
	})
}

/** Deletes a row of the trash with all that is its own. @throws Refusal */
export async function deleteForEver(viewer: Viewer, kind: TrashKind, id: string): Promise<void> {
	authorize(viewer, 'empty the trash')
	authorize(viewer, KINDS[kind].permission)
	await write(async (tx) => {
		await KINDS[kind].lock(tx, id)
		await KINDS[kind].require(tx, viewer, id)
		await requireTrashed(tx, kind, id)
		await erase(tx, viewer, kind, id)
	})
	if (kind === 'photo')
		await deleteErasedFiles().catch((error) =>
			console.error('Deleting the files of a photograph failed; housekeeping repeats it.', error),
		)
}

async function requireTrashed(tx: Tx, kind: TrashKind, id: string) {
	const row = await findTrashed(tx, kind, id)
	if (!row) throw new Refusal('not-found', 'This is not in the trash any more.')
	return row
}

async function erase(tx: Tx, viewer: Viewer, kind: TrashKind, id: string): Promise<void> {
	const [found] = await KINDS[kind].names(tx, [id])
	const isDeleted = await KINDS[kind].erase(tx, id)
	if (isDeleted) await tx.delete(trashedRows).where(isRow(kind, id))
	else await tx.update(trashedRows).set({ emptiedAt: new Date() }).where(isRow(kind, id))
	tx.changed(...KINDS[kind].tags(id))
	if (found)
		await audit(tx, viewer, 'delete for ever', `${kind}:${id}`, { kind: KIND_WORDS[kind], name: found[1] })
}

/** Deletes rows after 30 days in the trash, each in a transaction of its own. */
export async function emptyRows(now: Date): Promise<void> {
	const due = await readDb()
		.select()
		.from(trashedRows)
		.where(and(inTrash(), lt(trashedRows.trashedAt, new Date(now.getTime() - TRASH_DAYS * DAY_MS))))
		.orderBy(trashedRows.trashedAt)
		.limit(EMPTIED_AT_ONCE)
	for (const row of due) {
		const [kind, id] = [row.kind as TrashKind, row.rowId]
		await write(async (tx) => {
			await KINDS[kind].lock(tx, id)
			if (await findTrashed(tx, kind, id)) await erase(tx, ANONYMOUS, kind, id)
		}).catch((error) => {
			// A reference that the checks miss keeps its row.
			if (!isForeignKeyViolation(error)) throw error
			console.error(`The ${KIND_WORDS[kind]} ${id} of the trash is still referred to, so it stays.`, error)
		})
	}
}

const inTrash = (kinds: readonly TrashKind[] = TRASH_KINDS): SQL | undefined =>
	and(isNull(trashedRows.emptiedAt), inArray(trashedRows.kind, [...kinds]))

/** Kinds in words, as the log and the trash name them. */
export const KIND_WORDS: Record<TrashKind | 'story', string> = {
	story: 'story',
	photo: 'photograph',
	ad: 'advertisement',
	section: 'section',
	tag: 'tag',
	person: 'person',
}

/** An entry of the trash; `key` names the row, such as `photo:12`. */
export type TrashedItem = {
	key: string
	kind: TrashKind | 'story'
	name: string
	/** Whether readers once saw the story, so that its address keeps answering. */
	wasPublic: boolean
	trashedAt: Date
	trashedBy: string | null
	/** Time of the deletion for ever. */
	until: Date
}

/** The trash, last removed first: what the viewer may restore. */
export async function listTrash(
	viewer: StaffViewer,
	page = 1,
): Promise<{ items: TrashedItem[]; hasMore: boolean }> {
	authorize(viewer, 'write stories')
	const limit = page * PER_PAGE + 1
	const all = [...(await listTrashedStories(viewer, limit)), ...(await listRows(viewer, limit))].sort(
		(one, other) => other.trashedAt.getTime() - one.trashedAt.getTime(),
	)
	return { items: all.slice((page - 1) * PER_PAGE, page * PER_PAGE), hasMore: all.length > page * PER_PAGE }
}

async function listRows(viewer: StaffViewer, limit: number): Promise<TrashedItem[]> {
	const kinds = TRASH_KINDS.filter((kind) => can(viewer, KINDS[kind].permission))
	const rows = await readDb()
		.select({ row: trashedRows, trashedBy: people.name })
		.from(trashedRows)
		.leftJoin(people, eq(people.id, trashedRows.trashedBy))
		.where(and(inTrash(kinds), ownPhotos(viewer)))
		.orderBy(desc(trashedRows.trashedAt))
		.limit(limit)
	const names = new Map<string, string>()
	for (const kind of kinds) {
		const ids = rows.filter(({ row }) => row.kind === kind).map(({ row }) => row.rowId)
		if (ids.length > 0)
			for (const [id, name] of await KINDS[kind].names(readDb(), ids)) names.set(`${kind}:${id}`, name)
	}
	return rows.flatMap(({ row, trashedBy }) => {
		const key = `${row.kind}:${row.rowId}`
		const name = names.get(key)
		// Without a name the row has left with the demo edition.
		if (name === undefined) return []
		const { trashedAt } = row
		const until = new Date(trashedAt.getTime() + TRASH_DAYS * DAY_MS)
		return [{ key, kind: row.kind as TrashKind, name, wasPublic: false, trashedAt, trashedBy, until }]
	})
}

/** Contributors have the photographs that they added. */
const ownPhotos = (viewer: StaffViewer): SQL | undefined =>
	can(viewer, 'edit any story')
		? undefined
		: or(
				ne(trashedRows.kind, 'photo'),
				sql`exists (select 1 from ${photos} as own where cast(own.id as text) = ${trashedRows.rowId} and own.created_by = ${viewer.person.id})`,
			)
