import { join } from 'node:path'
import { migrate as applyMigrations } from 'drizzle-orm/better-sqlite3/migrator'
import { closeDatabase, OPENING_WAIT_MS, writer } from './connection'

const MIGRATIONS = join(process.cwd(), 'db/migrations')

/**
 * Brings the database to this release's schema. Drizzle applies all that is missing in one transaction;
 * the exclusive lock taken first keeps a second process from doing the same at the same time.
 */
export function migrate(): void {
	const connection = writer()
	connection.$client.pragma(`busy_timeout = ${OPENING_WAIT_MS}`)
	connection.$client.pragma('locking_mode = EXCLUSIVE')
	try {
		applyMigrations(connection, { migrationsFolder: MIGRATIONS })
	} finally {
		closeDatabase()
	}
}
