import type { ListedCount } from '@/domain/reader-lists'
import { formatCount } from '@/lib/format-count'
import { MOOD_NAMES } from '@/lib/moods'
import {
	DISCUSSED_COMMENTS_MIN,
	FELT_VOTES_MIN,
	moodOfList,
	PRIOR_RATINGS,
	RATED_DAYS,
	RATINGS_MIN,
	type ReaderList,
	WEEK_DAYS,
} from '@/lib/reader-lists'

export const LISTS_TITLE = 'What readers say'
export const LISTS_DESCRIPTION = 'Stories by the comments, stars and moods that readers gave them.'

export const LIST_TITLES: Record<ReaderList, string> = {
	discussed: 'Most discussed this week',
	rated: 'Best rated this month',
	happy: 'Happiest this week',
	sad: 'Saddest this week',
	excited: 'Most exciting this week',
	sleepy: 'Sleepiest this week',
	angry: 'Angriest this week',
	surprise: 'Most surprising this week',
}

/** The rule of a list in plain words; `mean` is that of all ratings. */
export function listRule(list: ReaderList, mean: number | null): string {
	const mood = moodOfList(list)
	if (mood)
		return `Stories by their share of “${MOOD_NAMES[mood]}” among the votes of the last ${WEEK_DAYS} days, from ${FELT_VOTES_MIN} votes on and above the share of all stories together. Few votes can be chance, so the order is by the share that a story has at least, with 95 % confidence (the lower bound of Wilson’s interval).`
	if (list === 'discussed')
		return `Stories by the number of their comments of the last ${WEEK_DAYS} days, from ${DISCUSSED_COMMENTS_MIN} comments on.`
	const prior = mean === null ? '' : `, ${mean.toFixed(1)}`
	return `Stories of the last ${RATED_DAYS} days by their stars, from ${RATINGS_MIN} ratings on. Few ratings can be chance, so in the order each story has ${PRIOR_RATINGS} further ratings at the mean of all${prior} (a Bayesian mean). The average shown is that of its readers alone.`
}

/** What a list without stories says. */
export function tooFewWords(list: ReaderList): string {
	if (list === 'discussed') return 'No story has enough comments yet. The list fills as readers write.'
	if (list === 'rated') return 'No story has enough ratings yet. The list fills as readers rate.'
	return 'No story has enough votes yet. The list fills as readers vote.'
}

export function countInWords(count: ListedCount): string {
	if (count.kind === 'comments') return `${formatCount(count.comments)} comments`
	if (count.kind === 'mood') return `${count.percent}% of ${formatCount(count.votes)} votes`
	return `${count.average.toFixed(1)} of 5 from ${formatCount(count.ratings)} ratings`
}
