import { Moods } from '@/components/moods/moods'
import { Rating } from '@/components/ratings/rating'
import { moodTally, myMood } from '@/domain/moods'
import { myStars, ratingTally } from '@/domain/ratings'
import type { Part } from './part'

type Props = { articleId: number; slug: string }

/** Moods of a story, with the reader's own. */
export const MOODS: Part<Props> = {
	name: 'moods',
	render: async ({ articleId, slug }, { viewer }) => (
		<Moods
			id={articleId}
			slug={slug}
			tally={await moodTally(articleId)}
			mine={await myMood(viewer, articleId)}
		/>
	),
}

/** Star rating of a story, with the reader's own. */
export const RATING: Part<Props> = {
	name: 'rating',
	render: async ({ articleId, slug }, { viewer }) => (
		<Rating slug={slug} tally={await ratingTally(articleId)} mine={await myStars(viewer, articleId)} />
	),
}
