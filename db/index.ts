/** All that other folders use of the database, besides the tables in `schema.ts`. */
export {
	assertNewDataFolder,
	freeBytes,
	isUnfinishedDemo,
	openDataFolder,
	readableByOthers,
	restrictModes,
	SPACE_BYTES_LOW,
} from './data-folder'
export { health } from './health'
export type { LockKind } from './lock'
export { copyToPostgres, copyToSqlite, type MoveOptions, type MoveReport } from './move/copy'
export { excluded } from './operators'
export * from './port'
export type { IndexClause, IndexedText, IndexPhrase, IndexQuery, SearchIndex } from './search-index'
export type { Connection, Queryable } from './sqlite/connection'
export type { SchemaVersion } from './sqlite/schema-version'
export type { RankedMatch } from './sqlite/search-index'
export type { Tx } from './sqlite/write'
export type { Tally } from './tally'
