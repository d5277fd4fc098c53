import { setTimeout as sleep } from 'node:timers/promises'
import { type CacheTag, type Invalidation, invalidate } from '@/lib/invalidation'
import { storageRefusal } from '@/lib/storage-failure'
import { LOCKS, type Lock } from '../lock'
import { type AddToTally, tallyValues } from '../tally'
import { invalidationOf, type Job, type Outcome, WriteQueue } from '../write-queue'
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
	/** Changes the tally at once: no other process writes meanwhile. */
	addToTally: AddToTally
}

/**
 * Minimum interval between the starts of two commits while groups hold more than one write: at 1,000 votes a
 * second it quarters their number, and each commit discards SQLite's page cache of every connection. A single
 * write never waits.
 */
export const MIN_COMMIT_INTERVAL_MS = 8

/** First pause between attempts to take the lock: about the duration of a commit by the other thread. */
const LOCK_RETRY_MS = 2
/** Longest pause between attempts, for locks that are held for seconds. */
const LOCK_RETRY_MAX_MS = 25

/** Time for the error pages of refused writes to be sent before the process ends. */
const SHUTDOWN_GRACE_MS = 1_000

const queue: WriteQueue<Tx> = new WriteQueue('write-queue', MIN_COMMIT_INTERVAL_MS, commitGroup)

/**
 * Runs a write and resolves after its fsync. Writes that wait at the same moment share one transaction and so
 * one fsync (group commit); each runs in its own savepoint, so that an error rolls back that write only. `run`
 * may await only its queries, because it holds the write lock.
 *
 * @throws the error of `run`; `Refusal` of code busy, full or unavailable for locked, full or failing storage,
 * for every write of the failed group
 */
export const write = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => queue.add(run)

/** Takes the lock, commits the waiting jobs, and returns the number of settled jobs. */
async function commitGroup(): Promise<number> {
	const outcomes: Outcome[] = []
	let jobs: Job<Tx>[] = []
	try {
		const tx = writeDb()
		const database = tx.$client
		if (!(await begin(database))) return 0
		jobs = queue.take()
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
		if (jobs.length === 0) jobs = queue.take(queue.length)
		queue.refuse(jobs, error, 'SQLite write transaction failed')
		return jobs.length
	}
	// Before the acknowledgement, so that the client's next request gets no stale page.
	invalidate(invalidationOf(outcomes))
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
	for (let pause = LOCK_RETRY_MS; queue.length > 0; pause = Math.min(2 * pause, LOCK_RETRY_MAX_MS)) {
		try {
			database.exec('begin immediate')
			return true
		} catch (error) {
			if (storageRefusal(error)?.code !== 'busy') throw error
			queue.refuseOverdue(error, 'Another process holds the SQLite write lock')
		}
		await sleep(pause)
	}
	return false
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

async function runInSavepoint(connection: Connection, job: Job<Tx>): Promise<Outcome> {
	const invalidation: Invalidation = { immediate: [], deferred: [] }
	const addToTally: AddToTally = async (tally, key, by) => void (await tally.add(tx, tallyValues(key, by)))
	const tx: Tx = Object.assign(Object.create(connection) as Connection, {
		changed: (...tags: CacheTag[]) => void invalidation.immediate.push(...tags),
		changedCount: (...tags: CacheTag[]) => void invalidation.deferred.push(...tags),
		lock: async (...lock: Parameters<Lock>) => LOCKS.publish(lock),
		addToTally,
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
