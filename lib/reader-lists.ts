import { MOODS, type Mood } from './moods'

/** Lists of stories by the readers' comments, stars and moods, by the last part of their addresses. */
export const READER_LISTS = ['discussed', 'rated', ...MOODS] as const
export type ReaderList = (typeof READER_LISTS)[number]

export const isReaderList = (name: string): name is ReaderList => READER_LISTS.some((each) => each === name)

export const moodOfList = (list: ReaderList): Mood | null => MOODS.find((mood) => mood === list) ?? null

/** Rules of the lists, which their pages state. */
export const WEEK_DAYS = 7
export const RATED_DAYS = 30
/** Minutes for which the counts of lists stay. */
export const COUNTS_MINUTES = 5
/** Responses from which on a story is listed. */
export const FELT_VOTES_MIN = 20
/** Votes of the last days from which on a card names the most frequent mood. */
export const CARD_VOTES_MIN = 20
export const DISCUSSED_COMMENTS_MIN = 3
export const RATINGS_MIN = 5
/** Ratings at the mean of all stories with which each story begins in the order of the best rated. */
export const PRIOR_RATINGS = 10

/** The normal quantile of 95 % confidence. */
const Z = 1.96

/**
 * Lower bound of the Wilson score interval of a share (Wilson 1927): the share that a story has at least, with 95 %
 * confidence. Ranks shares of different numbers of votes.
 */
export function wilsonLowerBound(votes: number, total: number): number {
	if (total === 0) return 0
	const share = votes / total
	const square = Z * Z
	const centre = share + square / (2 * total)
	const margin = Z * Math.sqrt((share * (1 - share) + square / (4 * total)) / total)
	return (centre - margin) / (1 + square / total)
}

/** The Bayesian mean: of the ratings and of `PRIOR_RATINGS` more at the mean of all stories. */
export const bayesianMean = (points: number, ratings: number, mean: number): number =>
	(points + PRIOR_RATINGS * mean) / (ratings + PRIOR_RATINGS)
