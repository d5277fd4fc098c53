import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { env } from '@/lib/env'
import { singleton } from '@/lib/singleton'
import { addStorageCodes } from '@/lib/storage-failure'
import { stopCounting } from './commit-count'
import { closeWal } from './wal-sync'

export type Connection = BetterSQLite3Database & { $client: Database.Database }
/** A connection or a transaction, for reads. */
export type Queryable = Pick<Connection, 'select' | 'selectDistinct' | '$client'>
type Connections = { readDb: Connection; writeDb: Connection }

/** Busy timeout while opening and migrating, before requests are served. */
export const OPENING_WAIT_MS = 5_000
/** No busy timeout: waiting for a lock would block the thread and its requests. `write.ts` retries by timer. */
const LOCK_WAIT_MS = 0
/** Busy timeout for a checkpoint by the checkpoint thread. */
const CHECKPOINT_WAIT_MS = 1_000
/** Pages of WAL, 16 MB, at which a commit checkpoints, in addition to the checkpoint thread. */
const WAL_PAGES_MAX = 4_000
/** Older SQLite can corrupt a WAL that is reset during a read. */
const SQLITE_VERSION_MIN = '3.51.3'

const slot = singleton<{ handle: Connections | null }>('database', () => ({ handle: null }))

addStorageCodes([
	['busy', /^SQLITE_(BUSY|LOCKED)/],
	['full', /^SQLITE_FULL/],
	['unavailable', /^SQLITE_(IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB|NOMEM)/],
])

/** The read-only connection. @throws Error for a missing database */
export const readDb = (): Connection => connections().readDb

/** The writable connection; for `write.ts`, migrations and offline programs. */
export const writeDb = (): Connection => connections().writeDb

/**
 * Closes this thread's connections; the next read or write opens them again.
 *
 * @param final for the end of the server: merges the WAL, so that the next start can skip the check
 */
export async function closeDatabase({ final = false } = {}): Promise<void> {
	if (final) truncateWal()
	closeWal()
	stopCounting()
	slot.handle?.readDb.$client.close()
	slot.handle?.writeDb.$client.close()
	slot.handle = null
}

function connections(): Connections {
	slot.handle ??= open()
	return slot.handle
}

function open(): Connections {
	const path = env.databaseFile
	// Only `migrate` creates a database: an empty one in place of a lost one would hide the loss.
	const writing = new Database(path, { fileMustExist: true, timeout: OPENING_WAIT_MS })
	writing.pragma('journal_mode = WAL')
	// `wal-sync.ts` syncs the WAL once for each group of writes.
	writing.pragma('synchronous = NORMAL')
	writing.pragma(`wal_autocheckpoint = ${WAL_PAGES_MAX}`)
	prepare(writing)
	const reading = new Database(path, { readonly: true, timeout: OPENING_WAIT_MS })
	prepare(reading)
	assertSafe(writing)
	return {
		readDb: drizzle(reading, { casing: 'snake_case' }),
		writeDb: drizzle(writing, { casing: 'snake_case' }),
	}
}

function truncateWal(): void {
	try {
		const { $client } = writeDb()
		$client.pragma(`busy_timeout = ${CHECKPOINT_WAIT_MS}`)
		$client.pragma('wal_checkpoint(TRUNCATE)')
	} catch (error) {
		console.error(
			'The SQLite WAL was not truncated at the stop; the next start checks the whole database.',
			error,
		)
	}
}

function prepare(client: Database.Database): void {
	client.pragma('foreign_keys = ON')
	client.pragma('trusted_schema = OFF')
	client.pragma('cell_size_check = ON')
	// Sorts use memory, so that reads work on a full disk.
	client.pragma('temp_store = MEMORY')
	client.pragma(`busy_timeout = ${LOCK_WAIT_MS}`)
}

/** Checks the settings that durability depends on. @throws Error for other values or an old SQLite */
function assertSafe(client: Database.Database): void {
	const wanted = { journal_mode: 'wal', synchronous: 1, foreign_keys: 1, busy_timeout: LOCK_WAIT_MS }
	for (const [pragma, value] of Object.entries(wanted)) {
		const found = client.pragma(pragma, { simple: true })
		if (found !== value) throw new Error(`SQLite reports ${pragma} = ${found}, but ${value} is required.`)
	}
	const { version } = client.prepare('select sqlite_version() as version').get() as { version: string }
	if (version.localeCompare(SQLITE_VERSION_MIN, 'en', { numeric: true }) < 0)
		throw new Error(`SQLite ${version} is older than ${SQLITE_VERSION_MIN} and not safe to use.`)
}
