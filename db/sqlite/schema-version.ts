import Database from 'better-sqlite3'

/** The moment of a migration, in ms since 1970, as Drizzle keeps it: greater means a newer schema. */
export type SchemaVersion = number

/** The schema version of a database file: 0 where no migration was ever applied. */
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
