import fs from 'node:fs'
import { env } from '@/lib/env'
import { singleton } from '@/lib/singleton'

/**
 * Beyond this size of the write-ahead log nothing more is written: a program that reads the database for hours
 * keeps the log from starting anew, and would otherwise fill the disk.
 */
export const WAL_BYTES_MAX = 1024 * 1024 * 1024

const slot = singleton<{ file: number | null }>('database-wal', () => ({ file: null }))

/**
 * Resolves once everything committed so far is on disk. It does what SQLite does at a commit with
 * `synchronous=FULL`, in another thread, so that readers are served while the disk takes its time; SQLite
 * itself, with `NORMAL`, brings the log to disk only before it copies it into the database.
 *
 * @throws the file system's error. What was committed then may be lost, and asking again would not tell.
 */
export function syncWal(): Promise<void> {
	const file = walFile()
	return new Promise((resolve, reject) => {
		fs.fdatasync(file, (error) => (error ? reject(error) : resolve()))
	})
}

/** Size of the write-ahead log in bytes; 0 where there is none. */
export function walBytes(): number {
	return fs.statSync(`${env.databaseFile}-wal`, { throwIfNoEntry: false })?.size ?? 0
}

/** @throws like a full disk when the log has reached its limit */
export function checkWalSize(): void {
	if (fs.fstatSync(walFile()).size <= WAL_BYTES_MAX) return
	throw Object.assign(new Error(`The write-ahead log has reached its limit of ${WAL_BYTES_MAX} bytes.`), {
		code: 'SQLITE_FULL',
	})
}

function walFile(): number {
	slot.file ??= fs.openSync(`${env.databaseFile}-wal`, 'r+')
	return slot.file
}

export function closeWal(): void {
	if (slot.file !== null) fs.closeSync(slot.file)
	slot.file = null
}
