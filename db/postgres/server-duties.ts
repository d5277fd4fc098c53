import { count } from 'drizzle-orm'
import { StartRefusal } from '@/lib/start-refusal'
import { people, photos, readers } from '../schema'
import { readDb } from './connection'
import { assertOpenable } from './migrate'

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
export const damageOf = (): string[] => []
export const isSearchIndexDamaged = (): boolean => false
export const logBytes = (): number => 0
export const isClosedCleanly = (): boolean => true
export async function tryWriteLock(): Promise<void> {}
export const acquireServerLock = (): (() => void) => () => {}
export const isServerRunning = (): boolean => false
export function startMaintenance(): void {}

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
		'The backup command copies SQLite databases.',
		'Back up PostgreSQL with its own pg_dump, and the folder of photographs beside it.',
	)

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
