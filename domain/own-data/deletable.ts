import { and, count, eq, ne } from 'drizzle-orm'
import { type Queryable, readDb } from '@/db'
import { comments, moods, PERSON_REFERENCES, ratings, respects } from '@/db/schema'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import type { SignedInViewer } from '../permissions'
import { readerIdOf } from '../readers'

/** Numbers for the page that asks about a deletion. */
export type DeletionFacts = {
	/** Whether work of the newsroom under the name excludes it. */
	hasWork: boolean
	/** Published comments, and those that wait or were not published. */
	published: number
	unpublished: number
	/** Moods, stars and respects. */
	votes: number
}

export async function deletionFacts(viewer: SignedInViewer): Promise<DeletionFacts> {
	const readerId = (await readerIdOf(viewer)) ?? ''
	const [published, unpublished] = await Promise.all([
		countComments(readerId, eq(comments.state, 'approved')),
		countComments(readerId, ne(comments.state, 'approved')),
	])
	const votes = await Promise.all(
		[moods, ratings, respects].map(async (table) => {
			const [row] = await readDb().select({ number: count() }).from(table).where(eq(table.readerId, readerId))
			return row?.number ?? 0
		}),
	)
	const hasWork = await hasNewsroomWork(readDb(), viewer.person.id)
	return { hasWork, published, unpublished, votes: votes.reduce((sum, each) => sum + each, 0) }
}

async function countComments(readerId: string, state: ReturnType<typeof eq>): Promise<number> {
	const [row] = await readDb()
		.select({ number: count() })
		.from(comments)
		.where(and(eq(comments.readerId, readerId), state))
	return row?.number ?? 0
}

/** @throws Refusal `conflict` if stories or other work of the newsroom are under the name */
export async function requireNoWork(on: Queryable, personId: string): Promise<void> {
	if (await hasNewsroomWork(on, personId)) throw new Refusal('conflict', messages().deletion.hasWork)
}

async function hasNewsroomWork(on: Queryable, personId: string): Promise<boolean> {
	for (const column of PERSON_REFERENCES) {
		const [row] = await on.select({ id: column }).from(column.table).where(eq(column, personId)).limit(1)
		if (row) return true
	}
	return false
}
