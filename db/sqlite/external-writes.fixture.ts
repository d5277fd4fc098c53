import { parentPort, workerData } from 'node:worker_threads'
import { ALL_TAGS, onInvalidate } from '@/lib/invalidation'
import { settings } from '../schema'
import { joinWriters } from './commit-count'
import { write } from './write'

/**
 * Worker thread of external-writes.test.ts: writes in a loop; posts its commits and the external ones it
 * detects.
 */
joinWriters(workerData)
onInvalidate(({ immediate }) => {
	if (immediate.includes(ALL_TAGS)) parentPort?.postMessage('external')
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
