import type { Stars } from '@/lib/moods'
import type { Format } from '../format'

/** Words of moods and stars that no script shows. */
export const voting = ({ number, plural }: Format<'en'>) => ({
	moodsTitle: 'How does this story leave you?',
	ratingTitle: 'Average Rating',
	noneYet: 'None yet',
	/** A row of the histogram, in the traditional wording of the site: never plural. */
	starRow: (stars: Stars) => `${number(stars)} Star`,
	stars: (stars: Stars) => plural(stars, { one: '# star', other: '# stars' }),
})
export type VotingMessages = ReturnType<typeof voting>
