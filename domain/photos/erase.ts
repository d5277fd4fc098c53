import { and, eq } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { photos, photoUses, revisions, trashedRows } from '@/db/schema'
import { mediaStore } from '@/lib/media/media-store'
import { queueImage } from './image-queue'
import { EMPTIED_HASH } from './store'

/** Kind of the records in `trashed_rows` of folders to delete. */
const FILES = 'photo files'

/**
 * Deletes a photograph, and records its folder for `deleteErasedFiles`. @returns false if texts that readers never saw
 * name it: the row stays without words and files, so that they can be saved and restored
 */
export async function erasePhoto(tx: Tx, id: number): Promise<boolean> {
	const [photo] = await tx.select({ hash: photos.hash }).from(photos).where(eq(photos.id, id))
	if (!photo) return true
	await recordErasedFiles(tx, photo.hash)
	const uses = await tx
		.select({ id: photoUses.photoId })
		.from(photoUses)
		.where(eq(photoUses.photoId, id))
		.limit(1)
	const leads = await tx
		.select({ id: revisions.id })
		.from(revisions)
		.where(eq(revisions.heroPhotoId, id))
		.limit(1)
	if (uses.length + leads.length > 0) {
		await tx
			.update(photos)
			.set({ ...EMPTY, hash: `${EMPTIED_HASH}${id}` })
			.where(eq(photos.id, id))
		return false
	}
	await tx.delete(photos).where(eq(photos.id, id))
	return true
}

const EMPTY = {
	...{ widths: [], avifWidths: [], thumbWidths: [], colour: null, caption: null, credit: null },
	...{ noCreditReason: null, creator: null, agency: null, alt: null, rights: null, licence: null },
	...{ city: null, takenAt: null, metadata: null },
}

export async function recordErasedFiles(tx: Tx, hash: string): Promise<void> {
	const record = { kind: FILES, rowId: hash, trashedAt: new Date() }
	await tx.insert(trashedRows).values(record).onConflictDoNothing()
}

/**
 * Deletes the files of erased photographs; the record of a folder is deleted last, so that an interrupted deletion is
 * repeated. Runs in the queue of uploads, because the same file may be added again.
 */
export async function deleteErasedFiles(): Promise<void> {
	const records = await readDb()
		.select({ hash: trashedRows.rowId })
		.from(trashedRows)
		.where(eq(trashedRows.kind, FILES))
	for (const { hash } of records) await queueImage(() => deleteFiles(hash))
}

async function deleteFiles(hash: string): Promise<void> {
	const [added] = await readDb().select({ id: photos.id }).from(photos).where(eq(photos.hash, hash))
	if (!added) await (await mediaStore()).delete(hash)
	await write(async (tx) => {
		await tx.delete(trashedRows).where(and(eq(trashedRows.kind, FILES), eq(trashedRows.rowId, hash)))
	})
}
