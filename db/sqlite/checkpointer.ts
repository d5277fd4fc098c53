import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { env } from '@/lib/env'
import { WAL_BYTES_MAX } from './wal-sync'

/** Often enough that a storm of votes leaves no more than a few megabytes to copy. */
const EVERY_MS = 200
/** It holds one connection and runs one statement. */
const RESOURCES = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 }
/** Twice the size at which SQLite begins the log anew by itself, so that this is the exception. */
const TRUNCATE_FROM_BYTES = 32 * 1024 * 1024
/** A log of this size is not a busy minute but a program that reads and does not end. */
const ALARM_BYTES = 128 * 1024 * 1024
/** The alarm is repeated while the log is too large. */
const ALARM_EVERY_MS = 60_000
/** After an error the thread is opened again: soon at first, and no more often than once a minute. */
const REOPEN_FIRST_MS = 500
const REOPEN_MAX_MS = 60_000

const MB = 1024 * 1024

type Options = { everyMs?: number; reopenMs?: number; truncateFrom?: number; alarmBytes?: number }

/**
 * Copies what is committed from the log into the database, in a thread of its own: within a commit it would
 * hold up every reader for tens of milliseconds. An error of the disk ends the thread, and it is opened again
 * with growing pauses. Until then commits copy the log themselves once it has grown (`connection.ts`).
 *
 * @returns ends it
 */
export function startCheckpointer({
	everyMs = EVERY_MS,
	reopenMs = REOPEN_FIRST_MS,
	truncateFrom = TRUNCATE_FROM_BYTES,
	alarmBytes = ALARM_BYTES,
}: Options = {}): () => Promise<unknown> {
	let thread: Worker | null = null
	let timer: NodeJS.Timeout | undefined
	let pause = reopenMs
	let closed = false
	const alarm = walSizeAlarm(alarmBytes)

	const reopen = (error?: unknown): void => {
		thread = null
		if (closed) return
		console.error(
			`WAL checkpoint thread stopped; commits checkpoint meanwhile, and it is restarted in ${pause / 1000} s.`,
			error ?? '',
		)
		timer = setTimeout(open, pause).unref()
		pause = Math.min(2 * pause, REOPEN_MAX_MS)
	}

	function open(): void {
		let failed: unknown
		try {
			thread = openThread({ everyMs, truncateFrom })
		} catch (error) {
			reopen(error)
			return
		}
		thread.on('message', (bytes: number) => {
			pause = reopenMs
			alarm(bytes)
		})
		thread.on('error', (error) => {
			failed = error
		})
		thread.on('exit', () => reopen(failed))
		thread.unref()
	}

	open()
	return async () => {
		closed = true
		clearTimeout(timer)
		await thread?.terminate()
	}
}

// Found at run time, in the project's folder: inside the bundle this file has no place of its own.
const openThread = (options: { everyMs: number; truncateFrom: number }): Worker =>
	new Worker(join(/* turbopackIgnore: true */ process.cwd(), 'db/sqlite/checkpointer.worker.mjs'), {
		workerData: { path: env.databaseFile, ...options },
		resourceLimits: RESOURCES,
		execArgv: [],
		env: {},
	})

/** Logs that the log is too large, and once that it no longer is. */
function walSizeAlarm(alarmBytes: number): (bytes: number) => void {
	let nextAt = Number.NEGATIVE_INFINITY
	let raised = false
	return (bytes) => {
		const size = `${Math.round(bytes / MB)} MB`
		if (bytes <= alarmBytes) {
			if (raised) console.error(`The SQLite WAL is down to ${size} again.`)
			raised = false
			return
		}
		if (raised && performance.now() < nextAt) return
		raised = true
		nextAt = performance.now() + ALARM_EVERY_MS
		console.error(
			`The SQLite WAL has grown to ${size}, because a program keeps the database open for reading ` +
				`(a SQL shell, a copy?). At ${WAL_BYTES_MAX / MB} MB nothing more can be written. End that program.`,
		)
	}
}
