import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type Connection, inList, prepared, valuesOf } from '@/db'
import { comments, people, respects, respectTallies } from '@/db/schema'
import { isApprovedOn, isHeldBy } from './states'
import type { CommentView } from './views'

/** Own held comments shown per story; above `HELD_PER_STORY_MAX` only after the desk reopened some. */
export const HELD_SHOWN_MAX = 50

export const listWhole = prepared(['articleId', 'threads'], (on, { articleId, threads }) => {
	const roots = sql`select id from comments where ${inList(sql`id`, threads)} and state = 'approved'`
	const replies = sql`select id from comments where ${isApprovedOn(articleId)} and ${inList(sql`root_id`, threads)}`
	return among(on, sql`(${roots} union all ${replies})`)
})

export const listPart = prepared(
	['articleId', 'thread', 'offset', 'limit'],
	(on, { articleId, thread, offset, limit }) => {
		const root = sql`select id from comments where id = ${thread} and state = 'approved'`
		const replies = sql`select id from comments where ${isApprovedOn(articleId)} and root_id = ${thread}`
		return among(on, sql`(${root} union all ${replies} order by id limit ${limit} offset ${offset})`)
	},
)

export const listAncestors = prepared(['parents'], (on, { parents }) =>
	among(
		on,
		sql`(
			with recursive above(id) as (
				${valuesOf(parents)}
				union
				select parent_id from comments join above using (id) where parent_id is not null
			)
			select id from above
		)`,
	),
)

export const listSome = prepared(['ids'], (on, { ids }) => select(on).where(inList(comments.id, ids)))

/** Those among some comments that have the reader's respect. */
export const listRespected = prepared(['readerId', 'ids'], (on, { readerId, ids }) =>
	on
		.select({ id: respects.commentId })
		.from(respects)
		.where(and(eq(respects.readerId, readerId), inList(respects.commentId, ids))),
)

export const listHeld = prepared(['articleId', 'readerId'], (on, { articleId, readerId }) =>
	select(on).where(isHeldBy(readerId, articleId)).orderBy(comments.id).limit(HELD_SHOWN_MAX),
)

const select = (on: Connection) =>
	on
		.select({ comment: comments, role: people.role, respects: respectTallies.votes })
		.from(comments)
		.leftJoin(people, eq(people.id, comments.personId))
		.leftJoin(respectTallies, eq(respectTallies.commentId, comments.id))
		.$dynamic()

const among = (on: Connection, ids: SQL) => select(on).where(inArray(comments.id, ids)).orderBy(comments.id)

/** A comment with the role of its author and its tally. */
export type Row = Awaited<ReturnType<typeof select>>[number] & { inReplyTo?: CommentView['inReplyTo'] }
