import { spawn } from 'node:child_process'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { closeDatabase, readDb } from '@/db'
import { withDatabase } from '@/db/testing'
import { moodTally } from '@/domain/moods'
import { ratingTally } from '@/domain/ratings'
import { compiled } from '@/lib/compiled'
import { liveStory } from '../support/stories'

withDatabase()

const ROUNDS = 20
const LIFE_MS_MAX = 120
const WRITER = compiled('e2e/faults/crash.fixture.ts')

test(`kill -9 loses no acknowledged write (${ROUNDS} rounds)`, {
	timeout: 240_000,
}, async () => {
	const { articleId } = await liveStory()
	await closeDatabase()
	const acknowledged: string[] = []
	for (let round = 0; round < ROUNDS; round += 1) acknowledged.push(...(await liveAndDie(articleId, round)))
	expect(acknowledged.length).toBeGreaterThan(ROUNDS * 10)

	const kept = new Set([
		...texts(sql`select 'mood ' || reader_id as text from moods`),
		...texts(sql`select 'stars ' || reader_id as text from ratings`),
		...texts(sql`select 'comment ' || reader_id || ' ' || id as text from comments`),
	])
	expect(acknowledged.filter((line) => !kept.has(line))).toEqual([])
	expect((await moodTally(articleId)).total).toBe(number(sql`select count(*) as n from moods`))
	expect((await ratingTally(articleId)).total).toBe(number(sql`select count(*) as n from ratings`))
	expect(readDb().all(sql`pragma integrity_check`)).toEqual([{ integrity_check: 'ok' }])
	expect(readDb().all(sql`pragma foreign_key_check`)).toEqual([])
})

/** Starts a writer, kills it at a random moment after its first output, and returns its acknowledged writes. */
function liveAndDie(articleId: number, round: number): Promise<string[]> {
	return new Promise((resolve, reject) => {
		const writer = spawn(process.execPath, [WRITER, String(articleId), String(round)], {
			stdio: ['ignore', 'pipe', 'inherit'],
		})
		let output = ''
		writer.stdout.on('data', (chunk) => {
			if (!output) setTimeout(() => writer.kill('SIGKILL'), Math.random() * LIFE_MS_MAX)
			output += chunk
		})
		writer.on('error', reject)
		writer.on('close', (_, signal) => {
			if (signal !== 'SIGKILL') reject(new Error('The writer ended by itself.'))
			// The last line may be incomplete; complete lines were acknowledged.
			else
				resolve(
					output
						.slice(0, output.lastIndexOf('\n') + 1)
						.split('\n')
						.filter(Boolean),
				)
		})
	})
}

const texts = (query: ReturnType<typeof sql>) =>
	readDb()
		.all<{ text: string }>(query)
		.map((row) => row.text)
const number = (query: ReturnType<typeof sql>) => readDb().get<{ n: number }>(query).n
