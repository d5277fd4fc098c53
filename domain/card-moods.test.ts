import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { liveStory, reader } from '@/e2e/support/stories'
import { invalidate } from '@/lib/invalidation'
import type { Mood } from '@/lib/moods'
import { CARD_VOTES_MIN } from '@/lib/reader-lists'
import { changeResponses } from './articles/change-responses'
import { moodLine } from './card-moods'
import { frontPage } from './front-page'
import { castMood } from './moods'

withDatabase()

const countAgain = () => invalidate({ immediate: ['front-page'], deferred: [] })

test('a card has a mood line from enough votes on, and none without moods', async () => {
	const { editor, articleId } = await liveStory()
	const lineOf = async () => {
		countAgain()
		return (await frontPage()).lead?.mood ?? null
	}
	for (let number = 1; number < CARD_VOTES_MIN; number += 1)
		await castMood(reader(), articleId, number % 4 ? 'angry' : 'sad')
	expect(await lineOf()).toBeNull()
	await castMood(reader(), articleId, 'angry')
	expect(await lineOf()).toEqual({ mood: 'angry', percent: 80, votes: CARD_VOTES_MIN })
	const own = { commentsPolicy: null, ratingsShown: null }
	await changeResponses(editor, articleId, { ...own, moodsShown: false })
	expect(await lineOf()).toBeNull()
})

test('of equal moods the first in display order is named', () => {
	const votes = new Map<Mood, number>([
		['angry', 20],
		['sad', 20],
	])
	expect(moodLine(votes)).toEqual({ mood: 'sad', percent: 50, votes: 40 })
})
