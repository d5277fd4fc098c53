import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { env } from '@/lib/env'
import { WAL_BYTES_MAX } from './wal-sync'

/** Interval of checkpoints: at peak vote rates a few megabytes of WAL accumulate in it. */
const EVERY_MS = 200
/** Small heap: the thread holds one connection and runs one statement. */
const RESOURCES = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 }
/** Twice the WAL size at which a commit checkpoints by itself, so that truncation stays rare. */
const TRUNCATE_FROM_BYTES = 32 * 1024 * 1024
/** A WAL of this size is caused by a long read transaction, not by load. */
const ALARM_BYTES = 128 * 1024 * 1024
/** Interval of the warning while the WAL stays too large. */
const ALARM_EVERY_MS = 60_000
/** Exponential backoff of restarts after an error, from half a second to a minute. */
const REOPEN_FIRST_MS = 500
const REOPEN_MAX_MS = 60_000

const MB = 1024 * 1024

type Options = { everyMs?: number; reopenMs?: number; truncateFrom?: number; alarmBytes?: number }

/**
 * Runs WAL checkpoints in a worker thread, because a checkpoint within a commit delays every request by tens of
 * milliseconds. A disk error ends the thread, which restarts with exponential backoff; meanwhile commits
 * checkpoint the WAL above `WAL_PAGES_MAX` (`connection.ts`).
 *
 * @returns a function that stops the thread
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

// Resolved at run time from the project folder, because the bundle does not contain the worker file.
const openThread = (options: { everyMs: number; truncateFrom: number }): Worker =>
	new Worker(join(/* turbopackIgnore: true */ process.cwd(), 'db/sqlite/checkpointer.worker.mjs'), {
		workerData: { path: env.databaseFile, ...options },
		resourceLimits: RESOURCES,
		execArgv: [],
		env: {},
	})

/** Logs a WAL above `alarmBytes`, at most once a minute, and its return below. */
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
				`(a SQL shell, a copy?). At ${WAL_BYTES_MAX / MB} MB writes are refused. End that program.`,
		)
	}
}
