import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { env } from '@/lib/env'
import { singleton } from '@/lib/singleton'
import { StartRefusal, unreadableFile } from '@/lib/start-refusal'

/** Busy timeout that covers `doctor`, which takes the lock briefly to test it. */
const LOCK_TIMEOUT_MS = 1_000

type Held = { path: string; connection: Database.Database }
const slot = singleton<{ held: Held | null }>('server-lock', () => ({ held: null }))

const lockFile = (dataDir: string): string => join(dataDir, 'server.lock')

/**
 * Locks the data folder for this process: an exclusive SQLite transaction on `server.lock`, which stays empty. The
 * kernel releases the lock when the process ends, also after a crash, and the file may stay.
 *
 * @returns a function that releases the lock; a no-op if this process already held it
 * @throws StartRefusal if another process holds the lock
 */
export function acquireServerLock(dataDir = env.dataDir): () => void {
	const path = lockFile(dataDir)
	const { held } = slot
	if (held?.path === path) return () => {}
	const connection = lock(path)
	slot.held = { path, connection }
	return () => {
		connection.close()
		slot.held = held
	}
}

/** Runs `run` with the server lock held. @throws StartRefusal if another process holds it */
export async function withServerLock<T>(run: () => Promise<T>): Promise<T> {
	const release = acquireServerLock()
	try {
		return await run()
	} finally {
		release()
	}
}

/** Runs `run`: the server lock excludes other processes already. */
export const exclusively = <T>(run: () => Promise<T>): Promise<T> => run()

/** Whether another process holds the lock; creates no file. */
export function isServerRunning(): boolean {
	const path = lockFile(env.dataDir)
	if (!existsSync(path) || slot.held?.path === path) return false
	const connection = new Database(path, { readonly: true, timeout: 0 })
	try {
		connection.prepare('select count(*) from sqlite_master').get()
		return false
	} catch (error) {
		if (isBusy(error)) return true
		throw error
	} finally {
		connection.close()
	}
}

function lock(path: string): Database.Database {
	let connection: Database.Database | undefined
	try {
		connection = new Database(path, { timeout: LOCK_TIMEOUT_MS })
		connection.pragma('locking_mode = EXCLUSIVE')
		// An in-memory journal creates no journal file.
		connection.pragma('journal_mode = MEMORY')
		connection.exec('begin exclusive')
		return connection
	} catch (error) {
		connection?.close()
		if (!isBusy(error)) throw unreadableFile(path, error)
		throw new StartRefusal(
			`The data folder ${dirname(path)} is in use by another server, a first start, a restore or a migration.`,
			'Stop that one first or wait for it, or give this one a folder of its own: DATA_DIR=… npm start. The lock ends with the process that holds it; no file needs to be removed.',
			true,
		)
	}
}

const isBusy = (error: unknown): boolean =>
	(error as { code?: string }).code?.startsWith('SQLITE_BUSY') === true
