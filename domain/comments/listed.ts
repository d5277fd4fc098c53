import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import { type Connection, inList, listParameter, prepared, readDb } from '@/db'
import { articles, comments, people, revisions } from '@/db/schema'
import { LISTED_COMMENTS } from '@/lib/comment-lists'
import { dependsOn, expiresAt } from '@/lib/invalidation'
import { isStaffRole } from '@/lib/roles'
import { isLive } from '../articles/live'
import { tagAsList } from '../articles/publication-order'
import { languageOf } from '../articles/translations'
import type { StoryName } from '../articles/views'
import { siteSettings } from '../settings'
import { RANKING_AGE_MS, rankedComments } from './ranking'

/** An approved comment in a list of those of all stories. */
export type ListedComment = {
	id: number
	authorName: string
	/** Whether the author has an account with a staff role. */
	staff: boolean
	/** Whether the author wrote the story. */
	author: boolean
	picked: boolean
	body: string
	createdAt: Date
	editedAt: Date | null
	articleId: number
	story: StoryName
	/** Number of readers who respect it, in the list of the most respected. */
	respects: number | null
}

/** A page of a list, and the comment that the next page starts beside; null on the last page. */
export type ListedComments = { comments: ListedComment[]; next: number | null }

/** For previews of the front page: the time to show. */
type Page = { start?: number | null; limit?: number; at?: Date }

/** The approved comments of live stories written before the comment `start`, the newest first. */
export async function listLatestComments({
	start,
	limit = LISTED_COMMENTS,
	at,
}: Page = {}): Promise<ListedComments> {
	await tagAsCommentList()
	const before = start ?? Number.MAX_SAFE_INTEGER
	const rows = await latestBefore(readDb(), { before, at: at ?? new Date(), limit: limit + 1 })
	return pageOf(await viewsOf(rows), limit)
}

/** The most respected comments after the comment `start` in their order; counts are renewed every five minutes. */
export async function listRespectedComments({
	start,
	limit = LISTED_COMMENTS,
	at,
}: Page = {}): Promise<ListedComments & { countedAt: Date; minutes: number }> {
	await tagAsCommentList()
	dependsOn('front-page')
	const { ranked, until, countedAt } = await rankedComments()
	expiresAt(until)
	const first = start == null ? 0 : ranked.findIndex(({ id }) => id === start) + 1
	const found: ListedComment[] = []
	for (let from = first; from < ranked.length && found.length <= limit; from += limit + 1) {
		const some = ranked.slice(from, from + limit + 1)
		const ids = listParameter(some.map(({ id }) => id))
		const views = await viewsOf(await approvedAmong(readDb(), { ids, at: at ?? new Date() }))
		for (const { id, respects } of some) {
			const view = views.find((each) => each.id === id)
			if (view) found.push({ ...view, respects })
		}
	}
	return { ...pageOf(found, limit), countedAt, minutes: RANKING_AGE_MS / 60_000 }
}

/** Whether a comment divides the list of the latest ones: numbers beyond the newest show its first page. */
export async function isPastComment(number: number): Promise<boolean> {
	const [newest] = await newestId(readDb(), {})
	return number <= (newest?.id ?? 0)
}

const newestId = prepared([], (on) =>
	on.select({ id: comments.id }).from(comments).orderBy(desc(comments.id)).limit(1),
)

/** Whether a comment is among the most respected, and so divides their list. */
export const isRanked = async (number: number): Promise<boolean> =>
	(await rankedComments()).ranked.some(({ id }) => id === number)

/** Adds the tags of a page that lists comments of all stories. */
async function tagAsCommentList(): Promise<void> {
	await tagAsList()
	dependsOn('comments', 'staff')
}

const pageOf = (found: ListedComment[], limit: number): ListedComments => ({
	comments: found.slice(0, limit),
	next: found.length > limit ? (found[limit - 1]?.id ?? null) : null,
})

const select = (on: Connection, where: SQL | undefined) =>
	on
		.select({
			comment: {
				id: comments.id,
				authorName: comments.authorName,
				body: comments.body,
				createdAt: comments.createdAt,
				editedAt: comments.editedAt,
				articleId: comments.articleId,
			},
			pickedAt: comments.pickedAt,
			role: people.role,
			author: sql<boolean>`exists (
				select 1 from revision_bylines
				where revision_id = ${articles.publishedRevisionId} and person_id = ${comments.personId}
			)`.mapWith(Boolean),
			slug: articles.slug,
			language: articles.language,
			headline: revisions.headline,
		})
		.from(comments)
		// In this order, so that the comments are read by their own index and not story by story.
		.crossJoin(articles)
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.leftJoin(people, eq(people.id, comments.personId))
		.where(and(eq(articles.id, comments.articleId), eq(comments.state, 'approved'), where))

const latestBefore = prepared(['before', 'at', 'limit'], (on, { before, at, limit }) =>
	select(on, and(lt(comments.id, before), isLive(at)))
		.orderBy(desc(comments.id))
		.limit(limit),
)

const approvedAmong = prepared(['ids', 'at'], (on, { ids, at }) =>
	select(on, and(inList(comments.id, ids), isLive(at))),
)

type Row = Awaited<ReturnType<typeof select>>[number]

async function viewsOf(rows: Row[]): Promise<ListedComment[]> {
	const site = await siteSettings()
	return rows.map(({ comment, pickedAt, role, author, slug, headline, language }) => {
		dependsOn(`article:${comment.articleId}`)
		return {
			...comment,
			staff: isStaffRole(role),
			author,
			picked: pickedAt !== null,
			story: { slug, headline, language: languageOf({ language }, site) },
			respects: null,
		}
	})
}
