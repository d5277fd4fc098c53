import Database from 'better-sqlite3'

/** Creation time of the newest applied migration, in ms since 1970, as stored by Drizzle; greater is newer. */
export type SchemaVersion = number

/** Schema version of a database file; 0 without an applied migration. @throws SqliteError for a missing file */
export function schemaVersionOf(path: string): SchemaVersion {
	const database = new Database(path, { readonly: true, fileMustExist: true })
	try {
		const table = database
			.prepare(`select 1 from sqlite_schema where type = 'table' and name = '__drizzle_migrations'`)
			.get()
		if (!table) return 0
		const newest = database.prepare('select max(created_at) as version from __drizzle_migrations').get()
		return (newest as { version: number | null }).version ?? 0
	} finally {
		database.close()
	}
}
