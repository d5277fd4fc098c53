/** SQLite's part of the port in `db/index.ts`. */
export { startCheckpointer as startMaintenance } from './checkpointer'
export { joinWriters, writersData } from './commit-count'
export { closeDatabase, readDb } from './connection'
export { isForeignKeyViolation, isUniqueViolation } from './constraint-violation'
export { copyDatabase } from './copy'
export {
	assertOpenable,
	awaitDatabase,
	checkDatabase,
	checkInBackground,
	countPhotos,
	countReadersAndPeople,
	damageOf,
	databaseExists,
	describeServer,
	isClosedCleanly,
	isDatabaseFile,
	isSearchIndexDamaged,
	logBytes,
	pendingMigrations,
	photoHashesIn,
	releaseSchemaVersion,
	requireDatabaseFile,
	tryWriteLock,
} from './database-file'
export { watchExternalWrites } from './external-writes'
export { migrate } from './migrate'
export {
	allNumbers,
	equalsUnindexed,
	inList,
	inNumbers,
	least,
	listParameter,
	valuesOf,
} from './operators'
export { prepared } from './prepared'
export { schemaVersionOf } from './schema-version'
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
	rankedMatches,
	removeFromIndexes,
	removeWords,
	wordsAfter,
	wordsInIndex,
	wordsOfLength,
	wordsWithPrefix,
} from './search-index'
export { acquireServerLock, exclusively, instanceCount, isServerRunning } from './server-lock'
export { write } from './write'
