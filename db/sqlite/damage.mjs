// @ts-check
import Database from 'better-sqlite3'

/** Findings reported at most, enough to show the extent. */
const FINDINGS_MAX = 5
const BUSY_TIMEOUT_MS = 5_000

/**
 * Reads the whole database and returns its defects, or an empty array. The connection is read-only, so that
 * closing it never checkpoints the WAL of another database.
 *
 * @param {string} path
 * @param {'quick_check' | 'integrity_check'} check the second also compares every index with its table
 * @returns {string[]}
 */
export function findDamage(path, check = 'quick_check') {
	try {
		const database = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
		try {
			return [...brokenPages(database, check), ...brokenReferences(database)]
		} finally {
			database.close()
		}
	} catch (error) {
		return [/** @type {Error} */ (error).message]
	}
}

/**
 * @param {Database.Database} database
 * @param {'quick_check' | 'integrity_check'} check
 */
function brokenPages(database, check) {
	const rows = /** @type {Record<string, string>[]} */ (database.pragma(`${check}(${FINDINGS_MAX})`))
	return rows.map((row) => row[check] ?? '').filter((text) => text !== 'ok')
}

/** @param {Database.Database} database */
function brokenReferences(database) {
	/** @type {Map<string, number>} */
	const counts = new Map()
	for (const row of database.prepare('pragma foreign_key_check').iterate()) {
		const { table, parent } = /** @type {{ table: string, parent: string }} */ (row)
		const name = `${table} to ${parent}`
		counts.set(name, (counts.get(name) ?? 0) + 1)
	}
	return [...counts].map(([name, count]) => `${count} broken references from ${name}`)
}
