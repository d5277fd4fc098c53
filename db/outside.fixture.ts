import { parentPort, workerData } from 'node:worker_threads'
import { EVERYTHING, onChanges } from '@/lib/changes'
import { joinCommits } from './commit-count'
import { settings } from './schema'
import { write } from './write'

/** Thread for outside.test.ts: writes without a pause, and posts each commit and each foreign one it notices. */
joinCommits(workerData as Int32Array)
onChanges(({ now }) => {
	if (now.includes(EVERYTHING)) parentPort?.postMessage('foreign')
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
