import { eq } from 'drizzle-orm'
import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { adjustMoodTally } from '@/domain/tallies'
import { liveStory } from '@/e2e/support/stories'
import { env } from '@/lib/env'
import { articles, moodTallies } from '../schema'
import { withDatabase } from '../testing'
import { readDb, writer } from './connection'
import { DELIVERIES, deliver } from './delivery.fixture'
import { write } from './write'

withDatabase()

const votesOn = async (articleId: number) =>
	(await readDb().select().from(moodTallies).where(eq(moodTallies.articleId, articleId))).map(
		({ mood, votes }) => `${mood} ${votes}`,
	)

test('the changes of a group are added up, and made in order', async () => {
	const [one, two] = [(await liveStory()).articleId, (await liveStory()).articleId]
	const { client } = await writer()
	const sent = vi.spyOn(client, 'query')
	onTestFinished(() => sent.mockRestore())
	const vote = (articleId: number) => write((tx) => adjustMoodTally(tx, articleId, 'happy', 1))
	const failed = write(async (tx) => {
		await adjustMoodTally(tx, one, 'happy', 1)
		throw new Error('changed my mind')
	})
	await Promise.allSettled([vote(two), vote(one), vote(two), failed])
	const changed = sent.mock.calls.flatMap(([query, values]) =>
		JSON.stringify(query).includes('mood_tallies') ? [(values as unknown[])[0]] : [],
	)
	expect(changed).toEqual([one, two])
	expect([await votesOn(one), await votesOn(two)]).toEqual([['happy 1'], ['happy 2']])
})

test('votes of two processes on the same stories cause no deadlock', async () => {
	const [one, two] = [(await liveStory()).articleId, (await liveStory()).articleId]
	const other = new pg.Client({ connectionString: env.databaseUrl })
	await other.connect()
	onTestFinished(() => other.end())
	await write((tx) => adjustMoodTally(tx, one, 'happy', 1))
	await write((tx) => adjustMoodTally(tx, two, 'happy', 1))
	// The other process has changed the first story, and will change the second.
	await other.query('begin')
	await other.query('update mood_tallies set votes = votes + 1 where article_id = $1', [one])
	const voted = Promise.all([two, one].map((id) => write((tx) => adjustMoodTally(tx, id, 'happy', 1))))
	await expect
		.poll(async () => (await other.query('select 1 from pg_locks where not granted')).rowCount)
		.toBeGreaterThan(0)
	await other.query('update mood_tallies set votes = votes + 1 where article_id = $1', [two])
	await other.query('commit')
	await voted
	expect([await votesOn(one), await votesOn(two)]).toEqual([['happy 3'], ['happy 3']])
})

test.each(DELIVERIES)('an unchangeable tally refuses its own write alone, answers %s', async (delivery) => {
	const { articleId: id } = await liveStory()
	await deliver(delivery)
	const log = vi.spyOn(console, 'error').mockImplementation(() => {})
	onTestFinished(() => log.mockRestore())
	const results = await Promise.allSettled([
		write((tx) => adjustMoodTally(tx, id, 'happy', 1)),
		write((tx) => adjustMoodTally(tx, id + 1_000, 'happy', 1)),
		write(async (tx) => {
			tx.changed(`article:${id}`)
			await tx
				.update(articles)
				.set({ slug: `renamed-${id}` })
				.where(eq(articles.id, id))
		}),
	])
	expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
	expect(await votesOn(id)).toEqual(['happy 1'])
})
