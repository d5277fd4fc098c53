import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerProcess, startServer } from '../support/server-process'

export const PORT = Number(process.env.BROWSERS_PORT ?? 3790)

/** Starts the built site with a copy of the demo edition, for the browsers that Playwright does not drive. */
export async function startSite(port = PORT): Promise<ServerProcess> {
	const dataDir = mkdtempSync(join(tmpdir(), 'square-browsers-'))
	cpSync(process.env.DEMO_FOLDER ?? '', dataDir, { recursive: true })
	const site = await startServer({ port, dataDir, settings: { SQUARE_LIMITS: '0' } })
	return {
		...site,
		async close() {
			await site.close()
			rmSync(dataDir, { recursive: true, force: true })
		},
	}
}

export const otherPort = PORT + 1
export const newsboatPort = PORT + 2
export const journeyPort = PORT + 3

/** A story with a thread, tags, sources and an author. */
export const STORY = '/news/seat-decided-by-lot'
/** A story without ratings and comments. */
export const NEW_STORY = '/news/ropewalk-bridge-closed'
