import { and, eq, gt, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { articles, STAGES, type Stage } from '@/db/schema'
import { isLive } from './live'

/** The stages of a story that was never public, then the states of one that is scheduled, live or withdrawn. */
export const STORY_STATES = [...STAGES, 'scheduled', 'live', 'withdrawn'] as const
export type StoryState = (typeof STORY_STATES)[number]

/** The columns of an article that determine its visibility, and those of its state. */
type Visibility = Pick<typeof articles.$inferSelect, 'publishAt' | 'withdrawnAt'>
type Columns = Visibility & Pick<typeof articles.$inferSelect, 'stage'>

/** Whether a state is a stage: neither scheduled nor ever public. */
export const isStage = (state: string): state is Stage => STAGES.some((stage) => stage === state)

/** A state and its time: the scheduled or first publish date. */
export type Publication = { state: StoryState; publishAt: Date | null }

/** Whether the story was ever visible to readers. A story withdrawn before its publish date never was. */
export const wasPublic = ({ publishAt, withdrawnAt }: Visibility, now = new Date()): boolean =>
	publishAt !== null && publishAt <= (withdrawnAt ?? now)

export function publicationOf(article: Columns, now = new Date()): Publication {
	const { publishAt, withdrawnAt, stage } = article
	if (publishAt === null) return { state: stage, publishAt }
	if (wasPublic(article, now)) return { state: withdrawnAt ? 'withdrawn' : 'live', publishAt }
	return withdrawnAt ? { state: stage, publishAt: null } : { state: 'scheduled', publishAt }
}

/** The SQL condition of a state, so that a query's limit counts rows of that state; false for other texts. */
export function inState(state: string, now = new Date()): SQL | undefined {
	switch (state) {
		case 'withdrawn':
			return and(isNotNull(articles.withdrawnAt), lte(articles.publishAt, articles.withdrawnAt))
		case 'draft':
		case 'in review':
		case 'approved':
			return and(isInStages(), eq(articles.stage, state))
		case 'scheduled':
			return and(isNull(articles.withdrawnAt), gt(articles.publishAt, now))
		case 'live':
			return isLive(now)
		default:
			return sql`1 = 0`
	}
}

/** Neither scheduled nor ever public. */
export const isInStages = (): SQL | undefined =>
	or(isNull(articles.publishAt), gt(articles.publishAt, articles.withdrawnAt))

/**
 * Encodes a publication as one form field, so that a decision is checked against the state shown in the form.
 */
export const publicationToken = ({ state, publishAt }: Publication): string =>
	publishAt ? `${wordOf(state)} ${publishAt.toISOString()}` : wordOf(state)

const wordOf = (state: StoryState): string => state.replaceAll(' ', '-')

/** Decodes `publicationToken`; null for a malformed token. */
export function publicationIn(token: string): Publication | null {
	const [word, time] = token.split(' ')
	const state = STORY_STATES.find((each) => wordOf(each) === word)
	const publishAt = time ? new Date(time) : null
	if (!state || (publishAt && Number.isNaN(publishAt.getTime()))) return null
	return publicationToken({ state, publishAt }) === token ? { state, publishAt } : null
}
