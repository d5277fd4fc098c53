import type { articles, sections } from '@/db/schema'
import type { CommentsFrom, CommentsPolicy, SiteSettings } from '../settings'

/** A story's own choices; null means those of the section, or else of the site. */
export type OwnChoices = Pick<
	typeof articles.$inferSelect,
	| 'sectionId'
	| 'commentsPolicy'
	| 'commentsFrom'
	| 'commentsClosedAt'
	| 'commentsClosedReason'
	| 'moodsShown'
	| 'ratingsShown'
	| 'publishAt'
	| 'appearedAt'
>

/** A section's own choices; null means those of the site. */
export type SectionChoices = Pick<
	typeof sections.$inferSelect,
	'commentsPolicy' | 'commentsFrom' | 'commentsCloseAfterDays' | 'commentsClosedAt' | 'commentsClosedReason'
>

/** Since when comments are closed, if known, after how many days by themselves, and the stated reason or ''. */
export type Closed = { since: Date | null; afterDays: number | null; reason: string }

/** Responses that a story takes from readers. */
export type Responses = {
	moods: boolean
	ratings: boolean
	comments: CommentsPolicy
	/** The group that may comment. */
	from: CommentsFrom
	closed: Closed | null
	/** Time at which open comments close by themselves. */
	closesAt: Date | null
}

const DAY_MS = 86_400_000

/** Whether a story takes moods and stars. */
export const votesOf = (
	story: Pick<OwnChoices, 'moodsShown' | 'ratingsShown'>,
	site: SiteSettings,
): Pick<Responses, 'moods' | 'ratings'> => ({
	moods: story.moodsShown ?? site.moodsShown,
	ratings: story.ratingsShown ?? site.ratingsShown,
})

/** The story's choices come before those of its section, and these before the site's. */
export function responsesOf(
	story: OwnChoices,
	section: SectionChoices | null,
	site: SiteSettings,
	now = new Date(),
): Responses {
	const policy = story.commentsPolicy ?? section?.commentsPolicy ?? site.commentsPolicy
	const days = section?.commentsCloseAfterDays ?? site.commentsCloseAfterDays
	const closesAt = closingTime(story, days)
	const passed = closesAt && closesAt <= now ? { since: closesAt, afterDays: days, reason: '' } : null
	const closed = statedClosure(story, section, site) ?? passed
	return {
		...votesOf(story, site),
		comments: closed ? 'closed' : policy,
		from: story.commentsFrom ?? section?.commentsFrom ?? site.commentsFrom,
		closed,
		closesAt: closed ? null : closesAt,
	}
}

/** The closure by a person, of the story or else of its section or the site. */
function statedClosure(story: OwnChoices, section: SectionChoices | null, site: SiteSettings): Closed | null {
	const stated = (since: Date | null, reason: string | null): Closed => ({
		since,
		afterDays: null,
		reason: reason ?? '',
	})
	if (story.commentsClosedAt || story.commentsPolicy === 'closed')
		return stated(story.commentsClosedAt, story.commentsClosedReason)
	if (story.commentsPolicy !== null) return null
	if (section?.commentsPolicy === 'closed')
		return stated(section.commentsClosedAt, section.commentsClosedReason)
	const isSites = !section?.commentsPolicy && site.commentsPolicy === 'closed'
	const since = site.commentsClosedAt ? new Date(site.commentsClosedAt) : null
	return isSites ? stated(since, site.commentsClosedReason) : null
}

/** Days count from the first moment of visibility, not from the publication date, and without a policy of the story. */
function closingTime(story: OwnChoices, days: number): Date | null {
	const appeared = story.appearedAt ?? story.publishAt
	if (days === 0 || story.commentsPolicy !== null || !appeared) return null
	return new Date(appeared.getTime() + days * DAY_MS)
}
