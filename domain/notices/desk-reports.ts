import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, min, type SQL } from 'drizzle-orm'
import { readDb, write } from '@/db'
import {
	articles,
	commentComplaints,
	commentDecisions,
	commentReports,
	comments,
	people,
	revisions,
} from '@/db/schema'
import { foldText } from '@/lib/fold-text'
import { Refusal } from '@/lib/refusal'
import { moderateIn } from '../comments/moderate'
import { authorize, type Viewer } from '../permissions'
import { checkReasons, type Decision, type TypedReasons } from './decisions'
import { mailDecision } from './mails'

/** Comments with reports, and decisions, per page of the desk. */
export const REPORTED_LISTED = 50
/** Rows read per turn of the event loop by a search, and at most by a request. */
const SEARCHED_AT_ONCE = 50
const SEARCHED_MAX = 5_000
/** Reports shown with a comment; the newest are the last to be left out. */
const REPORTS_SHOWN = 20

export type DeskReport = Pick<
	typeof commentReports.$inferSelect,
	'id' | 'commentId' | 'reason' | 'explanation' | 'name' | 'email' | 'createdAt' | 'decisionId'
>
export type ReportedComment = NonNullable<Awaited<ReturnType<typeof commentsById>>[number]>

/** A comment with its reports; the decision is that of a list of decisions. */
export type ReportGroup = {
	/** Cursor of the list. */
	key: number
	/** Null if it is deleted for ever. */
	comment: ReportedComment | null
	reports: DeskReport[]
	decision: (Decision & { decidedByName: string | null }) | null
}

export type ReportFilter = { decided: boolean; search?: string; past?: number | null; limit?: number }

/**
 * Comments with open reports, the longest waiting first, or decisions, newest first. `past` is the cursor of the next
 * page: null at the end, and set with fewer results when a search has read `SEARCHED_MAX` rows.
 */
export async function listReports(viewer: Viewer, filter: ReportFilter) {
	authorize(viewer, 'moderate comments')
	const { decided, past = null, limit = REPORTED_LISTED } = filter
	const groupsPast = decided ? decisionsPast : openPast
	const term = foldText(filter.search ?? '').trim()
	if (!term) return toPage(limit, await groupsPast(past, limit + 1))
	const found: ReportGroup[] = []
	let at = past
	for (let searched = 0; searched < SEARCHED_MAX; searched += SEARCHED_AT_ONCE) {
		const groups = await groupsPast(at, SEARCHED_AT_ONCE)
		found.push(...groups.filter((group) => matches(group, term)))
		if (found.length > limit) return toPage(limit, found)
		at = groups.at(-1)?.key ?? null
		if (groups.length < SEARCHED_AT_ONCE) return { groups: found, past: null }
		await new Promise((resolve) => setImmediate(resolve))
	}
	return { groups: found, past: at }
}

const toPage = (limit: number, rows: ReportGroup[]) => {
	const groups = rows.slice(0, limit)
	return { groups, past: rows.length > limit ? (groups.at(-1)?.key ?? null) : null }
}

const matches = ({ comment, reports, decision }: ReportGroup, term: string): boolean =>
	[
		comment?.body,
		comment?.authorName,
		comment?.headline,
		decision?.facts,
		decision?.law,
		...reports.flatMap(({ id, explanation, name, email }) => [String(id), explanation, name, email]),
	].some((text) => text && foldText(text).includes(term))

async function openPast(past: number | null, limit: number): Promise<ReportGroup[]> {
	const first = min(commentReports.id)
	const rows = await readDb()
		.select({ commentId: commentReports.commentId, first })
		.from(commentReports)
		.where(and(isNull(commentReports.decisionId), isNotNull(commentReports.commentId)))
		.groupBy(commentReports.commentId)
		.having(past === null ? undefined : gt(first, past))
		.orderBy(asc(first))
		.limit(limit)
	const ids = rows.flatMap(({ commentId }) => commentId ?? [])
	const [found, reports] = await Promise.all([
		commentsById(ids),
		reportsWhere(and(inArray(commentReports.commentId, ids), isNull(commentReports.decisionId))),
	])
	return rows.map(({ commentId, first: key }) => ({
		key: key ?? 0,
		comment: found.find(({ id }) => id === commentId) ?? null,
		reports: reports.filter((report) => report.commentId === commentId),
		decision: null,
	}))
}

async function decisionsPast(past: number | null, limit: number): Promise<ReportGroup[]> {
	const decisions = await decisionsWhere(past === null ? undefined : lt(commentDecisions.id, past), limit)
	const [found, reports] = await Promise.all([
		commentsById(decisions.flatMap(({ commentId }) => commentId ?? [])),
		reportsWhere(
			inArray(
				commentReports.decisionId,
				decisions.map(({ id }) => id),
			),
		),
	])
	return decisions.map((decision) => ({
		key: decision.id,
		comment: found.find(({ id }) => id === decision.commentId) ?? null,
		reports: reports.filter(({ decisionId }) => decisionId === decision.id),
		decision,
	}))
}

async function decisionsWhere(where: SQL | undefined, limit: number) {
	const rows = await readDb()
		.select({ decision: commentDecisions, decidedByName: people.name })
		.from(commentDecisions)
		.leftJoin(people, eq(people.id, commentDecisions.decidedBy))
		.where(where)
		.orderBy(desc(commentDecisions.id))
		.limit(limit)
	return rows.map(({ decision, decidedByName }) => ({ ...decision, decidedByName }))
}

const reportsWhere = (where: SQL | undefined): Promise<DeskReport[]> =>
	readDb()
		.select({
			id: commentReports.id,
			commentId: commentReports.commentId,
			reason: commentReports.reason,
			explanation: commentReports.explanation,
			name: commentReports.name,
			email: commentReports.email,
			createdAt: commentReports.createdAt,
			decisionId: commentReports.decisionId,
		})
		.from(commentReports)
		.where(where)
		.orderBy(commentReports.id)
		.limit(REPORTED_LISTED * REPORTS_SHOWN)

const commentsById = (ids: number[]) =>
	readDb()
		.select({
			id: comments.id,
			authorName: comments.authorName,
			body: comments.body,
			state: comments.state,
			createdAt: comments.createdAt,
			slug: articles.slug,
			headline: revisions.headline,
		})
		.from(comments)
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(inArray(comments.id, ids))

/** A comment with its open reports, and all decisions about it, newest first. @throws Refusal `not-found` */
export async function findReported(viewer: Viewer, commentId: number) {
	authorize(viewer, 'moderate comments')
	const [comment] = await commentsById([commentId])
	if (!comment) throw new Refusal('not-found', 'There is no comment with this number.')
	const [reports, decisions] = await Promise.all([
		reportsWhere(eq(commentReports.commentId, commentId)),
		decisionsWhere(eq(commentDecisions.commentId, commentId), REPORTED_LISTED),
	])
	return { comment, reports, decisions }
}

/** The number of comments with open reports, and of open complaints, counted up to `max`. */
export async function countReported(viewer: Viewer, max: number): Promise<number> {
	authorize(viewer, 'moderate comments')
	const rows = await readDb()
		.selectDistinct({ commentId: commentReports.commentId })
		.from(commentReports)
		.where(and(isNull(commentReports.decisionId), isNotNull(commentReports.commentId)))
		.limit(max)
	const complaints = await readDb()
		.select({ id: commentComplaints.id })
		.from(commentComplaints)
		.where(isNull(commentComplaints.outcome))
		.limit(max)
	return Math.min(max, rows.length + complaints.length)
}

/**
 * Decides about a comment with stated reasons, answers its open reports with them, and mails the decision to those
 * who gave an address.
 *
 * @throws Refusal `invalid` naming the field, or `not-found`
 */
export async function decideReported(viewer: Viewer, commentId: number, typed: TypedReasons): Promise<void> {
	authorize(viewer, 'moderate comments')
	const reasons = checkReasons(typed)
	const removal = reasons.rule === 'spam' ? 'spam' : 'rejected'
	const decided = reasons.outcome === 'kept' ? 'approved' : removal
	const decision = await write((tx) => moderateIn(tx, viewer, commentId, { decision: decided, reasons }))
	// Without waiting for the mail server; the pages of both sides have the decision in any case.
	if (decision) void mailDecision(decision)
}
