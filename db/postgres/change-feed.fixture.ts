import { onInvalidate } from '@/lib/invalidation'
import { settings } from '../schema'
import { closeDatabase, watchExternalWrites } from './change-feed'
import { write } from './write'

/**
 * Another server process of change-feed.test.ts: commits the tag of each message, and reports the commit and all
 * invalidations.
 */
export type ToOther = { tag: 'settings' | 'ads'; isCount?: boolean } | 'close'

const report = (message: unknown) => process.send?.(message)

onInvalidate((changes) => report({ changes }))
watchExternalWrites()
process.on('message', async (message: ToOther) => {
	if (message === 'close') {
		await closeDatabase()
		process.exit()
	}
	const { tag, isCount } = message
	await write(async (tx) => {
		await tx
			.insert(settings)
			.values({ key: tag, value: 0 })
			.onConflictDoUpdate({ target: settings.key, set: { value: 0 } })
		if (isCount) tx.changedCount(tag)
		else tx.changed(tag)
	})
	report({ committed: tag })
})
process.on('disconnect', () => process.exit())
