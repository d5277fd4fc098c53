import { setTimeout as sleep } from 'node:timers/promises'
import { announce, type CacheTag, type Changes } from '@/lib/changes'
import { shared } from '@/lib/shared'
import { type Connection, writer } from './connection'
import { logOnDisk } from './log'
import { commit } from './outside'

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
	counted: (...tags: CacheTag[]) => void
}

type Job = {
	run: (tx: Tx) => Promise<unknown>
	done: (value: unknown) => void
	failed: (error: unknown) => void
}

/** What is told to a job's caller once its group is committed, and what the job changed. */
type Outcome = { tell: () => void; changes: Changes }

/** Jobs that may share one commit; bounds how long the first of them waits for its acknowledgement. */
const GROUP_SIZE_MAX = 500

/**
 * In a crowd one commit begins this long after another: at a thousand votes a second that makes a
 * quarter as many, and after each, every connection forgets the pages it kept. Who writes alone never waits.
 */
const CROWD_PACE_MS = 8

/** Time for those who wait to be told that their words were not stored. */
const GOODBYE_MS = 200

const queue = shared('write-queue', () => ({ waiting: [] as Job[], running: false }))

/**
 * Runs a write and resolves once it is on disk. All writes that wait at the same moment share one
 * transaction and so one fsync (group commit); each has a savepoint of its own, so that one that throws
 * undoes only itself. A job awaits nothing but its queries: everything else belongs before or after.
 *
 * @throws what the job throws; or the database's error, for every job of a group whose commit failed.
 */
export function write<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
	return new Promise<T>((done, failed) => {
		queue.waiting.push({ run, done: done as (value: unknown) => void, failed })
		if (queue.running) return
		queue.running = true
		setImmediate(drain)
	})
}

async function drain(): Promise<void> {
	while (queue.waiting.length > 0) {
		const next = performance.now() + CROWD_PACE_MS
		const group = queue.waiting.splice(0, GROUP_SIZE_MAX)
		await commitGroup(group)
		if (group.length > 1) await sleep(Math.max(0, next - performance.now()))
		else await new Promise(setImmediate)
	}
	queue.running = false
}

async function commitGroup(jobs: Job[]): Promise<void> {
	const outcomes: Outcome[] = []
	try {
		const tx = writer()
		const database = tx.$client
		database.exec('begin immediate')
		try {
			for (const job of jobs) outcomes.push(await runInSavepoint(tx, job))
			commit(database)
		} catch (error) {
			if (database.inTransaction) database.exec('rollback')
			throw error
		}
	} catch (error) {
		for (const job of jobs) job.failed(error)
		return
	}
	// Before anybody is told: whoever is told may look, and must not be shown what was there before.
	announce({
		now: [...new Set(outcomes.flatMap(({ changes }) => changes.now))],
		soon: [...new Set(outcomes.flatMap(({ changes }) => changes.soon))],
	})
	try {
		await logOnDisk()
	} catch (error) {
		for (const job of jobs) job.failed(error)
		return closeHouse(error)
	}
	for (const { tell } of outcomes) tell()
}

/**
 * What the disk refused once it may report as written the next time. So nothing is acknowledged any more;
 * whoever starts the house again reads what is really there.
 */
function closeHouse(error: unknown): Promise<never> {
	console.error('The disk did not take what was written, so the house closes.', error)
	// Not `exit`, which in the booth would end the booth alone.
	setTimeout(() => process.kill(process.pid, 'SIGKILL'), GOODBYE_MS)
	return new Promise(() => {})
}

async function runInSavepoint(connection: Connection, job: Job): Promise<Outcome> {
	const changes: Changes = { now: [], soon: [] }
	const tx: Tx = Object.assign(Object.create(connection) as Connection, {
		changed: (...tags: CacheTag[]) => void changes.now.push(...tags),
		counted: (...tags: CacheTag[]) => void changes.soon.push(...tags),
	})
	const database = connection.$client
	database.exec('savepoint job')
	try {
		const value = await job.run(tx)
		database.exec('release job')
		return { tell: () => job.done(value), changes }
	} catch (error) {
		database.exec('rollback to job')
		database.exec('release job')
		return { tell: () => job.failed(error), changes: { now: [], soon: [] } }
	}
}
