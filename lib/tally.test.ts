import { describe, expect, test } from 'vitest'
import { MOODS, STARS } from './moods'
import { tallyOfMoods, tallyOfStars, votesMoved } from './tally'

describe('tallies', () => {
	test('moods keep their order, and percentages total 100', () => {
		const tally = tallyOfMoods((mood) => (['happy', 'sad', 'angry'].includes(mood) ? 1 : 0))
		expect(tally.total).toBe(3)
		expect(tally.rows.map((row) => row.mood)).toEqual(MOODS)
		expect(tally.rows.map((row) => row.percent)).toEqual([34, 33, 0, 0, 33, 0])
	})

	test('the average has one decimal and is null without ratings', () => {
		expect(tallyOfStars(() => 0).average).toBeNull()
		const tally = tallyOfStars((stars) => (stars === 5 ? 2 : stars === 4 ? 1 : 0))
		expect(tally.average).toBe(4.7)
		expect(tally.rows.map((row) => row.stars)).toEqual(STARS)
	})

	test('votesMoved counts a cast, changed, withdrawn or repeated vote', () => {
		const votes = (before: string | null, wanted: string | null) =>
			['happy', 'sad'].map((mood) => votesMoved(5, mood, before, wanted))
		expect(votes(null, 'happy')).toEqual([6, 5])
		expect(votes('happy', 'sad')).toEqual([4, 6])
		expect(votes('sad', null)).toEqual([5, 4])
		expect(votes('sad', 'sad')).toEqual([5, 5])
	})
})
