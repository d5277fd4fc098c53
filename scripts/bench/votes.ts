import { and, count, eq, sum } from 'drizzle-orm'
import { moods, moodTallies } from '@/db/schema'
import { closeDatabase, readDb } from '@/db/sqlite/connection'
import { RawConnection } from '@/e2e/support/raw-connection'
import { READER_COOKIE } from '@/lib/cookies'
import { MOODS } from '@/lib/moods'
import { sign } from '@/lib/signing'
import { quantile } from './format'

export type Cast = {
	/** Readers whose vote was acknowledged, with the mood each chose. */
	acknowledged: Map<string, string>
	sent: number
	perSecond: number
	p99Ms: number
}

export type Recount = { lost: number; doubled: number; tallyOff: number }

type Order = {
	url: string
	connections: number
	seconds: number
	perSecond?: number
	/** Ends the load before its time. */
	signal?: AbortSignal
}

/** Every vote by a reader of its own, as a form, each connection waiting for its answer before the next. */
export async function castVotes({ url, connections, seconds, perSecond, signal }: Order): Promise<Cast> {
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
			const asked = performance.now()
			const { status } = await connection.request(form)
			took.push(performance.now() - asked)
			if (status === 303) acknowledged.set(reader, mood)
		}
		connection.close()
	}
	await Promise.all(Array.from({ length: connections }, connection))
	const lasted = (performance.now() - began) / 1_000
	return { acknowledged, sent, perSecond: acknowledged.size / lasted, p99Ms: quantile(took, 0.99) }
}

/** What is on disk afterwards against what was acknowledged. */
export function recount(articleId: number, { acknowledged, sent }: Cast, before: number): Recount {
	closeDatabase()
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
	closeDatabase()
	return { lost, doubled: rows.length - stored.size + Math.max(0, rows.length - before - sent), tallyOff }
}

export function countVotes(articleId: number): number {
	closeDatabase()
	const [row] = readDb().select({ number: count() }).from(moods).where(eq(moods.articleId, articleId)).all()
	closeDatabase()
	return row?.number ?? 0
}

/** A whole request, cheap to send: whoever measures must not take the processor from what is measured. */
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
