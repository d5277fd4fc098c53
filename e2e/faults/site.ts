import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { closeDatabase, migrate } from '@/db'
import { addPerson } from '@/domain/people'
import { createSecret } from '@/lib/secret'
import { generateStories, seedSite } from '../support/generate-data'
import { type ServerProcess, startServer } from '../support/server-process'

export const OWNER = {
	name: 'Trial Owner',
	email: 'owner@example.org',
	password: 'a good long password',
} as const

const STORIES = 12

/** Creates a small site in an empty data folder. */
export async function makeSite(dataDir: string, stories = STORIES): Promise<void> {
	rmSync(dataDir, { recursive: true, force: true })
	mkdirSync(dataDir, { recursive: true, mode: 0o700 })
	await pointAt(dataDir)
	await migrate()
	createSecret(join(dataDir, 'secret'))
	const staff = await seedSite()
	await addPerson({ ...OWNER, role: 'owner' })
	generateStories(stories, staff)
	await closeDatabase()
}

/** Uses a site's data folder in this process, for signing and for fixtures. */
export async function pointAt(dataDir: string): Promise<void> {
	await closeDatabase()
	process.env.DATA_DIR = dataDir
	delete process.env.SQUARE_SECRET
}

export const startSite = (
	dataDir: string,
	port: number,
	options: { wrapper?: string[]; program?: string; settings?: Record<string, string> } = {},
): Promise<ServerProcess> =>
	startServer({
		port,
		dataDir,
		...options,
		settings: { SQUARE_LIMITS: '0', SQUARE_SECRET: '', ...options.settings },
	})
