import { Moods } from '@/components/moods/moods'
import { Rating } from '@/components/ratings/rating'
import { ownMoods } from '@/domain/moods'
import { ownRating } from '@/domain/ratings'
import type { Part } from './part'

type Props = { articleId: number; slug: string }

/** Moods of a story, with the reader's own. */
export const MOODS: Part<Props> = {
	name: 'moods',
	render: async ({ articleId, slug }, { viewer }) => (
		<Moods id={articleId} slug={slug} moods={await ownMoods(viewer, articleId)} />
	),
}

/** Star rating of a story, with the reader's own. */
export const RATING: Part<Props> = {
	name: 'rating',
	render: async ({ articleId, slug }, { viewer }) => (
		<Rating slug={slug} rating={await ownRating(viewer, articleId)} />
	),
}
