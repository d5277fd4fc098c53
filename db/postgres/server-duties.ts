import { count, is } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { StartRefusal } from '@/lib/start-refusal'
import * as schema from '../schema'
import { nameAsServer, poolOf, readDb, SERVER_NAME } from './connection'
import { joinInstance } from './instance'
import { assertOpenable } from './migrate'

const { people, photos, readers } = schema

/**
 * Functions of the port for which SQLite needs work and PostgreSQL's own server does it: it checks its files, keeps
 * its log, and admits several servers.
 */

/** Refuses a database that this release must not open. @returns true: nothing is left to check */
export async function checkDatabase(): Promise<boolean> {
	await assertOpenable()
	return true
}

export async function checkInBackground(): Promise<void> {}
export const isSearchIndexDamaged = (): boolean => false
export const logBytes = (): number => 0
export const isClosedCleanly = (): boolean => true
export function startMaintenance(): void {}
export const isDatabaseFile = false

/** Takes no lock, since several servers may share the database; names this process's connections as a server's. */
export function acquireServerLock(): () => void {
	nameAsServer()
	return () => {}
}

/** Makes a worker thread one of its server, also by the names of its connections. */
export function joinWriters(data: unknown): void {
	joinInstance(data)
	nameAsServer()
}

/** @throws Error for a database that refuses writes, such as a standby */
export async function tryWriteLock(): Promise<void> {
	const { rows } = await poolOf(readDb()).query("select current_setting('transaction_read_only') as off")
	if (rows[0].off === 'on') throw new Error('the database is read-only, as a standby is')
}

/** Whether a server is connected to the database, on this machine or another. */
export async function isServerRunning(): Promise<boolean> {
	const { rows } = await poolOf(readDb()).query(
		'select 1 from pg_stat_activity where datname = current_database() and application_name = $1 limit 1',
		[SERVER_NAME],
	)
	return rows.length > 0
}

/** Tables and columns of this release that the database lacks, as after a change by hand. */
export async function damageOf(): Promise<string[]> {
	const { rows } = await poolOf(readDb()).query(
		'select table_name as "table", column_name as "column" from information_schema.columns where table_schema = current_schema()',
	)
	const found = new Set(rows.map(({ table, column }) => `${table}.${column}`))
	return Object.values(schema as Record<string, unknown>)
		.filter((each) => is(each, PgTable))
		.flatMap((each) => {
			const { name, columns } = getTableConfig(each)
			return columns.map((column) => `${name}.${toSnakeCase(column.name)}`)
		})
		.filter((column) => !found.has(column))
		.map((column) => `${column} is missing`)
}

/** Numbers of rows in `readers` and `people`. */
export async function countReadersAndPeople(): Promise<{ readers: number; people: number }> {
	return { readers: await numberOf(readers), people: await numberOf(people) }
}

/** Number of rows in `photos`. */
export const countPhotos = (): Promise<number> => numberOf(photos)

async function numberOf(table: typeof readers | typeof people | typeof photos): Promise<number> {
	const [row] = await readDb().select({ number: count() }).from(table)
	return row?.number ?? 0
}

const dumpInstead = (): StartRefusal =>
	new StartRefusal(
		'DATABASE_URL is set: the commands backup, verify and restore are for SQLite.',
		'Back up PostgreSQL with its own pg_dump and pg_restore, and the folder media/ and the secret beside it (docs/deploy.md).',
	)

/** @throws StartRefusal: the server's own programs copy its databases */
export function requireDatabaseFile(): void {
	throw dumpInstead()
}

/** @throws StartRefusal */
export async function copyDatabase(): Promise<void> {
	throw dumpInstead()
}

/** @throws StartRefusal */
export function photoHashesIn(): string[] {
	throw dumpInstead()
}

/** @throws StartRefusal */
export function schemaVersionOf(): number {
	throw dumpInstead()
}

/** @throws StartRefusal */
export function releaseSchemaVersion(): number {
	throw dumpInstead()
}
