import type { Stars } from '@/lib/moods'
import type { Format } from '../format'

/** Words of moods and stars that no script shows. */
export const voting = ({ number, plural }: Format<'en'>) => ({
	moodsTitle: 'How does this story leave you?',
	ratingTitle: 'Average Rating',
	noneYet: 'None yet',
	/** Sentences about a vote that is set aside. */
	voteWaits: (wait: string) =>
		`Your vote is stored, but not counted yet, as many readers of your network voted on this story today. It counts when you come back after ${wait}, or when an editor releases it.`,
	voteDiscarded:
		'Your vote is stored, but not counted, as an editor set it aside. The counts of this story give the reason.',
	/** A row of the histogram, in the traditional wording of the site: never plural. */
	starRow: (stars: Stars) => `${number(stars)} Star`,
	stars: (stars: Stars) => plural(stars, { one: '# star', other: '# stars' }),
})
export type VotingMessages = ReturnType<typeof voting>
