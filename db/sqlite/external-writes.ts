import { ALL_TAGS, invalidate } from '@/lib/invalidation'
import { accounted, commitCount, isCounting, startCounting } from './commit-count'
import { type Connection, writeDb } from './connection'

/** How soon a change by another process is noticed: the command line is slower than that to say it is done. */
const POLL_EVERY_MS = 100

/** Written with each commit; the letters "pSqu" mark the file as ours. */
const APPLICATION_ID = 0x70537175

/**
 * Commits the transaction of this thread, and accounts for it while the lock is still held, so that no thread
 * of this process takes it for another process's.
 */
export function commitTransaction(database: Connection['$client']): void {
	// SQLite neither counts nor writes a commit that changes no page; this one always changes the first.
	database.pragma(`application_id = ${APPLICATION_ID}`)
	if (!isCounting()) return void database.exec('commit')
	const before = commitCount()
	const after = (before + 1) | 0
	accounted.set(after)
	try {
		database.exec('commit')
	} catch (error) {
		accounted.replace(after, before)
		throw error
	}
}

/** Called with the write lock held: no commit of this process is under way, so any difference is foreign. */
export function checkExternalWrites(): void {
	if (!isCounting()) return
	const count = commitCount()
	if (accounted.set(count) !== count) invalidateAll()
}

/**
 * Announces a change of everything when another process (the command line, a restore, a SQL shell) has written
 * to the database. SQLite counts the commits of all processes, and each thread of this one accounts for its own,
 * so the difference is exact under any load. Compared here, and at the start of each write.
 */
export function watchExternalWrites(): NodeJS.Timeout {
	// The wal-index is there once something was read.
	writeDb().$client.pragma('data_version')
	startCounting()
	return setInterval(() => {
		if (!isCounting()) return
		// In this order: a commit of another thread in between makes the difference negative, never positive.
		const count = commitCount()
		const known = accounted.get()
		const foreign = (count - known) | 0
		// One less is a commit under way; fewer still, an index that SQLite has built anew.
		if (foreign === 0 || foreign === -1) return
		accounted.replace(known, count)
		invalidateAll()
	}, POLL_EVERY_MS).unref()
}

const invalidateAll = (): void => invalidate({ immediate: [ALL_TAGS], deferred: [] })
