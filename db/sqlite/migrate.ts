import { existsSync, linkSync, mkdirSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as applyMigrations } from 'drizzle-orm/better-sqlite3/migrator'
import { env } from '@/lib/env'
import { fsyncPathSync } from '@/lib/fsync'
import { assertNewDataFolder } from '../data-folder'
import { closeDatabase, OPENING_WAIT_MS, writeDb } from './connection'
import { assertOpenable, MIGRATIONS, pendingMigrations } from './database-file'
import { withServerLock } from './server-lock'
import { keepSnapshot } from './snapshot'

/**
 * Migrates the database to this release's schema, after a snapshot, or creates it. Drizzle applies all pending
 * migrations in one transaction. Requires the server lock, because a server of the older release does not know the
 * new schema.
 *
 * @throws StartRefusal for a folder that lost its database, for a newer schema, and while a server runs
 */
export async function migrate(): Promise<void> {
	if (!existsSync(env.databaseFile)) await createDatabase()
	await assertOpenable()
	if ((await pendingMigrations()) > 0)
		await withServerLock(async () => {
			keepSnapshot()
			await addMigrations()
		})
}

async function addMigrations(): Promise<void> {
	const connection = writeDb()
	connection.$client.pragma(`busy_timeout = ${OPENING_WAIT_MS}`)
	try {
		applyMigrations(connection, { migrationsFolder: MIGRATIONS })
	} finally {
		await closeDatabase()
	}
}

/** Creates the database with the server lock held: a first start that loads the demo edition would replace it. */
async function createDatabase(): Promise<void> {
	mkdirSync(env.dataDir, { recursive: true, mode: 0o700 })
	assertNewDataFolder()
	await withServerLock(async () => {
		if (!existsSync(env.databaseFile)) createFile()
	})
}

/** Makes the file under a temporary name and links it after fsync, so that a crash leaves no partial file. */
function createFile(): void {
	const unfinished = `${env.databaseFile}.new-${process.pid}`
	rmSync(unfinished, { force: true })
	const database = new Database(unfinished)
	database.pragma('journal_mode = WAL')
	applyMigrations(drizzle(database), { migrationsFolder: MIGRATIONS })
	database.close()
	try {
		fsyncPathSync(unfinished)
		linkSync(unfinished, env.databaseFile)
		fsyncPathSync(env.dataDir)
	} finally {
		rmSync(unfinished)
	}
}
