import Database from 'better-sqlite3'
import { fsyncPathSync } from '@/lib/fsync'

/** 8 MB a step at SQLite's default page size, so that progress output and other work run between steps. */
const PAGES_PER_STEP = 2_000

/**
 * Copies a database during writes by other connections. The copy is a snapshot at the time of the call: an open
 * read transaction pins it, without which SQLite restarts the copy at every commit of another process.
 *
 * @param onProgress called with the copied share, 0 to 1
 * @throws SqliteError for a missing or damaged source, or a target that cannot be written
 */
export async function copyDatabase(
	from: string,
	to: string,
	onProgress: (share: number) => void = () => {},
): Promise<void> {
	const source = new Database(from, { readonly: true, fileMustExist: true })
	try {
		source.exec('begin')
		source.prepare('select count(*) from sqlite_schema').get()
		await source.backup(to, {
			progress: ({ totalPages, remainingPages }) => {
				if (totalPages > 0) onProgress(1 - remainingPages / totalPages)
				return PAGES_PER_STEP
			},
		})
	} finally {
		source.close()
	}
	// Rollback-journal mode makes the copy a single file without a WAL.
	const copy = new Database(to)
	try {
		copy.pragma('journal_mode = DELETE')
	} finally {
		copy.close()
	}
	fsyncPathSync(to)
}
