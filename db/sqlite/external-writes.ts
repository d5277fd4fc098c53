import { ALL_TAGS, invalidate } from '@/lib/invalidation'
import { accounted, commitCount, isCounting, startCounting } from './commit-count'
import { type Connection, writeDb } from './connection'

/** Delay until an external write is detected; shorter than the command line takes to exit. */
const POLL_EVERY_MS = 100

/** SQLite's `application_id` of this application, the letters "pSqu"; written with each commit. */
const APPLICATION_ID = 0x70537175

/**
 * Commits this thread's transaction and counts it before the lock is released, so that no thread of this process
 * reports it as external.
 */
export function commitTransaction(database: Connection['$client']): void {
	// SQLite does not count a commit without changed pages; this pragma always changes the first page.
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

/** Detects external commits. Requires the write lock: any difference is external, as no own commit is running. */
export function checkExternalWrites(): void {
	if (!isCounting()) return
	const count = commitCount()
	if (accounted.set(count) !== count) invalidateAll()
}

/**
 * Invalidates all tags after a commit of another process (the command line, a restore, a SQL shell). SQLite counts
 * the commits of all processes and each thread of this one counts its own, so the difference is exact under load.
 * Polls every 100 ms; `checkExternalWrites` compares at the start of each write group too.
 */
export function watchExternalWrites(): NodeJS.Timeout {
	// The first read creates the wal-index.
	writeDb().$client.pragma('data_version')
	startCounting()
	return setInterval(() => {
		if (!isCounting()) return
		// Read in this order, a commit of another thread in between makes the difference negative, never positive.
		const count = commitCount()
		const known = accounted.get()
		const external = (count - known) | 0
		// -1 is a running commit of this process; a lower value, a wal-index that SQLite has rebuilt.
		if (external === 0 || external === -1) return
		accounted.replace(known, count)
		invalidateAll()
	}, POLL_EVERY_MS).unref()
}

const invalidateAll = (): void => invalidate({ immediate: [ALL_TAGS], deferred: [] })
