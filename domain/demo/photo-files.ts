import fs from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import { readDb, write } from '@/db'
import { photos } from '@/db/schema'
import { queueImage } from '../photos/image-queue'
import { photoFolder } from '../photos/store'
import { forgetDemoRow, listDemoIds } from './rows'

/**
 * Deletes the files of photographs whose rows were removed; the record of a hash is deleted last, so that an
 * interrupted deletion is repeated. Runs in the queue of uploads, because the same file may be added again.
 */
export async function deleteRemovedPhotoFiles(): Promise<void> {
	for (const hash of await listDemoIds(readDb(), 'photo files')) await queueImage(() => deleteFiles(hash))
}

async function deleteFiles(hash: string): Promise<void> {
	const [added] = await readDb().select({ id: photos.id }).from(photos).where(eq(photos.hash, hash))
	if (!added) await fs.rm(photoFolder(hash), { recursive: true, force: true })
	await write((tx) => forgetDemoRow(tx, 'photo files', hash))
}
