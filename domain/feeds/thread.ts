import { and, desc, eq, inArray } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { comments, people, revisions } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import type { MachineAnswers } from '@/lib/machine-answers'
import { isStaffRole } from '@/lib/roles'
import { findLiveRow } from '../articles/find-article'
import { isApprovedOn } from '../comments/states'
import { answersOfStory } from '../machines'
import { siteSettings } from '../settings'

/** Comments of a feed: those of a lively day. */
export const FEED_COMMENTS_MAX = 50

/** An approved comment; without the commenter's e-mail address. */
export type FeedComment = {
	id: number
	authorName: string
	/** Whether the author has an account with a staff role. */
	staff: boolean
	body: string
	createdAt: Date
	editedAt: Date | null
	/** The comment that it answers; null for the first of a thread. */
	parent: { id: number; authorName: string } | 'removed' | null
}

export type FeedThread = {
	articleId: number
	slug: string
	headline: string
	publishedAt: Date
	/** Answers of the story to machines. */
	machines: MachineAnswers
	comments: FeedComment[]
}

/** The newest comments of a live story; null without one. */
export async function newestComments(slug: string): Promise<FeedThread | null> {
	const found = await findLiveRow(slug)
	if (found.kind !== 'live') return null
	const { row, revisionId } = found
	dependsOn(`comments:${row.id}`, 'staff')
	const [revision] = await readDb()
		.select({ headline: revisions.headline })
		.from(revisions)
		.where(eq(revisions.id, revisionId))
	const rows = await newestOn(readDb(), { articleId: row.id })
	const parents = await approvedAmong(rows.map(({ comment }) => comment.parentId).filter((id) => id !== null))
	return {
		articleId: row.id,
		slug: row.slug,
		headline: revision?.headline ?? '',
		publishedAt: row.publishAt ?? row.createdAt,
		machines: answersOfStory(row, await siteSettings()),
		comments: rows.map(({ comment: { parentId, ...comment }, role }) => ({
			...comment,
			staff: isStaffRole(role),
			parent: parentId === null ? null : (parents.get(parentId) ?? 'removed'),
		})),
	}
}

const newestOn = prepared(['articleId'], (on, { articleId }) =>
	on
		.select({
			comment: {
				id: comments.id,
				parentId: comments.parentId,
				authorName: comments.authorName,
				body: comments.body,
				createdAt: comments.createdAt,
				editedAt: comments.editedAt,
			},
			role: people.role,
		})
		.from(comments)
		.leftJoin(people, eq(people.id, comments.personId))
		.where(isApprovedOn(articleId))
		.orderBy(desc(comments.id))
		.limit(FEED_COMMENTS_MAX),
)

async function approvedAmong(ids: number[]): Promise<Map<number, { id: number; authorName: string }>> {
	const rows = await readDb()
		.select({ id: comments.id, authorName: comments.authorName })
		.from(comments)
		.where(and(inArray(comments.id, ids), eq(comments.state, 'approved')))
	return new Map(rows.map((row) => [row.id, row]))
}
