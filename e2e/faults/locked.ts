import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { LOCK_WAIT_MS } from '@/db/write-queue'
import { slugAt } from '../support/generate-data'
import { type HttpResponse, sendRequest } from '../support/http-client'
import { Acknowledged } from './acknowledged'
import { missingFrom } from './compare'
import { Readers } from './readers'
import { makeSite, startSite } from './site'
import { control, finding, type Trial } from './trial'
import { Writers } from './writers'

/** In the first hold, writes wait; in the second, writes of its first second are refused. */
const HELD_MS = [1_000, LOCK_WAIT_MS + 1_500]
/** A cached page is read without waiting for a lock. */
const READ_MS_MAX = 1_000
const RETRY_MS = 2
const UNLOCKED_MS = 3_000
/** Tolerance: reads on a busy machine are as slow without a lock. */
const BUSY_SHARE = 2

/** Another process holds the database's write lock. */
export const locked: Trial = {
	title: 'write lock held by another process: reads go on, writes wait, then get 503',
	count: 4,
	run: async ({ count, port, folder }) => {
		const dataDir = join(folder, 'data')
		await makeSite(dataDir)
		const site = await startSite(dataDir, port)
		const articles = [1, 2, 3].map((number) => `${site.url}/news/${slugAt(number)}`)
		for (const article of articles) await sendRequest(article)
		const acknowledged = new Acknowledged()
		const answers: HttpResponse[] = []
		let refusedEarly = 0
		let slowest = 0
		let failed = 0
		const unlocked = await slowestUnlocked(site.url, articles)
		for (let round = 0; round < count; round += 1) {
			const heldMs = HELD_MS[round % HELD_MS.length] as number
			const before = answers.length
			const writers = new Writers(site.url, acknowledged, (answer) => answers.push(answer)).start()
			const readers = new Readers(articles).start()
			const release = await lock(join(dataDir, 'square.db'))
			await sleep(heldMs)
			release()
			await sleep(500)
			await Promise.all([writers.stop(), readers.stop()])
			if (heldMs === HELD_MS[0]) refusedEarly += answers.length - before
			slowest = Math.max(slowest, readers.slowestMs)
			failed += readers.failed
		}
		await site.close()
		const lost = missingFrom(dataDir, acknowledged)
		const readMsMax = Math.max(READ_MS_MAX, BUSY_SHARE * unlocked)
		const odd = answers.filter(({ status, headers }) => status !== 503 || !headers['retry-after'])
		return [
			finding(`lost of ${acknowledged.count} acknowledged writes`, lost.length, 0),
			finding('page reads failed', failed, 0),
			finding(
				`slowest page read ${slowest} ms (${unlocked} ms without a lock), more than ${readMsMax}`,
				slowest > readMsMax ? 1 : 0,
				0,
			),
			finding(`writes refused within ${HELD_MS[0]} ms`, refusedEarly, 0),
			finding('refusals other than 503 with Retry-After', odd.length, 0),
			control(`writes refused within ${HELD_MS[1]} ms`, answers.length),
		]
	},
}

/** Slowest read under all kinds of writes without a lock. */
async function slowestUnlocked(url: string, articles: string[]): Promise<number> {
	const writers = new Writers(url, new Acknowledged()).start()
	const readers = new Readers(articles).start()
	await sleep(UNLOCKED_MS)
	await Promise.all([writers.stop(), readers.stop()])
	return readers.slowestMs
}

/** Takes the write lock without blocking this process, where reads are timed; returns a release function. */
async function lock(path: string): Promise<() => void> {
	const database = new Database(path, { timeout: 0 })
	for (;;) {
		try {
			database.exec('begin immediate')
			return () => database.close()
		} catch (error) {
			if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
			await sleep(RETRY_MS)
		}
	}
}
