import { promises as files } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { write } from '@/db/write'
import { env } from '@/lib/env'
import { singleton } from '@/lib/singleton'
import { findArticle } from './articles/find-article'
import { listLatest } from './articles/lists'

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

/** Readiness check: reads the latest story, checks free space and commits a heartbeat. */
export async function isReady(): Promise<boolean> {
	try {
		const [latest] = await listLatest({ limit: 1 })
		if (latest) await findArticle(latest.slug)
	} catch (error) {
		console.error('Not ready: reading the latest story failed.', error)
		return false
	}
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
