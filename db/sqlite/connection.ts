import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { env } from '@/lib/env'
import { singleton } from '@/lib/singleton'
import { StartRefusal } from '@/lib/start-refusal'
import { stopCounting } from './commit-count'
import { closeWal } from './wal-sync'

export type Connection = BetterSQLite3Database & { $client: Database.Database }
type Connections = { readDb: Connection; writeDb: Connection }

/** Opening and migrating happen before readers are served, and may wait for another process's lock. */
export const OPENING_WAIT_MS = 5_000
/** A statement waits for no lock: it would hold up the thread, and every reader with it. `write.ts` tries again. */
const LOCK_WAIT_MS = 0
/** The log is copied by a thread beside the house; at 16 MB a commit helps, so that the log starts anew. */
const WAL_PAGES_MAX = 4_000
/** Below this, SQLite can corrupt a write-ahead log that is reset while being read. */
const SQLITE_VERSION_MIN = '3.51.3'

const slot = singleton<{ handle: Connections | null }>('database', () => ({ handle: null }))

/** The connection for reads. It cannot write. */
export const readDb = (): Connection => connections().readDb

/** The one connection that writes; only `db/write.ts` and migrations use it. */
export const writeDb = (): Connection => connections().writeDb

export function closeDatabase(): void {
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

/** @throws StartRefusal for a setting that asks for another database */
export function assertSupported(): void {
	if (env.databaseUrl)
		throw new StartRefusal(
			'DATABASE_URL is set, but this release stores everything in SQLite under DATA_DIR.',
			'Unset it, and start again.',
		)
}

function open(): Connections {
	assertSupported()
	const path = env.databaseFile
	// Only a migration makes a database: an empty one in place of a lost one would hide the loss.
	const writing = new Database(path, { fileMustExist: true, timeout: OPENING_WAIT_MS })
	writing.pragma('journal_mode = WAL')
	// Whether the disk has a commit is asked for every group of writes: see `wal-sync.ts`.
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

function prepare(client: Database.Database): void {
	client.pragma('foreign_keys = ON')
	client.pragma('trusted_schema = OFF')
	client.pragma('cell_size_check = ON')
	// Sorting needs no disk, so that pages can be read while it is full.
	client.pragma('temp_store = MEMORY')
	client.pragma(`busy_timeout = ${LOCK_WAIT_MS}`)
}

/** The promises about durability rest on these values, so a start without them is refused. */
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
