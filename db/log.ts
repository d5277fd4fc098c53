import fs from 'node:fs'
import { env } from '@/lib/env'
import { shared } from '@/lib/shared'

const slot = shared<{ file: number | null }>('database-log', () => ({ file: null }))

/**
 * Resolves once everything committed so far is on disk. It does what SQLite does at a commit with
 * `synchronous=FULL`, in another thread, so that readers are served while the disk takes its time; SQLite
 * itself, with `NORMAL`, brings the log to disk only before it copies it into the database.
 *
 * @throws the file system's error. What was committed then may be lost, and asking again would not tell.
 */
export function logOnDisk(): Promise<void> {
	slot.file ??= fs.openSync(`${env.databaseFile}-wal`, 'r+')
	const file = slot.file
	return new Promise((resolve, reject) => {
		fs.fdatasync(file, (error) => (error ? reject(error) : resolve()))
	})
}

export function closeLog(): void {
	if (slot.file !== null) fs.closeSync(slot.file)
	slot.file = null
}
