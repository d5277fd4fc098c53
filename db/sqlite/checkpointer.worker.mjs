// Worker thread of checkpointer.ts: checkpoints the WAL at an interval. Any error ends the thread.
import { statSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

const { path, everyMs, truncateFrom } = workerData

// No busy timeout: a waiting TRUNCATE checkpoint would block writers.
const database = new Database(path, { timeout: 0 })

function checkpoint() {
	const [{ log, checkpointed }] = database.pragma('wal_checkpoint(PASSIVE)')
	const bytes = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0
	// Every frame is checkpointed, so TRUNCATE succeeds unless a reader has just begun.
	if (bytes > truncateFrom && log === checkpointed) database.pragma('wal_checkpoint(TRUNCATE)')
	parentPort.postMessage(bytes)
}

checkpoint()
setInterval(checkpoint, everyMs)
