import { and, eq } from 'drizzle-orm'
import { inNumbers, readDb } from '@/db'
import {
	commentComplaints,
	commentDecisions,
	comments,
	respectTallies,
	setAsideVotes,
	voteDecisions,
} from '@/db/schema'
import type { Mood, Stars } from '@/lib/moods'
import type { CommentRule } from '../notices/decisions'
import type { EventKind } from './events'
import type { Event } from './list'

type Given = { mood: Mood } | { stars: Stars }

/** A kind of notice with what its line shows. */
export type NoticeDetail =
	| { kind: 'reply'; author: string }
	| { kind: 'approved' | 'pick' }
	| {
			kind: 'removed'
			rule: CommentRule | null
			law: string
			/** Whether the comment waited: an automatic rule or reports held it, and it was not public. */
			heldBefore: boolean
			/** Whether the decision is in force, and has a page. */
			inForce: boolean
	  }
	| { kind: 'undone'; isPublic: boolean }
	| { kind: 'complaint'; upheld: boolean; answer: string }
	| { kind: 'respects'; count: number }
	| { kind: 'vote'; given: Given; state: 'waiting' | 'counted' | 'discarded'; reason: string }

/** Reads the details of events; the result finds that of each, or null if it is no longer there. */
export async function detailsOf(
	readerId: string,
	events: readonly Event[],
): Promise<(event: Event) => NoticeDetail | null> {
	const idsOf = (...kinds: EventKind[]) =>
		events.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
	const [authors, decisions, complaints, tallies, votes] = await Promise.all([
		authorsOf(idsOf('reply')),
		decisionsOf(idsOf('removed', 'undone')),
		complaintsOf(idsOf('complaint')),
		talliesOf(idsOf('respects')),
		votesOf(readerId, idsOf('mood', 'rating')),
	])
	return ({ kind, id }) => {
		switch (kind) {
			case 'reply':
				return authors.get(id) ?? null
			case 'approved':
			case 'pick':
				return { kind }
			case 'removed':
				return decisions.get(id)?.removed ?? null
			case 'undone':
				return decisions.get(id)?.undone ?? null
			case 'complaint':
				return complaints.get(id) ?? null
			case 'respects':
				return tallies.get(id) ?? null
			case 'mood':
			case 'rating':
				return votes.get(`${kind} ${id}`) ?? null
		}
	}
}

async function authorsOf(ids: number[]): Promise<Map<number, NoticeDetail>> {
	const rows = await readDb()
		.select({ id: comments.id, author: comments.authorName })
		.from(comments)
		.where(inNumbers(comments.id, ids))
	return new Map(rows.map(({ id, author }) => [id, { kind: 'reply', author }]))
}

type DecisionDetails = Record<'removed' | 'undone', NoticeDetail>

async function decisionsOf(ids: number[]): Promise<Map<number, DecisionDetails>> {
	const { id, rule, law, heldBefore, reversedAt } = commentDecisions
	const rows = await readDb()
		.select({ id, rule, law, heldBefore, reversedAt, state: comments.state })
		.from(commentDecisions)
		.innerJoin(comments, eq(comments.id, commentDecisions.commentId))
		.where(inNumbers(id, ids))
	return new Map(
		rows.map(({ id: number, reversedAt: ended, state, ...reasons }) => [
			number,
			{
				removed: { kind: 'removed', ...reasons, inForce: ended === null },
				undone: { kind: 'undone', isPublic: state === 'approved' },
			},
		]),
	)
}

async function complaintsOf(ids: number[]): Promise<Map<number, NoticeDetail>> {
	const { id, outcome, answer } = commentComplaints
	const rows = await readDb()
		.select({ id, outcome, answer })
		.from(commentComplaints)
		.where(inNumbers(id, ids))
	return new Map(
		rows.map((row) => [row.id, { kind: 'complaint', upheld: row.outcome === 'upheld', answer: row.answer }]),
	)
}

async function talliesOf(ids: number[]): Promise<Map<number, NoticeDetail>> {
	const { commentId, votes } = respectTallies
	const rows = await readDb()
		.select({ id: commentId, votes })
		.from(respectTallies)
		.where(inNumbers(commentId, ids))
	return new Map(rows.map((row) => [row.id, { kind: 'respects', count: row.votes }]))
}

async function votesOf(readerId: string, articleIds: number[]): Promise<Map<string, NoticeDetail>> {
	const { articleId, kind, choice, state } = setAsideVotes
	const rows = await readDb()
		.select({ articleId, kind, choice, state, reason: voteDecisions.reason })
		.from(setAsideVotes)
		.leftJoin(voteDecisions, eq(voteDecisions.id, setAsideVotes.decisionId))
		.where(and(eq(setAsideVotes.readerId, readerId), inNumbers(articleId, articleIds)))
	return new Map(
		rows.map((row) => {
			const given =
				row.kind === 'mood' ? { mood: row.choice as Mood } : { stars: Number(row.choice) as Stars }
			return [
				`${row.kind} ${row.articleId}`,
				{ kind: 'vote', given, state: row.state, reason: row.reason ?? '' },
			]
		}),
	)
}
