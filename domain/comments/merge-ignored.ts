import { eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { ignoredReaders } from '@/db/schema'

/** Moves the list of a browser's reader to that of an account, and that account's place in the lists of others. */
export async function mergeIgnored(tx: Tx, from: string, to: string): Promise<void> {
	const { readerId, ignoredId } = ignoredReaders
	const own = await tx.select().from(ignoredReaders).where(eq(readerId, from))
	const others = await tx.select().from(ignoredReaders).where(eq(ignoredId, from))
	const moved = [
		...own.map((row) => ({ ...row, readerId: to })),
		...others.map((row) => ({ ...row, ignoredId: to })),
	]
	await tx.delete(ignoredReaders).where(eq(readerId, from))
	await tx.delete(ignoredReaders).where(eq(ignoredId, from))
	for (const { id: _, ...row } of moved)
		if (row.readerId !== row.ignoredId) await tx.insert(ignoredReaders).values(row).onConflictDoNothing()
}
