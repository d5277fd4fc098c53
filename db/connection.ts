import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { env } from '@/lib/env'
import { shared } from '@/lib/shared'
import { closeLog } from './log'
import { defineTextSearch } from './sqlite/text-search'

export type Connection = BetterSQLite3Database & { $client: Database.Database }
type Handle = { reader: Connection; writer: Connection }

const BUSY_TIMEOUT_MS = 5_000
/** The log is copied by a thread beside the house; at 16 MB a commit helps, so that the log starts anew. */
const LOG_PAGES_MAX = 4_000
/** Below this, SQLite can corrupt a write-ahead log that is reset while being read. */
const SQLITE_OLDEST = '3.51.3'

const slot = shared<{ handle: Handle | null }>('database', () => ({ handle: null }))

/** The connection for reads. It cannot write. */
export const read = (): Connection => handle().reader

/** The one connection that writes; only `db/write.ts` and migrations use it. */
export const writer = (): Connection => handle().writer

export function closeDatabase(): void {
	closeLog()
	slot.handle?.reader.$client.close()
	slot.handle?.writer.$client.close()
	slot.handle = null
}

function handle(): Handle {
	slot.handle ??= open()
	return slot.handle
}

function open(): Handle {
	if (env.databaseUrl)
		throw new Error(
			'DATABASE_URL is set, but this release stores everything in SQLite under DATA_DIR. Unset it.',
		)
	const path = env.databaseFile
	mkdirSync(dirname(path), { recursive: true })
	const writing = new Database(path)
	writing.pragma('journal_mode = WAL')
	// Whether the disk has a commit is asked for every group of writes: see `log.ts`.
	writing.pragma('synchronous = NORMAL')
	writing.pragma(`wal_autocheckpoint = ${LOG_PAGES_MAX}`)
	prepare(writing)
	const reading = new Database(path, { readonly: true })
	prepare(reading)
	assertSafe(writing)
	return {
		reader: drizzle(reading, { casing: 'snake_case' }),
		writer: drizzle(writing, { casing: 'snake_case' }),
	}
}

function prepare(client: Database.Database): void {
	client.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
	client.pragma('foreign_keys = ON')
	client.pragma('trusted_schema = OFF')
	client.pragma('cell_size_check = ON')
	defineTextSearch(client)
}

/** The promises about durability rest on these values, so a start without them is refused. */
function assertSafe(client: Database.Database): void {
	const wanted = { journal_mode: 'wal', synchronous: 1, foreign_keys: 1, busy_timeout: BUSY_TIMEOUT_MS }
	for (const [pragma, value] of Object.entries(wanted)) {
		const found = client.pragma(pragma, { simple: true })
		if (found !== value) throw new Error(`SQLite reports ${pragma} = ${found}, but ${value} is required.`)
	}
	const { version } = client.prepare('select sqlite_version() as version').get() as { version: string }
	if (version.localeCompare(SQLITE_OLDEST, 'en', { numeric: true }) < 0)
		throw new Error(`SQLite ${version} is older than ${SQLITE_OLDEST} and not safe to use.`)
}
