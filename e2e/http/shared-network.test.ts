import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, count, eq, inArray, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { moods, ratings, readers, setAsideVotes } from '@/db/schema'
import { moodTally } from '@/domain/moods'
import { ratingTally } from '@/domain/ratings'
import { env } from '@/lib/env'
import { NEW_READERS_MAX } from '@/lib/vote-rules'
import { parseTrustedProxies } from '@/server/client-ip'
import { RawConnection } from '../support/raw-connection'
import { liveStory } from '../support/stories'
import { startAnother, withServer } from './in-process-server'
import { cookieIn, idOf, onConnections, voteForm } from './vote-client'

withServer()

const READERS = 200
const STUFFED = 2_000
const PATH = '/news/the-school-votes'
const NETWORK = '2001:db8:7:7'

let articleId: number
let address: string

beforeAll(async () => {
	articleId = (await liveStory({ headline: 'The school votes' })).articleId
	process.env.SQUARE_LIMITS = '1'
	address = (await startAnother(undefined, { trustedProxies: parseTrustedProxies(['127.0.0.1']) })).address
})

/** A form as it arrives from a proxy, which appends the address of its client. */
function form(route: string, body: string, { client = 0, forged = '', cookie = '' } = {}): string {
	const forwarded = `${forged}${NETWORK}:${client.toString(16)}:${(client * 7).toString(16)}:0:1`
	return voteForm({ path: `${PATH}/${route}`, body, cookie, lines: [`X-Forwarded-For: ${forwarded}`] })
}

/** Moves the first day of all readers and votes into the past. */
const nextDay = () =>
	write(async (tx) => {
		const hours = 13 * 3_600_000
		await tx.update(readers).set({ createdAt: sql`${readers.createdAt} - ${hours}` })
		await tx.update(setAsideVotes).set({ castAt: sql`${setAsideVotes.castAt} - ${hours}` })
	})

test('200 readers behind one address count, and 2,000 stuffed votes do not', async () => {
	const cookies: string[] = []
	const statuses = new Map<number, number>()
	const every = STUFFED / READERS
	await onConnections(address, READERS + STUFFED, async (connection, job) => {
		if (job % (every + 1) === 0) {
			const voted = await connection.request(form('moods', 'mood=happy', { client: job }))
			expect(voted.status).toBe(303)
			const cookie = cookieIn(voted)
			cookies.push(cookie)
			const rated = await connection.request(form('rating', 'stars=5', { client: job, cookie }))
			expect(rated.status).toBe(303)
			return
		}
		const forged = job % 3 ? `203.0.113.${job % 256}, ` : ''
		const { status } = await connection.request(form('moods', 'mood=angry', { client: job, forged }))
		statuses.set(status, (statuses.get(status) ?? 0) + 1)
	})
	expect(cookies).toHaveLength(READERS)
	expect(statuses.get(303)).toBe(STUFFED)
	expect((await moodTally(articleId)).total).toBe(NEW_READERS_MAX)

	// Replays, a race of one reader, and values out of range.
	const replayed = cookieIn(await (await RawConnection.open(address)).request(form('moods', 'mood=angry')))
	await onConnections(address, 40, async (connection) => {
		await connection.request(form('rating', 'stars=1', { cookie: replayed }))
	})
	const out = ['stars=0', 'stars=6', 'stars=NaN', 'stars=1e309', 'stars=-1', 'mood=furious', 'mood=__proto__']
	await onConnections(address, out.length, async (connection, job) => {
		const body = out[job] as string
		const route = body.startsWith('mood') ? 'moods' : 'rating'
		expect((await connection.request(form(route, body, { cookie: replayed }))).status).toBe(422)
	})

	// The readers come back the next day, with scripts and without; the script has thrown its cookies away.
	await nextDay()
	await onConnections(address, READERS, async (connection, job) => {
		const target = job % 2 ? PATH : '/api/viewer?article=the-school-votes'
		const answer = await connection.request(
			`GET ${target} HTTP/1.1\r\nHost: square.test\r\nCookie: ${cookies[job]}\r\n\r\n`,
		)
		expect(answer.status).toBe(200)
		expect(String(answer.body)).not.toContain('not counted')
	})
	const mine = cookies.map(idOf)
	const countOf = async (table: typeof moods | typeof ratings) =>
		(
			await readDb()
				.select({ number: count() })
				.from(table)
				.where(and(eq(table.articleId, articleId), inArray(table.readerId, mine)))
		)[0]?.number
	expect(await countOf(moods)).toBe(READERS)
	expect(await countOf(ratings)).toBe(READERS)
	const tally = await moodTally(articleId)
	expect(tally.total).toBeGreaterThanOrEqual(READERS)
	expect(tally.total).toBeLessThanOrEqual(READERS + NEW_READERS_MAX)
	expect((await ratingTally(articleId)).total).toBe(READERS)

	const stored = readdirSync(env.dataDir)
		.filter((name) => name.startsWith('square.db'))
		.map((name) => readFileSync(join(env.dataDir, name), 'latin1'))
		.join('')
	expect(stored).toContain(mine[0])
	for (const secret of [NETWORK, '203.0.113.']) expect(stored).not.toContain(secret)
})
