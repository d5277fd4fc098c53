import { parentPort, workerData } from 'node:worker_threads'
import { ALL_TAGS, onInvalidate } from '@/lib/invalidation'
import { settings } from '../schema'
import { write } from '../write'
import { joinCommitCounters } from './commit-count'

/** Thread for external-writes.test.ts: writes without a pause, and posts each commit and each foreign one it notices. */
joinCommitCounters(workerData as Int32Array)
onInvalidate(({ immediate }) => {
	if (immediate.includes(ALL_TAGS)) parentPort?.postMessage('foreign')
})
for (let number = 1; ; number += 1) {
	await write(async (tx) => {
		await tx
			.insert(settings)
			.values({ key: 'load', value: number })
			.onConflictDoUpdate({ target: settings.key, set: { value: number } })
	})
	parentPort?.postMessage('commit')
}
