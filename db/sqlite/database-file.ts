import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { writeDb } from '@/db/sqlite/connection'
import { env } from '@/lib/env'
import { RESTORE, StartRefusal, unreadableFile } from '@/lib/start-refusal'
import { findDamage } from './damage.mjs'
import type { SchemaVersion } from './schema-version'

// Found at run time, in the project's folder: inside the bundle this file has no path of its own.
export const MIGRATIONS = join(/* turbopackIgnore: true */ process.cwd(), 'db/migrations')

const MIGRATIONS_TABLE = '__drizzle_migrations'
/**
 * Up to this size a start reads the whole database before it opens it: 4 ms of the processor a megabyte, so
 * half a second. A larger one that was closed properly is read by a worker while the server runs.
 */
export const CHECKED_BEFORE_START_BYTES = 128 * 1024 * 1024

/** The thread that copies the log may be at it. */
const CHECKPOINT_WAIT_MS = 1_000

export const databaseBytes = (): number => sizeOf(env.databaseFile)
/** What was committed and not yet copied into the database; none after a proper stop. */
export const logBytes = (): number => sizeOf(`${env.databaseFile}-wal`)

/**
 * Refuses a database file that this release must not open, without changing it or its log.
 *
 * @returns whether the whole file was read; if not, `checkInBackground` has to
 */
export function checkDatabaseFile(): boolean {
	assertOpenable()
	const size = databaseBytes()
	// A log that is left belongs to a crash, or to another database; opening would copy it in.
	const whole = size <= CHECKED_BEFORE_START_BYTES || logBytes() > 0
	if (!whole) return false
	if (size > CHECKED_BEFORE_START_BYTES)
		console.log(`Checking the database after an improper stop, ${Math.ceil(size / 1e6)} MB …`)
	const damage = findDamage(env.databaseFile)
	if (damage.length > 0) throw damaged(damage)
	return true
}

/** Reads the whole database in a worker. @throws StartRefusal for a damaged one */
export async function checkInBackground(): Promise<void> {
	const file = join(/* turbopackIgnore: true */ process.cwd(), 'db/sqlite/damage-worker.mjs')
	const worker = new Worker(file, { workerData: { path: env.databaseFile }, execArgv: [], env: {} })
	worker.unref()
	const damage = await new Promise<string[]>((resolve, reject) => {
		worker.once('message', resolve)
		worker.once('error', reject)
	})
	if (damage.length > 0) throw damaged(damage, 'The server stops, so that nothing more is written.')
}

/** Copies the whole log into the database, so that the next start need not read the database first. */
export function truncateWal(): void {
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

/** @throws StartRefusal for a file that is empty, no database of this product, or of a newer release */
export function assertOpenable(): void {
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

/** Rows of readers and people, counted without opening the database for writes. */
export function countReadersAndPeople(): { readers: number; people: number } {
	const [counts] = query<{ readers: number; people: number }>(
		'select (select count(*) from readers) as readers, (select count(*) from people) as people',
	)
	return counts ?? { readers: 0, people: 0 }
}

/** Rows of photographs, counted in the same way. */
export function countPhotos(): number {
	const [counts] = query<{ photos: number }>('select count(*) as photos from photos')
	return counts?.photos ?? 0
}

/** How many migrations of this release the database has yet to get. */
export function pendingMigrations(): number {
	const applied = new Set(appliedMigrations())
	return releaseMigrations().filter((when) => !applied.has(when)).length
}

/** The schema version that this release's migrations lead to. */
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

/** Bytes of a file; none where there is no file. */
export const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0)
