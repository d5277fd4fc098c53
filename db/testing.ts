import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { closeDatabase } from './connection'
import { migrate } from './migrate'

/** Gives the test file a migrated database of its own in a temporary folder. */
export function withDatabase(): void {
	let folder: string
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'square-test-'))
		closeDatabase()
		process.env.DATA_DIR = folder
		migrate()
	})
	afterAll(() => {
		closeDatabase()
		rmSync(folder, { recursive: true, force: true })
	})
}
