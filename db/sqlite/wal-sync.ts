import fs from 'node:fs'
import { env } from '@/lib/env'
import { singleton } from '@/lib/singleton'

/**
 * Limit of the WAL in bytes, above which writes are refused: a read transaction of hours prevents its reset, so
 * that it would fill the disk.
 */
export const WAL_BYTES_MAX = 1024 * 1024 * 1024

const slot = singleton<{ file: number | null }>('database-wal', () => ({ file: null }))

/**
 * Syncs all commits so far to disk: the fdatasync that SQLite does at a commit with `synchronous=FULL`, here on
 * libuv's thread pool, so that requests are served meanwhile. SQLite with `NORMAL` syncs the WAL only before a
 * checkpoint.
 *
 * @throws the file system's error; commits may then be lost, and a second fdatasync may succeed without writing
 * them
 */
export function syncWal(): Promise<void> {
	const file = walFile()
	return new Promise((resolve, reject) => {
		fs.fdatasync(file, (error) => (error ? reject(error) : resolve()))
	})
}

/** Size of the WAL in bytes; 0 without a WAL. */
export function walBytes(): number {
	return fs.statSync(`${env.databaseFile}-wal`, { throwIfNoEntry: false })?.size ?? 0
}

/** @throws Error of code SQLITE_FULL if the WAL is larger than `WAL_BYTES_MAX` */
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
