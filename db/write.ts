import { sql } from 'drizzle-orm'
import { shared } from '@/lib/shared'
import { type Connection, writer } from './connection'

/** What a write may use: the query builder inside the running transaction. */
export type Tx = Pick<
	Connection,
	'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'run' | 'all' | 'get'
>

type Job = {
	run: (tx: Tx) => Promise<unknown>
	done: (value: unknown) => void
	failed: (error: unknown) => void
}

/** Jobs that may share one commit; bounds how long the first of them waits for its acknowledgement. */
const GROUP_SIZE_MAX = 500

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
		await commitGroup(queue.waiting.splice(0, GROUP_SIZE_MAX))
		await new Promise(setImmediate)
	}
	queue.running = false
}

async function commitGroup(jobs: Job[]): Promise<void> {
	const answers: (() => void)[] = []
	try {
		const tx = writer()
		tx.run(sql`begin immediate`)
		try {
			for (const job of jobs) answers.push(await runInSavepoint(tx, job))
			tx.run(sql`commit`)
		} catch (error) {
			if (tx.$client.inTransaction) tx.run(sql`rollback`)
			throw error
		}
	} catch (error) {
		for (const job of jobs) job.failed(error)
		return
	}
	for (const answer of answers) answer()
}

async function runInSavepoint(tx: Connection, job: Job): Promise<() => void> {
	tx.run(sql`savepoint job`)
	try {
		const value = await job.run(tx)
		tx.run(sql`release job`)
		return () => job.done(value)
	} catch (error) {
		tx.run(sql`rollback to job`)
		tx.run(sql`release job`)
		return () => job.failed(error)
	}
}
