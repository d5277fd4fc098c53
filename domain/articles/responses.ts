import type { articles } from '@/db/schema'
import type { CommentsPolicy, SiteSettings } from '../settings'

/** A story's own choices; null means as the site has it. */
export type OwnChoices = Pick<
	typeof articles.$inferSelect,
	'commentsPolicy' | 'commentsClosedAt' | 'moodsShown' | 'ratingsShown'
>

/** Responses that a story takes from readers. */
export type Responses = { moods: boolean; ratings: boolean; comments: CommentsPolicy }

export const responsesOf = (story: OwnChoices, site: SiteSettings): Responses => ({
	moods: story.moodsShown ?? site.moodsShown,
	ratings: story.ratingsShown ?? site.ratingsShown,
	comments: story.commentsClosedAt ? 'closed' : (story.commentsPolicy ?? site.commentsPolicy),
})
