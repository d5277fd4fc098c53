/**
 * Port of the database: all that other folders use of it, besides the tables in `schema.ts`. Requests use `readDb`,
 * `write`, `prepared`, `isUniqueViolation` and `health`; the server's programs and the command line use the rest. A
 * dialect supplies these functions; SQLite's are in `sqlite/`.
 */
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
export type { IndexClause, IndexedText, IndexPhrase, IndexQuery, SearchIndex } from './search-index'
export { startCheckpointer as startMaintenance } from './sqlite/checkpointer'
export { joinWriters, writersData } from './sqlite/commit-count'
export { assertSupported, type Connection, closeDatabase, type Queryable, readDb } from './sqlite/connection'
export { isForeignKeyViolation, isUniqueViolation } from './sqlite/constraint-violation'
export { copyDatabase } from './sqlite/copy'
export {
	assertOpenable,
	checkDatabase,
	checkInBackground,
	countPhotos,
	countReadersAndPeople,
	damageOf,
	databaseExists,
	isClosedCleanly,
	isSearchIndexDamaged,
	logBytes,
	pendingMigrations,
	photoHashesIn,
	releaseSchemaVersion,
	tryWriteLock,
} from './sqlite/database-file'
export { watchExternalWrites } from './sqlite/external-writes'
export { migrate } from './sqlite/migrate'
export {
	allNumbers,
	equalsUnindexed,
	excluded,
	inList,
	inNumbers,
	least,
	listParameter,
	valuesOf,
} from './sqlite/operators'
export { prepared } from './sqlite/prepared'
export { type SchemaVersion, schemaVersionOf } from './sqlite/schema-version'
export {
	addToIndex,
	addWords,
	checkIndexes,
	clearIndexes,
	countMatches,
	firstLetters,
	indexedIds,
	knownWords,
	matchesAmong,
	newestMatches,
	type RankedMatch,
	rankedMatches,
	removeFromIndexes,
	removeWords,
	wordsAfter,
	wordsInIndex,
	wordsOfLength,
	wordsWithPrefix,
} from './sqlite/search-index'
export { acquireServerLock, isServerRunning } from './sqlite/server-lock'

export { type Tx, write } from './sqlite/write'
