import { setTimeout as sleep } from 'node:timers/promises'
import { type CacheTag, type Invalidation, invalidate } from '@/lib/invalidation'
import { LOCKS, type Lock } from '../lock'
import type { Tx } from '../sqlite/write'
import { invalidationOf, type Job, type Outcome, WriteQueue } from '../write-queue'
import { answersOf } from './answers'
import { announceChanges, hasTags, recordChanges } from './changes'
import { begin, commit } from './commit'
import { type Writer, writer } from './connection'
import { databaseErrorOf, isAnswer } from './connection-error'
import { PendingTallies } from './pending-tallies'

/** Retries of a group that PostgreSQL ended because of another process's writes; the later ones run job by job. */
const RETRIES_MAX = 4
/** Pause before a retry, so that the other process commits first. */
const RETRY_PAUSE_MS = 10

const queue: WriteQueue<Tx> = new WriteQueue('write-queue', 0, commitGroup)

/**
 * Runs a write and resolves after its commit. Writes that wait at the same moment share one transaction and so one
 * commit; each runs in its own savepoint, so that an error rolls back that write only. `run` may run more than once,
 * after a deadlock with another process, and may await only its queries, because it holds locks.
 *
 * @throws the error of `run`; for every write of the failed group, `Refusal` of code busy, full or unavailable for locked,
 * full or failing storage, or of code unknown for a commit whose outcome cannot be found out
 */
export const write = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => queue.add(run)

/** Writes that share a transaction. */
type Group = {
	connection: Writer
	/** Of the jobs that have succeeded, as the locks. */
	tallies: PendingTallies
	locks: Set<string>
	/** Answers that are awaited before the commit. */
	sent: Promise<unknown>[]
}

async function commitGroup(): Promise<number> {
	const jobs = queue.take()
	await commitJobs(jobs)
	return jobs.length
}

/** Commits the jobs in one transaction, or in one for each after a deadlock, in which order cannot matter. */
async function commitJobs(jobs: Job<Tx>[], retry = 0): Promise<void> {
	let outcomes: Outcome[]
	try {
		outcomes = await commitTogether(jobs)
	} catch (error) {
		const isRepeated = isConflict(error)
			? retry < RETRIES_MAX
			: error instanceof TallyError && jobs.length > 1
		if (!isRepeated) return queue.refuse(jobs, error, 'PostgreSQL write transaction failed')
		await sleep(RETRY_PAUSE_MS * (retry + 1) * Math.random())
		for (const job of jobs) await commitJobs([job], retry + 1)
		return
	}
	const changes = invalidationOf(outcomes)
	// Before the acknowledgement, so that the client's next request gets no stale page.
	invalidate(changes)
	if (hasTags(changes)) announceChanges()
	for (const { acknowledge } of outcomes) acknowledge()
}

async function commitTogether(jobs: Job<Tx>[]): Promise<Outcome[]> {
	const connection = await writer()
	const group: Group = { connection, tallies: new PendingTallies(), locks: new Set(), sent: [] }
	const outcomes: Outcome[] = []
	let changes: Invalidation | null = null
	try {
		const xid = await begin(connection)
		for (const job of jobs) outcomes.push(await runInSavepoint(group, job))
		changes = invalidationOf(outcomes)
		await answersOf([
			...group.sent,
			applyTallies(group),
			hasTags(changes) && recordChanges(connection.client, changes),
		])
		await commit(connection, xid)
	} catch (error) {
		// Without an answer it may be committed.
		if (changes) invalidate(changes)
		await rollback(connection)
		throw error
	}
	return outcomes
}

/** A tally that cannot be changed ends the transaction; repeated, each write has its own. */
async function applyTallies({ connection, tallies }: Group): Promise<void> {
	try {
		await tallies.apply(connection.db)
	} catch (error) {
		if (isAnswer(error)) throw new TallyError('A tally could not be changed.', { cause: error })
		throw error
	}
}

/** A connection that cannot roll back is closed: its transaction ends with it. */
async function rollback({ client }: Writer): Promise<void> {
	try {
		await client.query('rollback')
	} catch {
		await client.end().catch(() => {})
	}
}

/** Runs a job between the savepoint before it and that of the next job. */
async function runInSavepoint(group: Group, job: Job<Tx>): Promise<Outcome> {
	const { client, db, failures } = group.connection
	const failuresBefore = failures.count
	const invalidation: Invalidation = { immediate: [], deferred: [] }
	const ofJob = { tallies: new PendingTallies(), locks: new Set<string>() }
	const tx: Tx = Object.assign(Object.create(db) as typeof db, {
		changed: (...tags: CacheTag[]) => void invalidation.immediate.push(...tags),
		changedCount: (...tags: CacheTag[]) => void invalidation.deferred.push(...tags),
		lock: async (...lock: Parameters<Lock>) => {
			LOCKS.publish(lock)
			const name = lock.join(' ')
			if (group.locks.has(name) || ofJob.locks.has(name)) return
			// Held until the transaction ends; a collision of the hashes only makes a write wait.
			await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name])
			ofJob.locks.add(name)
		},
		addToTally: ofJob.tallies.add,
	})
	try {
		const value = await job.run(tx)
		await nextSavepoint(group, failures.count > failuresBefore)
		group.tallies.addAll(ofJob.tallies)
		for (const name of ofJob.locks) group.locks.add(name)
		return { acknowledge: () => job.resolve(value), invalidation }
	} catch (error) {
		// The whole group is repeated; with a lost connection, the rollback throws too.
		if (isConflict(error)) throw error
		await client.query('rollback to job')
		return { acknowledge: () => job.reject(error), invalidation: { immediate: [], deferred: [] } }
	}
}

/** The next statements need not wait for the answer, unless an error that the job has caught ended its savepoint. */
async function nextSavepoint({ connection: { client }, sent }: Group, hasFailed: boolean): Promise<void> {
	const answer = client.query('release job; savepoint job')
	if (hasFailed) await answer
	answer.catch(() => {})
	sent.push(answer)
}

/** Codes of a deadlock and of a serialization failure. */
const CONFLICTS = ['40P01', '40001']

const isConflict = (error: unknown): boolean => CONFLICTS.includes(databaseErrorOf(error)?.code ?? '')

/** A violated constraint of a tally, such as that of a story which a later write of the group removed. */
class TallyError extends Error {}
