import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { env } from '@/lib/env'
import { RESTORE, StartRefusal, unreadableFile } from '@/lib/start-refusal'
import { findDamage } from './damage.mjs'
import type { SchemaVersion } from './schema-version'

// Resolved at run time from the project folder, because the bundle does not contain the migrations.
export const MIGRATIONS = join(/* turbopackIgnore: true */ process.cwd(), 'db/migrations')

const MIGRATIONS_TABLE = '__drizzle_migrations'
/**
 * Databases up to this size are checked whole before the start: up to 9 ms of processor time a megabyte, so about a
 * second. A larger one that was closed cleanly is checked by a worker while the server runs.
 */
export const CHECKED_BEFORE_START_BYTES = 128 * 1024 * 1024

/** Whether the database is a file of the data folder, which a backup copies. */
export const isDatabaseFile = true

/** Opens no connection: SQLite has no server to wait for. */
export async function awaitDatabase(): Promise<void> {}

/** Name and version of the database server, without a password; empty for a file. */
export const describeServer = async (): Promise<string> => ''

/** Refuses copies of a database that is no file; this one is. */
export function requireDatabaseFile(): void {}

/** Whether this site has a database. */
export const databaseExists = async (): Promise<boolean> => existsSync(env.databaseFile)

export const databaseBytes = (): number => sizeOf(env.databaseFile)
/** Size of the WAL in bytes; 0 after a clean stop. */
export const logBytes = (): number => sizeOf(`${env.databaseFile}-wal`)

/**
 * Refuses a database file that this release must not open, without changing it or its log.
 *
 * @returns whether the whole file was checked; if false, `checkInBackground` must run
 * @throws StartRefusal for a damaged database, another program's, or a newer schema
 */
export async function checkDatabase(): Promise<boolean> {
	await assertOpenable()
	const size = databaseBytes()
	// A remaining WAL is left by a crash or belongs to another database; opening would checkpoint it.
	const whole = size <= CHECKED_BEFORE_START_BYTES || logBytes() > 0
	if (!whole) return false
	if (size > CHECKED_BEFORE_START_BYTES)
		console.log(`Checking the database after an unclean stop, ${Math.ceil(size / 1e6)} MB …`)
	const damage = beyondIndex(findDamage(env.databaseFile))
	if (damage.length > 0) throw damaged(damage)
	return true
}

/** Findings about the search index, which is made anew from the stories. */
const OF_INDEX = /\bfts5\b/i

let indexDamaged = false

/** Whether a check of this process has found damage in the search index. */
export const isSearchIndexDamaged = (): boolean => indexDamaged

function beyondIndex(damage: string[]): string[] {
	const others = damage.filter((finding) => !OF_INDEX.test(finding))
	indexDamaged ||= others.length < damage.length
	return others
}

/** Defects of a database file, by default this site's; empty for a sound one. See `findDamage`. */
export const damageOf = (path = env.databaseFile, check?: 'quick_check' | 'integrity_check'): string[] =>
	beyondIndex(findDamage(path, check))

/** Checks the whole database in a worker thread. @throws StartRefusal for a damaged one */
export async function checkInBackground(): Promise<void> {
	const file = join(/* turbopackIgnore: true */ process.cwd(), 'db/sqlite/damage-worker.mjs')
	const worker = new Worker(file, { workerData: { path: env.databaseFile }, execArgv: [], env: {} })
	worker.unref()
	const found = await new Promise<string[]>((resolve, reject) => {
		worker.once('message', resolve)
		worker.once('error', reject)
	})
	const damage = beyondIndex(found)
	if (damage.length > 0) throw damaged(damage, 'The server stops, so that nothing more is written.')
}

/** @throws StartRefusal for a file that is empty, another program's database, or of a newer release */
export async function assertOpenable(): Promise<void> {
	assertDatabase()
	assertKnownSchema()
}

function assertDatabase(): void {
	const path = env.databaseFile
	if (databaseBytes() === 0) throw unusable(`The database ${path} is empty (0 bytes).`)
	const tables = query<{ name: string }>(`select name from sqlite_master where type = 'table'`)
	if (tables.length === 0) throw unusable(`The database ${path} holds no tables.`)
	if (!tables.some(({ name }) => name === MIGRATIONS_TABLE))
		throw new StartRefusal(
			`The database ${path} was made by another program (it has the table ${tables[0]?.name}).`,
			`Move it away. ${RESTORE}`,
		)
}

function assertKnownSchema(): void {
	const known = new Set(releaseMigrations())
	const unknown = appliedMigrations().filter((when) => !known.has(when))
	if (unknown.length > 0)
		throw new StartRefusal(
			`The database ${env.databaseFile} is of a newer release: it has ${unknown.length} ${unknown.length === 1 ? 'migration' : 'migrations'} that this release does not know.`,
			`Start that release again, or go back to a backup made with this one. ${RESTORE}`,
		)
}

/** Numbers of rows in `readers` and `people`, counted on a read-only connection. */
export async function countReadersAndPeople(): Promise<{ readers: number; people: number }> {
	const [counts] = query<{ readers: number; people: number }>(
		'select (select count(*) from readers) as readers, (select count(*) from people) as people',
	)
	return counts ?? { readers: 0, people: 0 }
}

/** Number of rows in `photos`, counted on a read-only connection. */
export async function countPhotos(): Promise<number> {
	const [counts] = query<{ photos: number }>('select count(*) as photos from photos')
	return counts?.photos ?? 0
}

/** Hashes of the photographs with files in a database file, such as the copy in a backup. @throws SqliteError */
export function photoHashesIn(path: string): string[] {
	const database = new Database(path, { readonly: true, fileMustExist: true })
	try {
		return database.prepare("select hash from photos where hash < '~'").pluck().all() as string[]
	} finally {
		database.close()
	}
}

/** Takes and releases the write lock. @throws SqliteError if another program holds it for `waitMs` */
export async function tryWriteLock(waitMs: number): Promise<void> {
	const database = new Database(env.databaseFile, { fileMustExist: true, timeout: waitMs })
	try {
		database.exec('begin immediate; rollback')
	} finally {
		database.close()
	}
}

/** Number of this release's migrations that are not applied. */
export async function pendingMigrations(): Promise<number> {
	const applied = new Set(appliedMigrations())
	return releaseMigrations().filter((when) => !applied.has(when)).length
}

/** Schema version after all migrations of this release. */
export const releaseSchemaVersion = (): SchemaVersion => Math.max(...releaseMigrations())

const appliedMigrations = (): number[] =>
	query<{ at: number }>(`select created_at as at from ${MIGRATIONS_TABLE}`).map(({ at }) => Number(at))

function releaseMigrations(): number[] {
	const journal = readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')
	return (JSON.parse(journal) as { entries: { when: number }[] }).entries.map(({ when }) => when)
}

function query<Row>(sql: string): Row[] {
	try {
		const database = new Database(env.databaseFile, { readonly: true, fileMustExist: true })
		try {
			return database.prepare(sql).all() as Row[]
		} finally {
			database.close()
		}
	} catch (error) {
		const { code, message } = error as Error & { code?: string }
		if (code?.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') throw damaged([message])
		throw unreadableFile(env.databaseFile, error)
	}
}

const damaged = (findings: string[], state = 'Nothing was changed.'): StartRefusal =>
	new StartRefusal(
		`The database ${env.databaseFile} is damaged: ${findings.join('; ')}.`,
		`A ${env.databaseFile}-wal that was left beside a database copied here does this too. ${state} Keep the folder, and: ${RESTORE}`,
	)

const unusable = (found: string): StartRefusal =>
	new StartRefusal(found, `Nothing was changed. Move the folder ${env.dataDir} away, and: ${RESTORE}`)

/** Whether the database in a data folder has no WAL left. */
export const isClosedCleanly = (dataDir: string): boolean => sizeOf(join(dataDir, 'square.db-wal')) === 0

/** Size of a file in bytes; 0 for a missing file. */
const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0)
