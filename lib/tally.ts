import { MOODS, type Mood, STARS, type Stars } from './moods'
import { percentages } from './percent'

/** Votes by mood in the order of `MOODS`; whole percentages that total 100, or all 0 without votes. */
export type MoodTally = { total: number; rows: { mood: Mood; votes: number; percent: number }[] }

/** Ratings from 5 stars to 1, and their arithmetic mean to one decimal; null without ratings. */
export type RatingTally = {
	total: number
	average: number | null
	rows: { stars: Stars; votes: number; percent: number }[]
}

export function tallyOfMoods(votesFor: (mood: Mood) => number): MoodTally {
	const votes = MOODS.map(votesFor)
	const shares = percentages(votes)
	return {
		total: sum(votes),
		rows: MOODS.map((mood, index) => ({ mood, votes: votes[index] ?? 0, percent: shares[index] ?? 0 })),
	}
}

export function tallyOfStars(votesFor: (stars: Stars) => number): RatingTally {
	const votes = STARS.map(votesFor)
	const shares = percentages(votes)
	const total = sum(votes)
	const points = sum(STARS.map((stars, index) => stars * (votes[index] ?? 0)))
	return {
		total,
		average: total === 0 ? null : Math.round((points * 10) / total) / 10,
		rows: STARS.map((stars, index) => ({ stars, votes: votes[index] ?? 0, percent: shares[index] ?? 0 })),
	}
}

/** Votes for `choice` after one reader's change from `before` to `after`; null is no vote. */
export const votesMoved = <T>(votes: number, choice: T, before: T | null, after: T | null): number =>
	votes + Number(choice === after) - Number(choice === before)

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)
