import { and, eq, gt, gte, isNotNull, ne, or, type Placeholder, type SQLWrapper, sql } from 'drizzle-orm'
import { equalsUnindexed, type Queryable } from '@/db'
import {
	commentComplaints,
	commentDecisions,
	comments,
	ignoredReaders,
	respects,
	respectTallies,
	setAsideVotes,
	voteDecisions,
} from '@/db/schema'

/** Kinds of notices, in the order of those of one moment; cursors have their indexes. */
export const EVENT_KINDS = [
	'reply',
	'approved',
	'removed',
	'undone',
	'complaint',
	'respects',
	'pick',
	'mood',
	'rating',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** Limit of own comments with notices, the newest: bounds the work of each page with the unread number. */
export const NOTICED_COMMENTS_MAX = 1_000
/** Events of one decision are stored within this time, in ms. */
const SAME_MOMENT_MS = 1_000

type Reader = string | Placeholder

/** Own comments that are not too many before the newest. */
const isNoticed = (readerId: Reader) =>
	and(
		eq(comments.readerId, readerId),
		gte(
			comments.id,
			sql`coalesce((
				select newer.id from comments as newer where newer.reader_id = ${readerId}
				order by newer.id desc limit 1 offset ${sql.raw(String(NOTICED_COMMENTS_MAX - 1))}
			), 0)`,
		),
	)

/** Without an index, so that comments are searched by reader, and not all public ones of the site. */
const IS_PUBLIC = equalsUnindexed(comments.state, 'approved')

const columns = (kind: EventKind, id: SqlNumber, at: SqlNumber) => ({
	kind: sql<number>`${sql.raw(String(EVENT_KINDS.indexOf(kind)))}`.mapWith(Number).as('kind'),
	id: sql<number>`${id}`.mapWith(Number).as('id'),
	at: sql<number>`${at}`.mapWith(Number).as('at'),
	articleId:
		sql<number>`${kind === 'mood' || kind === 'rating' ? setAsideVotes.articleId : comments.articleId}`
			.mapWith(Number)
			.as('story'),
	/** The own comment; 0 for a vote. */
	commentId: sql<number>`${kind === 'mood' || kind === 'rating' ? sql.raw('0') : comments.id}`
		.mapWith(Number)
		.as('comment'),
})

type SqlNumber = SQLWrapper

/** Public replies of other people to the reader's comments; the row is the own comment. */
const replies = (on: Queryable, readerId: Reader) => {
	const ignored = on
		.select({ id: ignoredReaders.ignoredId })
		.from(ignoredReaders)
		.where(eq(ignoredReaders.readerId, readerId))
	return on
		.select(columns('reply', sql`reply.id`, sql`coalesce(reply.decided_at, reply.created_at)`))
		.from(comments)
		.innerJoin(sql`comments as reply`, sql`reply.parent_id = ${comments.id}`)
		.where(
			and(
				isNoticed(readerId),
				sql`reply.state = 'approved'`,
				sql`(reply.reader_id is null or (reply.reader_id <> ${readerId} and reply.reader_id not in ${ignored}))`,
			),
		)
}

/** Comments that waited, and are public now. */
const approvals = (on: Queryable, readerId: Reader) =>
	on
		.select(columns('approved', comments.id, comments.decidedAt))
		.from(comments)
		.where(
			and(
				isNoticed(readerId),
				IS_PUBLIC,
				isNotNull(comments.decidedAt),
				// The end of a removal is a notice of its own.
				sql`not exists (
					select 1 from comment_decisions as ended where ended.comment_id = ${comments.id}
					and ended.reversed_at between ${comments.decidedAt} - ${sql.raw(String(SAME_MOMENT_MS))} and ${comments.decidedAt}
				)`,
			),
		)

const removals = (on: Queryable, readerId: Reader) =>
	on
		.select(columns('removed', commentDecisions.id, commentDecisions.decidedAt))
		.from(comments)
		.innerJoin(commentDecisions, eq(commentDecisions.commentId, comments.id))
		.where(and(isNoticed(readerId), eq(commentDecisions.outcome, 'removed')))

/** Removals that were taken back, without a complaint and not for other reasons. */
const undoings = (on: Queryable, readerId: Reader) =>
	on
		.select(columns('undone', commentDecisions.id, commentDecisions.reversedAt))
		.from(comments)
		.innerJoin(commentDecisions, eq(commentDecisions.commentId, comments.id))
		.where(
			and(
				isNoticed(readerId),
				eq(commentDecisions.outcome, 'removed'),
				isNotNull(commentDecisions.reversedAt),
				sql`not exists (
					select 1 from comment_decisions as later where later.comment_id = ${comments.id}
					and later.id > ${commentDecisions.id} and later.outcome = 'removed'
					and later.decided_at <= ${commentDecisions.reversedAt} + ${sql.raw(String(SAME_MOMENT_MS))}
				)`,
				sql`not exists (
					select 1 from comment_complaints as upheld
					where upheld.decision_id = ${commentDecisions.id} and upheld.outcome = 'upheld'
				)`,
			),
		)

const complaints = (on: Queryable, readerId: Reader) =>
	on
		.select(columns('complaint', commentComplaints.id, commentComplaints.decidedAt))
		.from(comments)
		.innerJoin(commentDecisions, eq(commentDecisions.commentId, comments.id))
		.innerJoin(commentComplaints, eq(commentComplaints.decisionId, commentDecisions.id))
		.where(
			and(isNoticed(readerId), eq(commentComplaints.side, 'author'), isNotNull(commentComplaints.decidedAt)),
		)

/** Respect for each public comment, at the time of the last one. */
const respectCounts = (on: Queryable, readerId: Reader) =>
	on
		.select(
			columns(
				'respects',
				comments.id,
				sql`(select max(${respects.castAt}) from ${respects} where ${respects.commentId} = ${comments.id})`,
			),
		)
		.from(comments)
		.innerJoin(respectTallies, eq(respectTallies.commentId, comments.id))
		.where(and(isNoticed(readerId), IS_PUBLIC, gt(respectTallies.votes, 0)))

const picks = (on: Queryable, readerId: Reader) =>
	on
		.select(columns('pick', comments.id, comments.pickedAt))
		.from(comments)
		.where(and(isNoticed(readerId), IS_PUBLIC, isNotNull(comments.pickedAt)))

/** Votes set aside, and the decisions of editors about them; those that counted by the reader's return have none. */
const votes = (on: Queryable, readerId: Reader, kind: 'mood' | 'rating') =>
	on
		.select(
			columns(
				kind,
				setAsideVotes.articleId,
				sql`coalesce(${voteDecisions.decidedAt}, ${setAsideVotes.castAt})`,
			),
		)
		.from(setAsideVotes)
		.leftJoin(voteDecisions, eq(voteDecisions.id, setAsideVotes.decisionId))
		.where(
			and(
				eq(setAsideVotes.readerId, readerId),
				eq(setAsideVotes.kind, kind),
				isNotNull(setAsideVotes.choice),
				or(ne(setAsideVotes.state, 'counted'), isNotNull(setAsideVotes.decisionId)),
			),
		)

/** All events of a reader, as a subquery. */
export const eventsOf = (on: Queryable, readerId: Reader) =>
	replies(on, readerId)
		.unionAll(approvals(on, readerId))
		.unionAll(removals(on, readerId))
		.unionAll(undoings(on, readerId))
		.unionAll(complaints(on, readerId))
		.unionAll(respectCounts(on, readerId))
		.unionAll(picks(on, readerId))
		.unionAll(votes(on, readerId, 'mood'))
		.unionAll(votes(on, readerId, 'rating'))
		.as('events')
