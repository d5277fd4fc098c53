import { asc, eq } from 'drizzle-orm'
import { inList, listParameter, prepared, type Queryable, type Tx } from '@/db'
import { commentFindings } from '@/db/schema'
import type { Reason } from '@/lib/moderation-phases'

/** Stores the phases that held a comment, with their rule, word and numbers, in place of those of a former text. */
export async function storeFindings(tx: Tx, commentId: number, reasons: Reason[]): Promise<void> {
	await tx.delete(commentFindings).where(eq(commentFindings.commentId, commentId))
	if (reasons.length === 0) return
	const rows = reasons.map((reason, position) => ({ commentId, phase: reason.phase, position, reason }))
	await tx.insert(commentFindings).values(rows)
}

/** The phases that held comments, in their order, by comment. */
export async function findingsOf(on: Queryable, ids: number[]): Promise<Map<number, Reason[]>> {
	const found = new Map<number, Reason[]>()
	if (ids.length === 0) return found
	for (const { commentId, reason } of await listFindings(on, { ids: listParameter(ids) }))
		found.set(commentId, [...(found.get(commentId) ?? []), reason])
	return found
}

const listFindings = prepared(['ids'], (on, { ids }) =>
	on
		.select({ commentId: commentFindings.commentId, reason: commentFindings.reason })
		.from(commentFindings)
		.where(inList(commentFindings.commentId, ids))
		.orderBy(asc(commentFindings.commentId), asc(commentFindings.position)),
)
