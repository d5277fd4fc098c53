import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { assertNewDataFolder } from '@/db/data-folder'
import { sizeOf } from '@/db/sqlite/database-file'
import { env } from '@/lib/env'
import { fsyncPathSync } from '@/lib/fsync'
import { StartRefusal } from '@/lib/start-refusal'

/** Loads the demo edition into a folder, in a process of its own; returns whether that succeeded. */
export type LoadEdition = (folder: string) => boolean

const loading = () => join(env.dataDir, 'first-edition')
const loaded = () => join(env.dataDir, 'first-edition-loaded')

/**
 * Gives an empty data folder the demo edition. It is made in a folder of its own and moved in whole, the
 * database last; a start that was cut short is finished by the next one, or begun again. The caller holds the
 * server lock.
 *
 * @throws StartRefusal where the folder holds anything else, which stays
 */
export function bringFirstEdition({ demo = env.demo, load = seedDemo } = {}): void {
	rmSync(loading(), { recursive: true, force: true })
	if (!existsSync(loaded())) {
		if (existsSync(env.databaseFile) || !demo) return
		makeEdition(load)
	}
	moveIn()
}

function makeEdition(load: LoadEdition): void {
	assertNewDataFolder()
	console.log('Loading the demo edition, less than a minute (SQUARE_DEMO=0 starts empty) …')
	mkdirSync(loading(), { mode: 0o700 })
	if (!load(loading()) || sizeOf(join(loading(), 'square.db-wal')) > 0)
		throw new Error('The demo edition could not be loaded; what went wrong is above.')
	fsyncPathSync(loading())
	renameSync(loading(), loaded())
	fsyncPathSync(env.dataDir)
}

function moveIn(): void {
	for (const name of ['media', 'square.db']) {
		const [from, to] = [join(loaded(), name), join(env.dataDir, name)]
		if (!existsSync(from)) continue
		if (existsSync(to))
			throw new StartRefusal(
				`The demo edition of an earlier start lies ready in ${loaded()}, but ${to} is there too.`,
				`Nothing was changed. Move ${loaded()} away if the site has content of its own, and start again.`,
			)
		renameSync(from, to)
		fsyncPathSync(env.dataDir)
	}
	rmSync(loaded(), { recursive: true })
}

function seedDemo(folder: string): boolean {
	const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'cli/main.ts', 'seed', 'demo'], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, DATA_DIR: folder },
	})
	return status === 0
}
