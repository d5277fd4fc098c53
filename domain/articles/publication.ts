import { and, gt, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { articles } from '@/db/schema'
import { isLive } from './live'

export const STORY_STATES = ['draft', 'scheduled', 'live', 'withdrawn'] as const
export type StoryState = (typeof STORY_STATES)[number]

/** The columns of an article that determine its visibility. */
type Columns = Pick<typeof articles.$inferSelect, 'publishAt' | 'withdrawnAt'>

/** A state and its time: the scheduled or first publish date. */
export type Publication = { state: StoryState; publishAt: Date | null }

/** Whether the story was ever visible to readers. A story withdrawn before its publish date never was. */
export const wasPublic = ({ publishAt, withdrawnAt }: Columns, now = new Date()): boolean =>
	publishAt !== null && publishAt <= (withdrawnAt ?? now)

export function publicationOf(article: Columns, now = new Date()): Publication {
	const { publishAt, withdrawnAt } = article
	if (publishAt === null) return { state: 'draft', publishAt }
	if (wasPublic(article, now)) return { state: withdrawnAt ? 'withdrawn' : 'live', publishAt }
	return withdrawnAt ? { state: 'draft', publishAt: null } : { state: 'scheduled', publishAt }
}

/** The SQL condition of a state, so that a query's limit counts rows of that state; false for other texts. */
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

/**
 * Encodes a publication as one form field, so that a decision is checked against the state shown in the form.
 */
export const publicationToken = ({ state, publishAt }: Publication): string =>
	publishAt ? `${state} ${publishAt.toISOString()}` : state

/** Decodes `publicationToken`; null for a malformed token. */
export function publicationIn(token: string): Publication | null {
	const [word, time] = token.split(' ')
	const state = STORY_STATES.find((each) => each === word)
	const publishAt = time ? new Date(time) : null
	if (!state || (publishAt && Number.isNaN(publishAt.getTime()))) return null
	return publicationToken({ state, publishAt }) === token ? { state, publishAt } : null
}
