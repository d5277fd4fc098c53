import { channel } from 'node:diagnostics_channel'
import { setTimeout as sleep } from 'node:timers/promises'
import { type CacheTag, type Invalidation, invalidate } from '@/lib/invalidation'
import { singleton } from '@/lib/singleton'
import { storageRefusal } from '@/lib/storage-failure'
import type { Lock } from '../lock'
import { type Connection, writeDb } from './connection'
import { checkExternalWrites, commitTransaction } from './external-writes'
import { checkWalSize, syncWal } from './wal-sync'

type Queries = 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$client'

/** The query builder of the running transaction, and the declarations of changed cache tags. */
export type Tx = Pick<Connection, Queries> & {
	/** Declares tags whose pages are stale from this commit on. */
	changed: (...tags: CacheTag[]) => void
	/** Declares tags of a changed tally; cached pages may show the old one for up to a second. */
	changedCount: (...tags: CacheTag[]) => void
	/** Locks nothing, since SQLite runs one writer at a time; only reports the call to `LOCKS`. */
	lock: Lock
}

/** Diagnostics channel of all calls of `tx.lock`. */
export const LOCKS = channel('public-square:lock')

type Job = {
	run: (tx: Tx) => Promise<unknown>
	resolve: (value: unknown) => void
	reject: (error: unknown) => void
	/** Time of the call in ms, by the monotonic clock. */
	queuedAt: number
}

/** A job's invalidated tags, and the settling of its promise after the group's fsync. */
type Outcome = { acknowledge: () => void; invalidation: Invalidation }

/** Jobs in one commit at most; bounds the time until the first of them is acknowledged. */
const GROUP_SIZE_MAX = 500

/**
 * Minimum interval between the starts of two commits while groups hold more than one write: at 1,000 votes a
 * second it quarters their number, and each commit discards SQLite's page cache of every connection. A single
 * write never waits.
 */
export const MIN_COMMIT_INTERVAL_MS = 8

/** Limit on waiting for another process's lock; after a longer wait a person takes the form for lost. */
export const LOCK_WAIT_MS = 5_000
/** First pause between attempts to take the lock: about the duration of a commit by the other thread. */
const LOCK_RETRY_MS = 2
/** Longest pause between attempts, for locks that are held for seconds. */
const LOCK_RETRY_MAX_MS = 25

/** Interval of repeated log lines while writes keep failing. */
const LOG_INTERVAL_MS = 10_000

/** Time for the error pages of refused writes to be sent before the process ends. */
const SHUTDOWN_GRACE_MS = 1_000

const queue = singleton('write-queue', () => ({ waiting: [] as Job[], running: false, silentUntil: 0 }))

/**
 * Runs a write and resolves after its fsync. Writes that wait at the same moment share one transaction and so
 * one fsync (group commit); each runs in its own savepoint, so that an error rolls back that write only. `run`
 * may await only its queries, because it holds the write lock.
 *
 * @throws the error of `run`; `Refusal` of code busy, full or unavailable for locked, full or failing storage,
 * for every write of the failed group
 */
export function write<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
	return new Promise<T>((resolve, reject) => {
		const fail = (error: unknown) => reject(storageRefusal(error) ?? error)
		const queuedAt = performance.now()
		queue.waiting.push({ run, resolve: resolve as (value: unknown) => void, reject: fail, queuedAt })
		if (queue.running) return
		queue.running = true
		setImmediate(drain)
	})
}

async function drain(): Promise<void> {
	while (queue.waiting.length > 0) {
		const next = performance.now() + MIN_COMMIT_INTERVAL_MS
		const size = await commitGroup()
		if (size > 1) await sleep(Math.max(0, next - performance.now()))
		else await new Promise(setImmediate)
	}
	queue.running = false
}

/** Takes the lock, commits the waiting jobs, and returns the number of settled jobs. */
async function commitGroup(): Promise<number> {
	const outcomes: Outcome[] = []
	let jobs: Job[] = []
	try {
		const tx = writeDb()
		const database = tx.$client
		if (!(await begin(database))) return 0
		jobs = queue.waiting.splice(0, GROUP_SIZE_MAX)
		try {
			checkExternalWrites()
			checkWalSize()
			for (const job of jobs) outcomes.push(await runInSavepoint(tx, job))
			commitTransaction(database)
		} catch (error) {
			if (database.inTransaction) database.exec('rollback')
			throw error
		}
	} catch (error) {
		// No transaction could begin: every waiting job is refused.
		if (jobs.length === 0) jobs = queue.waiting.splice(0)
		logThrottled(`SQLite write transaction failed; ${jobs.length} writes were refused.`, error)
		for (const job of jobs) job.reject(error)
		return jobs.length
	}
	// Before the acknowledgement, so that the client's next request gets no stale page.
	invalidate({
		immediate: [...new Set(outcomes.flatMap(({ invalidation }) => invalidation.immediate))],
		deferred: [...new Set(outcomes.flatMap(({ invalidation }) => invalidation.deferred))],
	})
	try {
		await syncWal()
	} catch (error) {
		for (const job of jobs) job.reject(error)
		return abortProcess(error)
	}
	for (const { acknowledge } of outcomes) acknowledge()
	return jobs.length
}

/**
 * Takes the write lock, with retries by timer, so that the thread serves requests meanwhile. Jobs that have waited
 * for `LOCK_WAIT_MS` are refused.
 *
 * @returns false if no job is left
 */
async function begin(database: Connection['$client']): Promise<boolean> {
	for (let pause = LOCK_RETRY_MS; queue.waiting.length > 0; pause = Math.min(2 * pause, LOCK_RETRY_MAX_MS)) {
		try {
			database.exec('begin immediate')
			return true
		} catch (error) {
			if (storageRefusal(error)?.code !== 'busy') throw error
			refuseOverdue(error)
		}
		await sleep(pause)
	}
	return false
}

function refuseOverdue(error: unknown): void {
	const since = performance.now() - LOCK_WAIT_MS
	const inTime = queue.waiting.findIndex(({ queuedAt }) => queuedAt > since)
	const overdue = queue.waiting.splice(0, inTime < 0 ? queue.waiting.length : inTime)
	if (overdue.length === 0) return
	logThrottled(`Another process holds the SQLite write lock; ${overdue.length} writes were refused.`, error)
	for (const { reject } of overdue) reject(error)
}

/** Logs a write error, at most once in `LOG_INTERVAL_MS`: under load a hundred commits a second may fail. */
function logThrottled(text: string, error: unknown): void {
	if (performance.now() < queue.silentUntil) return
	queue.silentUntil = performance.now() + LOG_INTERVAL_MS
	console.error(text, error)
}

/**
 * Stops the process: after a failed fdatasync the kernel's page cache may claim the data is clean (fsyncgate),
 * so no further write is acknowledged. The next start reads the state on disk.
 */
function abortProcess(error: unknown): Promise<never> {
	console.error('fdatasync of the SQLite WAL failed; stopping so that no lost write is acknowledged.', error)
	// `process.exit` in the write worker would end only that thread.
	setTimeout(() => process.kill(process.pid, 'SIGKILL'), SHUTDOWN_GRACE_MS)
	return new Promise(() => {})
}

async function runInSavepoint(connection: Connection, job: Job): Promise<Outcome> {
	const invalidation: Invalidation = { immediate: [], deferred: [] }
	const tx: Tx = Object.assign(Object.create(connection) as Connection, {
		changed: (...tags: CacheTag[]) => void invalidation.immediate.push(...tags),
		changedCount: (...tags: CacheTag[]) => void invalidation.deferred.push(...tags),
		lock: async (...lock: Parameters<Lock>) => LOCKS.publish(lock),
	})
	const database = connection.$client
	database.exec('savepoint job')
	try {
		const value = await job.run(tx)
		database.exec('release job')
		return { acknowledge: () => job.resolve(value), invalidation }
	} catch (error) {
		// SQLite itself rolls back the whole transaction on a full or failing disk.
		if (!database.inTransaction) throw error
		database.exec('rollback to job')
		database.exec('release job')
		return { acknowledge: () => job.reject(error), invalidation: { immediate: [], deferred: [] } }
	}
}
