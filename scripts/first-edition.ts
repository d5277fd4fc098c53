import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'

/**
 * Gives a new data folder the demo edition. It is made aside, in a process of its own, and moved in whole
 * (the database last), so that a start cut short leaves either all of it or nothing.
 */
export function bringFirstEdition(): void {
	const database = env.databaseFile
	if (existsSync(database)) return
	console.log('Loading the demo edition, less than a minute (SQUARE_DEMO=0 starts empty) …')
	const aside = join(env.dataDir, 'first-edition')
	rmSync(aside, { recursive: true, force: true })
	mkdirSync(aside, { recursive: true })
	const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'cli/main.ts', 'seed', 'demo'], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, DATA_DIR: aside },
	})
	if (status !== 0) throw new Error('The demo edition could not be loaded; what went wrong is above.')
	rmSync(join(env.dataDir, 'media'), { recursive: true, force: true })
	renameSync(join(aside, 'media'), join(env.dataDir, 'media'))
	renameSync(join(aside, 'square.db'), database)
	rmSync(aside, { recursive: true, force: true })
}
