import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { env } from '@/lib/env'

/** Often enough that a storm of votes leaves no more than a few megabytes to copy. */
const EVERY_MS = 200
/** It holds one connection and runs one statement. */
const RESOURCES = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 }

/**
 * Copies what is committed from the log into the database, in a thread of its own: within a commit it would
 * hold up every reader for tens of milliseconds. Should the thread end, commits do it themselves once the log
 * has grown to its limit (`connection.ts`).
 */
export function copyLogBeside(everyMs = EVERY_MS): Worker {
	// Found at run time, in the project's folder: inside the bundle this file has no place of its own.
	const thread = new Worker(join(/* turbopackIgnore: true */ process.cwd(), 'db/log-copier.mjs'), {
		workerData: { path: env.databaseFile, everyMs },
		resourceLimits: RESOURCES,
		execArgv: [],
		env: {},
	})
	thread.on('error', (error) => console.error('The log is not copied beside the house any more.', error))
	thread.unref()
	return thread
}
