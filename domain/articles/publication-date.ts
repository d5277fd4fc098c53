import type { articles } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import type { Decision } from './decision'
import { wasPublic } from './publication'

type Article = typeof articles.$inferSelect
type Dates = Required<Pick<Article, 'publishAt' | 'appearedAt'>>

const MINUTE_MS = 60_000

/**
 * The publication date after a decision, and the first moment of visibility. The date stays the first one unless it
 * is changed, also when a withdrawn story is published again. @throws Refusal
 */
export function datesAfter(article: Article, decision: Decision, now: Date): Dates {
	const { publishAt, appearedAt } = article
	if (decision.kind === 'schedule') {
		if (decision.at <= now)
			throw new Refusal('invalid', 'That time has passed. Please choose a later one.', 'at')
		return { publishAt: decision.at, appearedAt: decision.at }
	}
	const at = decision.kind === 'publish' || decision.kind === 'change date' ? decision.at : undefined
	if (publishAt && (decision.kind === 'update scheduled' || wasPublic(article, now)))
		return { publishAt: changedDate(publishAt, at ?? publishAt, now), appearedAt: appearedAt ?? publishAt }
	if (at && at > now)
		throw new Refusal(
			'invalid',
			'That day has not come yet. Choose “Publish later” for a story that appears by itself.',
			'printedDate',
		)
	return { publishAt: at ?? now, appearedAt: now }
}

/** The date of a story that was public or is scheduled. A form that shows its minute leaves it as it is. */
function changedDate(publishAt: Date, at: Date, now: Date): Date {
	if (minuteOf(publishAt) === minuteOf(at)) return publishAt
	if (at <= now) return at
	throw new Refusal(
		'invalid',
		'That day has not come yet, and readers have seen this story, so its date cannot lie ahead. To let a live story appear later, withdraw it with a reason, and publish it again then.',
		'printedDate',
	)
}

const minuteOf = (at: Date): number => Math.floor(at.getTime() / MINUTE_MS)
