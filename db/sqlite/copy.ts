import Database from 'better-sqlite3'
import { fsyncPathSync } from '@/lib/fsync'

/** Eight megabytes a step with SQLite's usual page size, so that a progress line and other work fit between. */
const PAGES_PER_STEP = 2_000

/**
 * Copies a database while others write to it. The copy is the database of one moment: everything committed
 * before the call, nothing after. An open read transaction pins that moment; without it SQLite begins the copy
 * anew at every commit of another process.
 *
 * @param onProgress called with the copied share, 0 to 1
 * @throws SqliteError where the source is missing or damaged, or the target cannot be written
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
	// One file that is whole by itself, without a write-ahead log beside it.
	const copy = new Database(to)
	try {
		copy.pragma('journal_mode = DELETE')
	} finally {
		copy.close()
	}
	fsyncPathSync(to)
}
