import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { ALL_TAGS, invalidate } from '@/lib/invalidation'
import { forgetLanguage } from '@/lib/messages/messages'
import { createSecret } from '@/lib/secret'
import { closeDatabase } from './sqlite/connection'
import { migrate } from './sqlite/migrate'

export { traceWrites } from './sqlite/trace-writes'

/** Gives the test file a data folder of its own, with a migrated database and a secret. */
export function withDatabase(): void {
	let folder: string
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'square-test-'))
		await closeDatabase()
		process.env.DATA_DIR = folder
		await migrate()
		createSecret(join(folder, 'secret'))
		// Test files share a process, whose memoized reads belong to the previous database.
		invalidate({ immediate: [ALL_TAGS], deferred: [] })
	})
	afterAll(async () => {
		forgetLanguage()
		await closeDatabase()
		rmSync(folder, { recursive: true, force: true })
	})
}
