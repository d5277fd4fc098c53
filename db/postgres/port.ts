/** PostgreSQL's part of the port in `db/index.ts`. */
export { closeDatabase, watchExternalWrites } from './change-feed'
export { readDb } from './connection'
export { isForeignKeyViolation, isUniqueViolation } from './constraint-violation'
export { exclusively } from './exclusively'
export { instanceCount, writersData } from './instance'
export {
	assertOpenable,
	awaitDatabase,
	databaseExists,
	describeServer,
	migrate,
	pendingMigrations,
} from './migrate'
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
	isDatabaseFile,
	isSearchIndexDamaged,
	isServerRunning,
	joinWriters,
	logBytes,
	photoHashesIn,
	releaseSchemaVersion,
	requireDatabaseFile,
	schemaVersionOf,
	startMaintenance,
	tryWriteLock,
} from './server-duties'
export { write } from './write'
