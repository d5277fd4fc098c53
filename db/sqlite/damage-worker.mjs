// Worker thread of `checkInBackground`: runs the integrity check while the server runs.
import { parentPort, workerData } from 'node:worker_threads'
import { findDamage } from './damage.mjs'

parentPort?.postMessage(findDamage(workerData.path))
