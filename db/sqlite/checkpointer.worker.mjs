// A thread of its own that copies the log into the database: see checkpointer.ts. Any error ends it.
import { statSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

const { path, everyMs, truncateFrom } = workerData

// It waits for no lock: a checkpoint that empties the log would keep writers out meanwhile.
const database = new Database(path, { timeout: 0 })

function copy() {
	const [{ log, checkpointed }] = database.pragma('wal_checkpoint(PASSIVE)')
	const bytes = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0
	// All is copied, so no reader needs the log any more, unless one has just begun.
	if (bytes > truncateFrom && log === checkpointed) database.pragma('wal_checkpoint(TRUNCATE)')
	parentPort.postMessage(bytes)
}

copy()
setInterval(copy, everyMs)
