import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { announce, EVERYTHING } from '@/lib/changes'
import { createSecret } from '@/lib/secret'
import { closeDatabase } from './connection'
import { migrate } from './migrate'

/** Gives the test file a data folder of its own, with a migrated database and a secret. */
export function withDatabase(): void {
	let folder: string
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'square-test-'))
		closeDatabase()
		process.env.DATA_DIR = folder
		migrate()
		createSecret(join(folder, 'secret'))
		// Files share a process, and what it keeps in memory is of the database before.
		announce({ now: [EVERYTHING], soon: [] })
	})
	afterAll(() => {
		closeDatabase()
		rmSync(folder, { recursive: true, force: true })
	})
}
