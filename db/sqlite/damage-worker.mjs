// Worker thread: looks for damage in the database while the server runs.
import { parentPort, workerData } from 'node:worker_threads'
import { findDamage } from './damage.mjs'

parentPort?.postMessage(findDamage(workerData.path))
