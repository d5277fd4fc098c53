// A thread of its own that copies the log into the database: see checkpoints.ts.
import { workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

const { path, everyMs } = workerData
const database = new Database(path)
// Passive: it waits for nobody, and nobody waits for it.
setInterval(() => database.pragma('wal_checkpoint(PASSIVE)'), everyMs)
