import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate as applyMigrations } from 'drizzle-orm/better-sqlite3/migrator'
import { closeDatabase, writer } from './connection'
import type { SchemaVersion } from './sqlite/applied-migrations'
import { snapshotBefore } from './sqlite/snapshot'

const MIGRATIONS = join(process.cwd(), 'db/migrations')

/** The schema version that this release's migrations lead to. */
export function knownSchemaVersion(): SchemaVersion {
	const journal = JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8'))
	return Math.max(...journal.entries.map(({ when }: { when: number }) => when))
}

/**
 * Brings the database to this release's schema, after a snapshot of the old one. Drizzle applies all that is missing in one transaction;
 * the exclusive lock taken first keeps a second process from doing the same at the same time.
 */
export function migrate(): void {
	snapshotBefore(knownSchemaVersion())
	const connection = writer()
	connection.$client.pragma('locking_mode = EXCLUSIVE')
	try {
		applyMigrations(connection, { migrationsFolder: MIGRATIONS })
	} finally {
		closeDatabase()
	}
}
