import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../support/server-process'
import { PORT } from './site'

/** Loads the demo edition, which takes longer than the tests of a file; their sites start on copies of it. */
export default async function globalSetup(): Promise<() => void> {
	const folder = mkdtempSync(join(tmpdir(), 'square-edition-'))
	const site = await startServer({ port: PORT, dataDir: folder, settings: { SQUARE_DEMO: '1' } })
	await site.close()
	process.env.DEMO_FOLDER = folder
	return () => rmSync(folder, { recursive: true, force: true })
}
