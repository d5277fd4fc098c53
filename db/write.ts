import { setTimeout as sleep } from 'node:timers/promises'
import { type CacheTag, type Invalidation, invalidate } from '@/lib/invalidation'
import { singleton } from '@/lib/singleton'
import { storageRefusal } from '@/lib/storage-failure'
import { type Connection, writeDb } from './sqlite/connection'
import { checkExternalWrites, commitTransaction } from './sqlite/external-writes'
import { checkWalSize, syncWal } from './sqlite/wal-sync'

type Queries =
	| 'select'
	| 'selectDistinct'
	| 'insert'
	| 'update'
	| 'delete'
	| 'run'
	| 'all'
	| 'get'
	| '$client'

/** What a write may use: the query builder inside the running transaction, and words for what it changed. */
export type Tx = Pick<Connection, Queries> & {
	/** Declares what readers must not see in its old state once this write is committed. */
	changed: (...tags: CacheTag[]) => void
	/** Declares a count that moved; others may see the old one for a second. */
	changedCount: (...tags: CacheTag[]) => void
}

type Job = {
	run: (tx: Tx) => Promise<unknown>
	resolve: (value: unknown) => void
	reject: (error: unknown) => void
	/** When it was asked for, by the monotonic clock. */
	queuedAt: number
}

/** What is told to a job's caller once its group is committed, and what the job changed. */
type Outcome = { acknowledge: () => void; invalidation: Invalidation }

/** Jobs that may share one commit; bounds how long the first of them waits for its acknowledgement. */
const GROUP_SIZE_MAX = 500

/**
 * In a crowd one commit begins this long after another: at a thousand votes a second that makes a
 * quarter as many, and after each, every connection forgets the pages it kept. Who writes alone never waits.
 */
export const MIN_COMMIT_INTERVAL_MS = 8

/** How long a write waits for another process's lock; a person who waits longer takes the form for lost. */
export const LOCK_WAIT_MS = 5_000
/** First pause before the lock is asked for again: a commit of the other thread takes about as long. */
const LOCK_RETRY_MS = 2
/** Longest pause: a lock that is held for seconds need not be asked for more often. */
const LOCK_RETRY_MAX_MS = 25

/** Often enough for an operator to see that it goes on. */
const LOG_INTERVAL_MS = 10_000

/** Time for those who wait to be shown, in a page, that their words were not stored. */
const SHUTDOWN_GRACE_MS = 1_000

const queue = singleton('write-queue', () => ({ waiting: [] as Job[], running: false, silentUntil: 0 }))

/**
 * Runs a write and resolves once it is on disk. All writes that wait at the same moment share one
 * transaction and so one fsync (group commit); each has a savepoint of its own, so that one that throws
 * undoes only itself. A job awaits nothing but its queries: everything else belongs before or after.
 *
 * @throws what the job throws; or a `Refusal` where the storage is locked, full or failing, for every job of a
 * group whose commit failed.
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

/** Commits the jobs that wait once the lock is there, and gives their number. */
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
		// Where not even a transaction could begin, all who wait are told.
		if (jobs.length === 0) jobs = queue.waiting.splice(0)
		logThrottled(`The database could not be written; ${jobs.length} writes were refused.`, error)
		for (const job of jobs) job.reject(error)
		return jobs.length
	}
	// Before anybody is told: whoever is told may look, and must not be shown what was there before.
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
 * Takes the write lock. While another process holds it the thread serves readers, and jobs that have waited for
 * `LOCK_WAIT_MS` are refused.
 *
 * @returns false when no job is left to write
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
	logThrottled(
		`Another program holds the lock of the database; ${overdue.length} writes were refused.`,
		error,
	)
	for (const { reject } of overdue) reject(error)
}

/** Logs that writes fail, now and then: under a storm of votes each of a hundred commits a second may. */
function logThrottled(text: string, error: unknown): void {
	if (performance.now() < queue.silentUntil) return
	queue.silentUntil = performance.now() + LOG_INTERVAL_MS
	console.error(text, error)
}

/**
 * What the disk refused once it may report as written the next time. So nothing is acknowledged any more;
 * whoever starts the house again reads what is really there.
 */
function abortProcess(error: unknown): Promise<never> {
	console.error('fdatasync of the SQLite WAL failed; stopping so that no lost write is acknowledged.', error)
	// Not `exit`, which in the booth would end the booth alone.
	setTimeout(() => process.kill(process.pid, 'SIGKILL'), SHUTDOWN_GRACE_MS)
	return new Promise(() => {})
}

async function runInSavepoint(connection: Connection, job: Job): Promise<Outcome> {
	const invalidation: Invalidation = { immediate: [], deferred: [] }
	const tx: Tx = Object.assign(Object.create(connection) as Connection, {
		changed: (...tags: CacheTag[]) => void invalidation.immediate.push(...tags),
		changedCount: (...tags: CacheTag[]) => void invalidation.deferred.push(...tags),
	})
	const database = connection.$client
	database.exec('savepoint job')
	try {
		const value = await job.run(tx)
		database.exec('release job')
		return { acknowledge: () => job.resolve(value), invalidation }
	} catch (error) {
		// A full or failing disk makes SQLite undo the whole transaction by itself.
		if (!database.inTransaction) throw error
		database.exec('rollback to job')
		database.exec('release job')
		return { acknowledge: () => job.reject(error), invalidation: { immediate: [], deferred: [] } }
	}
}
