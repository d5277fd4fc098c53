import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { ALL_TAGS, invalidate } from '@/lib/invalidation'
import { forgetLanguage } from '@/lib/messages/messages'
import { createSecret } from '@/lib/secret'
import { usesPostgres } from './dialect'
import { closeDatabase } from './port'
import * as postgres from './postgres/testing'
import * as sqlite from './sqlite/testing'

const database: typeof sqlite = usesPostgres ? (postgres as unknown as typeof sqlite) : sqlite

export const { brokenReferences, queryRows, tableConfig, traceWrites } = database

/** Gives the test file a data folder of its own, with a migrated database and a secret. */
export function withDatabase(): void {
	let folder: string
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'square-test-'))
		await closeDatabase()
		process.env.DATA_DIR = folder
		await database.makeDatabase()
		createSecret(join(folder, 'secret'))
		// Test files share a process, whose memoized reads belong to the previous database.
		invalidate({ immediate: [ALL_TAGS], deferred: [] })
	})
	afterAll(async () => {
		forgetLanguage()
		await closeDatabase()
		await database.dropDatabase()
		rmSync(folder, { recursive: true, force: true })
	})
}
