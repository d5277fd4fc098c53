import { readDb, write } from '@/db'
import { storageRefusal } from '@/lib/storage-failure'
import type { Viewer } from '../permissions'
import { readerIdOf } from '../readers'
import { countWaited, hasWaited, isFull, listSetAside, type SetAsideVote } from './set-aside'

/** Counts the viewer's votes that have waited long enough. A full or locked disk leaves them to the next visit. */
export async function countReturned(viewer: Viewer, now = new Date()): Promise<void> {
	const readerId = await readerIdOf(viewer)
	if (!readerId) return
	const waited = (await listSetAside(readDb(), readerId)).filter((vote) => hasWaited(vote, now))
	const open: SetAsideVote[] = []
	for (const vote of waited) if (!(await isFull(readDb(), vote))) open.push(vote)
	if (open.length === 0) return
	try {
		await write(async (tx) => {
			await tx.lock('reader', readerId)
			await countWaited(tx, await listSetAside(tx, readerId), now)
		})
	} catch (error) {
		if (!storageRefusal(error)) throw error
	}
}
