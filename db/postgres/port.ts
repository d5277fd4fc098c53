/** PostgreSQL's part of the port in `db/index.ts`. */
export { closeDatabase, watchExternalWrites } from './change-feed'
export { assertSupported, readDb } from './connection'
export { isForeignKeyViolation, isUniqueViolation } from './constraint-violation'
export { instanceCount, joinWriters, writersData } from './instance'
export { assertOpenable, databaseExists, migrate, pendingMigrations } from './migrate'
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
export {
	acquireServerLock,
	checkDatabase,
	checkInBackground,
	copyDatabase,
	countPhotos,
	countReadersAndPeople,
	damageOf,
	isClosedCleanly,
	isSearchIndexDamaged,
	isServerRunning,
	logBytes,
	photoHashesIn,
	releaseSchemaVersion,
	schemaVersionOf,
	startMaintenance,
	tryWriteLock,
} from './server-duties'
export { write } from './write'
