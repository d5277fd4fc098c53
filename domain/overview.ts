import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, min, ne, or, type SQL } from 'drizzle-orm'
import { readDb } from '@/db'
import { ads, articles, comments, frontPages, people, revisions } from '@/db/schema'
import { countAccessibilityMessages } from './accessibility-messages'
import { bylineNames } from './articles/cards'
import { isLive } from './articles/live'
import { listOpenStories } from './articles/story-editors'
import { authorize, can, type StaffViewer, type Viewer } from './permissions'
import { liveStoriesWithRightsDue, type StoryWithRights } from './photos/rights'
import { presentPeople } from './presence'

/** Rows of each list; the lists' own pages have the rest. */
const ROWS = 5
/** Held comments counted at most. */
const HELD_MAX = 100

export type OverviewStory = { id: number; headline: string; publishAt: Date | null; bylines: string[] }

export type Overview = {
	/** Null for a viewer without permission to moderate. */
	held: { count: number; isMore: boolean; oldest: Date | null } | null
	/**
	 * Stories in review without another editor as assignee, and stories assigned to the viewer, first due
	 * first.
	 */
	waiting: (OverviewStory & { inReview: boolean; dueAt: Date | null })[]
	/** Live stories with a photograph of ended or soon ending rights; empty without the permission to publish. */
	rightsDue: StoryWithRights[]
	/** Waiting messages about accessibility; null for a viewer without permission to read them. */
	messages: { count: number; oldest: Date | null } | null
	/** The viewer's own stories with unpublished text, last saved first. */
	own: OverviewStory[]
	live: OverviewStory[]
	scheduled: OverviewStory[]
	/** The next change of the front page and of advertisements; null without one, and for viewers without the task. */
	nextFrontPage: Date | null
	nextAds: { title: string; at: Date; starts: boolean }[]
	/** The last approved comments. */
	said: { id: number; author: string; text: string; headline: string; slug: string }[]
	/** People at the desk, each with the open story if the viewer may edit any. */
	present: { name: string; seenAt: Date; story: { id: number; headline: string } | null }[]
}

/** The overview of the desk: a few rows of each list, read from indexes. */
export async function overview(viewer: Viewer, now = new Date()): Promise<Overview> {
	authorize(viewer, 'enter the desk')
	const scheduled = and(
		isNotNull(articles.publishedRevisionId),
		isNull(articles.withdrawnAt),
		gt(articles.publishAt, now),
	)
	return {
		held: can(viewer, 'moderate comments') ? await heldComments() : null,
		waiting: can(viewer, 'write stories') ? await waitingStories(viewer) : [],
		rightsDue: can(viewer, 'publish stories') ? await liveStoriesWithRightsDue(ROWS, now) : [],
		messages: can(viewer, 'answer readers') ? await countAccessibilityMessages(viewer) : null,
		own: can(viewer, 'write stories') ? await ownStories(viewer) : [],
		live: await publishedStories(isLive(now), [desc(articles.publishAt), desc(articles.id)]),
		scheduled: await publishedStories(scheduled, [asc(articles.publishAt), asc(articles.id)]),
		nextFrontPage: can(viewer, 'arrange the front page') ? await nextFrontPage(now) : null,
		nextAds: can(viewer, 'place advertisements') ? await nextAds(now) : [],
		said: await lastComments(now),
		present: await presentStaff(viewer, now),
	}
}

async function heldComments(): Promise<NonNullable<Overview['held']>> {
	const rows = await readDb()
		.select({ at: comments.createdAt })
		.from(comments)
		.where(eq(comments.state, 'waiting'))
		.orderBy(comments.id)
		.limit(HELD_MAX + 1)
	const count = Math.min(rows.length, HELD_MAX)
	return { count, isMore: rows.length > count, oldest: rows[0]?.at ?? null }
}

/** Stories that wait, read at most. */
const WAITING_READ = 50

async function waitingStories(viewer: StaffViewer): Promise<Overview['waiting']> {
	const mine = and(
		eq(articles.assignedTo, viewer.person.id),
		or(isNull(articles.publishedRevisionId), ne(articles.publishedRevisionId, articles.headRevisionId)),
	)
	const submitted = and(
		// The condition of the partial index.
		ne(articles.stage, 'draft'),
		eq(articles.stage, 'in review'),
		isNull(articles.assignedTo),
	)
	const rows = [
		...(await waitingRows(mine)),
		...(can(viewer, 'publish stories') ? await waitingRows(submitted) : []),
	]
	const due = ({ dueAt }: (typeof rows)[number]) => dueAt?.getTime() ?? Number.POSITIVE_INFINITY
	const first = rows.sort((one, other) => due(one) - due(other) || other.id - one.id).slice(0, ROWS)
	if (first.length === 0) return []
	const stories = await storiesWith(
		articles.headRevisionId,
		inArray(
			articles.id,
			first.map(({ id }) => id),
		),
		[asc(articles.id)],
	)
	return first.flatMap(({ id, stage, dueAt }) => {
		const story = stories.find((each) => each.id === id)
		return story ? [{ ...story, inReview: stage === 'in review', dueAt }] : []
	})
}

const waitingRows = (where: SQL | undefined) =>
	readDb()
		.select({ id: articles.id, stage: articles.stage, dueAt: articles.dueAt })
		.from(articles)
		.where(and(where, isNull(articles.deletedAt)))
		.orderBy(desc(articles.headRevisionId))
		.limit(WAITING_READ)

/** Newest stories of a person that are read for those with unpublished text. */
const OWN_READ = 60

async function ownStories(viewer: StaffViewer): Promise<OverviewStory[]> {
	const rows = await readDb()
		.select({ id: articles.id, head: articles.headRevisionId, published: articles.publishedRevisionId })
		.from(articles)
		.where(
			and(eq(articles.createdBy, viewer.person.id), isNull(articles.withdrawnAt), isNull(articles.deletedAt)),
		)
		.orderBy(desc(articles.headRevisionId))
		.limit(OWN_READ)
	const ids = rows
		.filter(({ head, published }) => head !== published)
		.slice(0, ROWS)
		.map(({ id }) => id)
	if (ids.length === 0) return []
	return storiesWith(articles.headRevisionId, inArray(articles.id, ids), [desc(articles.headRevisionId)])
}

const publishedStories = (where: SQL | undefined, order: SQL[]): Promise<OverviewStory[]> =>
	storiesWith(articles.publishedRevisionId, where, order)

async function storiesWith(
	revision: typeof articles.headRevisionId | typeof articles.publishedRevisionId,
	where: SQL | undefined,
	order: SQL[],
): Promise<OverviewStory[]> {
	const rows = await readDb()
		.select({
			id: articles.id,
			publishAt: articles.publishAt,
			revisionId: revisions.id,
			headline: revisions.headline,
		})
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, revision))
		.where(where)
		.orderBy(...order)
		.limit(ROWS)
	const names = await bylineNames(rows.map(({ revisionId }) => revisionId))
	return rows.map(({ revisionId, ...row }) => ({
		...row,
		bylines: (names.get(revisionId) ?? []).map(({ name }) => name),
	}))
}

async function nextFrontPage(now: Date): Promise<Date | null> {
	const [next] = await readDb()
		.select({ at: min(frontPages.startsAt) })
		.from(frontPages)
		.where(gt(frontPages.startsAt, now))
	return next?.at ?? null
}

/** The next starts and ends of advertisements. */
async function nextAds(now: Date): Promise<Overview['nextAds']> {
	const rows = await readDb()
		.select({ title: ads.title, startsAt: ads.startsAt, endsAt: ads.endsAt })
		.from(ads)
		.where(and(eq(ads.active, true), isNull(ads.retiredAt)))
	return rows
		.flatMap(({ title, startsAt, endsAt }) => [
			{ title, at: startsAt, starts: true },
			{ title, at: endsAt, starts: false },
		])
		.flatMap(({ at, ...change }) => (at && at > now ? [{ ...change, at }] : []))
		.sort((one, other) => one.at.getTime() - other.at.getTime())
		.slice(0, ROWS)
}

async function lastComments(now: Date): Promise<Overview['said']> {
	return readDb()
		.select({
			id: comments.id,
			author: comments.authorName,
			text: comments.body,
			headline: revisions.headline,
			slug: articles.slug,
		})
		.from(comments)
		.innerJoin(articles, and(eq(articles.id, comments.articleId), isLive(now)))
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(and(eq(comments.state, 'approved'), lte(comments.createdAt, now)))
		.orderBy(desc(comments.id))
		.limit(ROWS)
}

async function presentStaff(viewer: StaffViewer, now: Date): Promise<Overview['present']> {
	const open = await listOpenStories(now)
	const seen = new Map((await presentPeople()).map(({ id, seenAt }) => [id, seenAt]))
	for (const { personId } of open) if (!seen.has(personId)) seen.set(personId, now)
	if (seen.size === 0) return []
	const rows = await readDb()
		.select({ id: people.id, name: people.name })
		.from(people)
		.where(inArray(people.id, [...seen.keys()]))
	const headlines = can(viewer, 'edit any story') ? await headlinesOf(open) : new Map<number, string>()
	return rows
		.map(({ id, name }) => {
			const { articleId } = open.find(({ personId }) => personId === id) ?? {}
			const headline = articleId === undefined ? undefined : headlines.get(articleId)
			return {
				name,
				seenAt: seen.get(id) ?? now,
				story: articleId !== undefined && headline !== undefined ? { id: articleId, headline } : null,
			}
		})
		.sort((one, other) => other.seenAt.getTime() - one.seenAt.getTime())
}

async function headlinesOf(open: { articleId: number }[]): Promise<Map<number, string>> {
	if (open.length === 0) return new Map()
	const rows = await readDb()
		.select({ id: articles.id, headline: revisions.headline })
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
		.where(
			inArray(
				articles.id,
				open.map(({ articleId }) => articleId),
			),
		)
	return new Map(rows.map(({ id, headline }) => [id, headline]))
}
