import { and, gt, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { articles } from '@/db/schema'
import { isLive } from './live'

export const STORY_STATES = ['draft', 'scheduled', 'live', 'withdrawn'] as const
export type StoryState = (typeof STORY_STATES)[number]

/** The columns of an article that decide what readers see of it. */
type Columns = Pick<typeof articles.$inferSelect, 'publishAt' | 'withdrawnAt'>

/** A state and the time that belongs to it: when readers see the story, or saw it first. */
export type Publication = { state: StoryState; publishAt: Date | null }

/** Whether readers could see the story at any time. A story withdrawn before its time was never public. */
export const wasPublic = ({ publishAt, withdrawnAt }: Columns, now = new Date()): boolean =>
	publishAt !== null && publishAt <= (withdrawnAt ?? now)

export function publicationOf(article: Columns, now = new Date()): Publication {
	const { publishAt, withdrawnAt } = article
	if (publishAt === null) return { state: 'draft', publishAt }
	if (wasPublic(article, now)) return { state: withdrawnAt ? 'withdrawn' : 'live', publishAt }
	return withdrawnAt ? { state: 'draft', publishAt: null } : { state: 'scheduled', publishAt }
}

/** The four states as a condition of a query, so that its limit counts rows of one state. */
export function inState(state: string, now = new Date()): SQL | undefined {
	switch (state) {
		case 'withdrawn':
			return and(isNotNull(articles.withdrawnAt), lte(articles.publishAt, articles.withdrawnAt))
		case 'draft':
			return or(isNull(articles.publishAt), gt(articles.publishAt, articles.withdrawnAt))
		case 'scheduled':
			return and(isNull(articles.withdrawnAt), gt(articles.publishAt, now))
		case 'live':
			return isLive(now)
		default:
			return sql`1 = 0`
	}
}

/** A publication as one form field: what the form was opened with. */
export const publicationToken = ({ state, publishAt }: Publication): string =>
	publishAt ? `${state} ${publishAt.toISOString()}` : state

/** Null for a field that no page of ours has written. */
export function publicationIn(token: string): Publication | null {
	const [word, time] = token.split(' ')
	const state = STORY_STATES.find((each) => each === word)
	const publishAt = time ? new Date(time) : null
	if (!state || (publishAt && Number.isNaN(publishAt.getTime()))) return null
	return publicationToken({ state, publishAt }) === token ? { state, publishAt } : null
}
