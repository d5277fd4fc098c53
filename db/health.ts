import { promises as files } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { env } from '@/lib/env'
import { singleton } from '@/lib/singleton'
import { write } from './port'

/** Minimum interval of heartbeat writes; load balancers check as often as every second. */
const HEARTBEAT_EVERY_MS = 5_000
/** Free space for a few hundred comments: with less, a heartbeat may succeed while a comment fails. */
const FREE_BYTES_MIN = 1024 * 1024
/** Timeout of a check, about that of load balancers. */
const ANSWER_WITHIN_MS = 2_000

const heartbeat = singleton('heartbeat', () => ({
	at: Number.NEGATIVE_INFINITY,
	pending: false,
	written: Promise.resolve(true),
}))

/** Whether the database takes writes: the disk has free space, and a heartbeat commits within 2 s. */
export async function health(): Promise<boolean> {
	if (!(await hasFreeSpace())) {
		console.error('Not ready: the disk of the data folder is full.')
		return false
	}
	return Promise.race([canWrite(), sleep(ANSWER_WITHIN_MS, false, { ref: false })])
}

async function hasFreeSpace(): Promise<boolean> {
	const { bavail, bsize } = await files.statfs(env.dataDir)
	return bavail * bsize >= FREE_BYTES_MIN
}

/** The result of the last heartbeat, an empty write through the write queue. */
function canWrite(): Promise<boolean> {
	if (heartbeat.pending || performance.now() < heartbeat.at + HEARTBEAT_EVERY_MS) return heartbeat.written
	heartbeat.at = performance.now()
	heartbeat.pending = true
	heartbeat.written = write(async () => true)
		.catch(() => false)
		.finally(() => {
			heartbeat.pending = false
		})
	return heartbeat.written
}
