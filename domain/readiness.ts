import { promises as files } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { write } from '@/db/write'
import { env } from '@/lib/env'
import { singleton } from '@/lib/singleton'
import { findArticle } from './articles/find-article'
import { listLatest } from './articles/lists'

/** A load balancer may ask every second; the disk is asked no more often than this. */
const HEARTBEAT_EVERY_MS = 5_000
/** Room for a few hundred comments. With less, a heartbeat may still fit where a comment does not. */
const FREE_BYTES_MIN = 1024 * 1024
/** A check that waits longer counts as failed: load balancers give up about then. */
const ANSWER_WITHIN_MS = 2_000

const heartbeat = singleton('heartbeat', () => ({
	at: Number.NEGATIVE_INFINITY,
	underWay: false,
	written: Promise.resolve(true),
}))

/** Whether a story can be read, as a reader would, and a write reaches the disk. */
export async function isReady(): Promise<boolean> {
	try {
		const [latest] = await listLatest({ limit: 1 })
		if (latest) await findArticle(latest.slug)
	} catch (error) {
		console.error('Not ready: stories cannot be read.', error)
		return false
	}
	if (!(await hasRoom())) {
		console.error('Not ready: the disk that holds the database is full.')
		return false
	}
	return Promise.race([canWrite(), sleep(ANSWER_WITHIN_MS, false, { ref: false })])
}

async function hasRoom(): Promise<boolean> {
	const { bavail, bsize } = await files.statfs(env.dataDir)
	return bavail * bsize >= FREE_BYTES_MIN
}

/** The outcome of the last heartbeat, which is an empty write that goes the way of all others. */
function canWrite(): Promise<boolean> {
	if (heartbeat.underWay || performance.now() < heartbeat.at + HEARTBEAT_EVERY_MS) return heartbeat.written
	heartbeat.at = performance.now()
	heartbeat.underWay = true
	heartbeat.written = write(async () => true)
		.catch(() => false)
		.finally(() => {
			heartbeat.underWay = false
		})
	return heartbeat.written
}
