import { and, count, eq, sum } from 'drizzle-orm'
import { closeDatabase, readDb } from '@/db'
import { moods, moodTallies } from '@/db/schema'
import { RawConnection } from '@/e2e/support/raw-connection'
import { READER_COOKIE } from '@/lib/cookies'
import { MOODS } from '@/lib/moods'
import { sign } from '@/lib/signing'
import { quantile } from './format'

export type Cast = {
	/** Acknowledged votes: mood by reader id. */
	acknowledged: Map<string, string>
	sent: number
	perSecond: number
	p99Ms: number
}

/** Acknowledged votes without a row, rows beyond one a vote, and the sum of differences of the tallies. */
export type Recount = { lost: number; doubled: number; tallyOff: number }

type VoteLoad = {
	url: string
	connections: number
	seconds: number
	/** Rate limit; without it each connection votes as fast as it is answered. */
	perSecond?: number
	/** Ends the load early. */
	signal?: AbortSignal
}

/** Posts votes as forms, each by a new reader; each connection waits for the response before its next vote. */
export async function castVotes({ url, connections, seconds, perSecond, signal }: VoteLoad): Promise<Cast> {
	const { pathname, host } = new URL(url)
	const acknowledged = new Map<string, string>()
	const took: number[] = []
	const began = performance.now()
	const end = began + seconds * 1_000
	let sent = 0
	const connection = async () => {
		const connection = await RawConnection.open(url)
		while (performance.now() < end && !signal?.aborted) {
			const number = sent
			sent += 1
			if (perSecond) await until(began + (number / perSecond) * 1_000)
			const reader = crypto.randomUUID()
			const mood = MOODS[number % MOODS.length] as string
			const form = formOf(pathname, host, reader, mood)
			const requestedAt = performance.now()
			const { status } = await connection.request(form)
			took.push(performance.now() - requestedAt)
			if (status === 303) acknowledged.set(reader, mood)
		}
		connection.close()
	}
	await Promise.all(Array.from({ length: connections }, connection))
	const lasted = (performance.now() - began) / 1_000
	return { acknowledged, sent, perSecond: acknowledged.size / lasted, p99Ms: quantile(took, 0.99) }
}

/** Compares the database with the acknowledged votes; `before` is the number of votes before the load. */
export async function recount(
	articleId: number,
	{ acknowledged, sent }: Cast,
	before: number,
): Promise<Recount> {
	await closeDatabase()
	const mine = eq(moods.articleId, articleId)
	const rows = readDb().select({ reader: moods.readerId, mood: moods.mood }).from(moods).where(mine).all()
	const stored = new Map(rows.map((row) => [row.reader, row.mood as string]))
	const lost = [...acknowledged].filter(([reader, mood]) => stored.get(reader) !== mood).length
	let tallyOff = 0
	for (const mood of MOODS) {
		const of = and(mine, eq(moods.mood, mood))
		const [votes] = readDb().select({ number: count() }).from(moods).where(of).all()
		const [tally] = readDb()
			.select({ number: sum(moodTallies.votes).mapWith(Number) })
			.from(moodTallies)
			.where(and(eq(moodTallies.articleId, articleId), eq(moodTallies.mood, mood)))
			.all()
		tallyOff += Math.abs((votes?.number ?? 0) - (tally?.number ?? 0))
	}
	await closeDatabase()
	return { lost, doubled: rows.length - stored.size + Math.max(0, rows.length - before - sent), tallyOff }
}

/** Number of mood votes of an article in the database. */
export async function countVotes(articleId: number): Promise<number> {
	await closeDatabase()
	const [row] = readDb().select({ number: count() }).from(moods).where(eq(moods.articleId, articleId)).all()
	await closeDatabase()
	return row?.number ?? 0
}

/** A whole HTTP request as text: cheap to send, since client and server share the processor. */
function formOf(path: string, host: string, reader: string, mood: string): string {
	const body = `mood=${mood}`
	return [
		`POST ${path} HTTP/1.1`,
		`Host: ${host}`,
		`Cookie: ${READER_COOKIE}=${sign('reader', reader)}`,
		'Content-Type: application/x-www-form-urlencoded',
		`Content-Length: ${body.length}`,
		'Accept: text/html',
		'',
		body,
	].join('\r\n')
}

async function until(instant: number): Promise<void> {
	const wait = instant - performance.now()
	if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
}
