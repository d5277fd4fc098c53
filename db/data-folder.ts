import fs, { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { RESTORE, StartRefusal } from '@/lib/start-refusal'

/** Free bytes that SQLite needs to open the database and its WAL; enough for a server that only reads. */
const SPACE_BYTES_MIN = 1024 * 1024
/** Warning threshold in bytes: a dozen uploads of the largest size, each with its derivatives. */
export const SPACE_BYTES_LOW = 512 * 1024 * 1024

/** Names allowed in a folder without a database: the lock, an unfinished database, a file system's own folder. */
const NAMES_OF_A_NEW_FOLDER = /^(server\.lock|lost\+found)$/
/** Whether `name` is a database that an interrupted start or move has not finished, or a log of it. */
export const isUnfinishedDatabase = (name: string): boolean =>
	/^square\.db\.new-\d+(-journal|-wal|-shm)?$/.test(name)
/** Whether `name` is the partly loaded demo edition of an interrupted start. */
export const isUnfinishedDemo = (name: string): boolean => /^first-edition(-\d+)?$/.test(name)
/** The files and folders that must be readable by their owner only. */
const PRIVATE = [
	'',
	'square.db',
	'square.db-wal',
	'square.db-shm',
	'secret',
	'server.lock',
	'media',
	'snapshots',
]

/** Creates the data folder if missing. @throws StartRefusal for a folder that is not writable, or a full disk */
export function openDataFolder(): void {
	try {
		mkdirSync(env.dataDir, { recursive: true, mode: 0o700 })
		accessSync(env.dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
	} catch (error) {
		throw new StartRefusal(
			`The data folder ${env.dataDir} cannot be made or written (${(error as Error).message}).`,
			'Give the folder to the user that runs the server, or choose another: DATA_DIR=… npm start',
		)
	}
	const free = freeBytes()
	if (free < SPACE_BYTES_MIN)
		throw new StartRefusal(
			`The disk of ${env.dataDir} is full: ${Math.floor(free / 1024)} kB are free, a start needs ${SPACE_BYTES_MIN / 1024} kB.`,
			'Free some space, or move the data folder to a larger disk.',
			true,
		)
}

/** Free bytes on the data folder's file system, as far as this user may use them. */
export function freeBytes(): number {
	const { bavail, bsize } = fs.statfsSync(env.dataDir)
	return bavail * bsize
}

/**
 * Allows a new database in an empty folder only: other files mean that a database was lost.
 *
 * @throws StartRefusal
 */
export function assertNewDataFolder(): void {
	const found = readdirSync(env.dataDir).filter(
		(name) => !NAMES_OF_A_NEW_FOLDER.test(name) && !isUnfinishedDatabase(name) && !isUnfinishedDemo(name),
	)
	if (found.length === 0) return
	throw new StartRefusal(
		`The data folder ${env.dataDir} has no database (square.db), but holds: ${found.sort().join(', ')}.`,
		`Nothing was changed. If the database was moved, bring it back. If it was lost, move the folder away, and: ${RESTORE} For a new site choose an empty folder: DATA_DIR=… npm start`,
	)
}

/** Paths of private files whose mode grants permissions to group or others. */
export const readableByOthers = (): string[] =>
	PRIVATE.map((name) => join(/* turbopackIgnore: true */ env.dataDir, name)).filter(
		(path) => existsSync(path) && (statSync(path).mode & 0o077) !== 0,
	)

/**
 * Removes group and other permissions from the private files; deeper files are protected by their folder's
 * mode.
 */
export function restrictModes(): void {
	for (const path of readableByOthers())
		try {
			chmodSync(path, statSync(path).mode & 0o700)
		} catch {
			console.warn(
				`${path} is accessible to other users, and only its owner can change the mode: chmod go= ${path}`,
			)
		}
}
