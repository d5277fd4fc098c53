import { and, asc, eq } from 'drizzle-orm'
import { readDb } from '@/db'
import { commentComplaints, commentDecisions, comments, readerRestrictions } from '@/db/schema'
import type { OwnRow } from '@/lib/own-data'
import { keptRestrictionsOf } from '../comments/kept-restrictions'
import type { Owner } from './owner'

/** Bans and mutes, as they are told to the author. */
export const restrictionRows = async ({ readerId }: Owner): Promise<OwnRow[]> => [
	...(readerId ? await keptRestrictionsOf(readDb(), readerId) : []).map(
		({ kind, reason, createdAt, endsAt }) => ({
			...{ what: kind, reason, email: null, since: createdAt, until: endsAt, lifted: null },
		}),
	),
	...(await readDb()
		.select({
			...{
				what: readerRestrictions.kind,
				reason: readerRestrictions.reason,
				email: readerRestrictions.email,
			},
			...{ since: readerRestrictions.createdAt, until: readerRestrictions.endsAt },
			lifted: readerRestrictions.liftedAt,
		})
		.from(readerRestrictions)
		.where(eq(readerRestrictions.readerId, readerId ?? ''))
		.orderBy(asc(readerRestrictions.id))),
]

/** Statements of reasons about the owner's comments, without the people who decided or reported. */
export const decisionRows = async ({ readerId }: Owner): Promise<OwnRow[]> =>
	readDb()
		.select({
			...{ number: commentDecisions.id, comment: commentDecisions.commentId },
			...{ outcome: commentDecisions.outcome, rule: commentDecisions.rule, law: commentDecisions.law },
			...{ facts: commentDecisions.facts, decided: commentDecisions.decidedAt },
			reversed: commentDecisions.reversedAt,
		})
		.from(commentDecisions)
		.innerJoin(comments, eq(comments.id, commentDecisions.commentId))
		.where(eq(comments.readerId, readerId ?? ''))
		.orderBy(asc(commentDecisions.id))

/** Complaints of the owner against those decisions. */
export async function complaintRows({ readerId }: Owner): Promise<OwnRow[]> {
	const rows = await readDb()
		.select({
			...{ decision: commentComplaints.decisionId, text: commentComplaints.text },
			...{ since: commentComplaints.createdAt, outcome: commentComplaints.outcome },
			...{ answer: commentComplaints.answer, decided: commentComplaints.decidedAt },
		})
		.from(commentComplaints)
		.innerJoin(commentDecisions, eq(commentDecisions.id, commentComplaints.decisionId))
		.innerJoin(comments, eq(comments.id, commentDecisions.commentId))
		.where(and(eq(comments.readerId, readerId ?? ''), eq(commentComplaints.side, 'author')))
		.orderBy(asc(commentComplaints.id))
	return rows.map((row) => ({ ...row, outcome: row.outcome === 'rejected' ? 'notUpheld' : row.outcome }))
}
