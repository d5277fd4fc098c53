import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { assertNewDataFolder, isUnfinishedDemo } from '@/db/data-folder'
import { sizeOf } from '@/db/sqlite/database-file'
import { env } from '@/lib/env'
import { fsyncPathSync } from '@/lib/fsync'
import { createSecret } from '@/lib/secret'
import { StartRefusal } from '@/lib/start-refusal'

/** Loads the demo edition into a folder, in a process of its own; resolves to whether that succeeded. */
export type LoadDemo = (folder: string) => Promise<boolean>

/** A folder for each attempt: the loader of a start that was killed may live a moment longer. */
const loading = () => join(env.dataDir, `first-edition-${process.pid}`)
const loaded = () => join(env.dataDir, 'first-edition-loaded')

/**
 * Gives an empty data folder the demo edition. It is made in a folder of its own and moved in whole, the
 * database last; a start that was cut short is finished by the next one, or begun again. The caller holds the
 * server lock.
 *
 * @throws StartRefusal where the folder holds anything else, which stays
 */
export async function loadDemoOnFirstStart({ demo = env.loadDemo, load = seedDemo } = {}): Promise<void> {
	const [hasDatabase, isLoaded] = [existsSync(env.databaseFile), existsSync(loaded())]
	if (isLoaded) assertRoomForEdition()
	else if (!hasDatabase) assertNewDataFolder()
	for (const name of readdirSync(env.dataDir).filter(isUnfinishedDemo))
		rmSync(join(env.dataDir, name), { recursive: true, force: true })
	if (!isLoaded) {
		if (hasDatabase || !demo) return
		await makeDemo(load)
	}
	moveIn()
}

async function makeDemo(load: LoadDemo): Promise<void> {
	console.log('Loading the demo edition, less than a minute (SQUARE_DEMO=0 starts empty) …')
	mkdirSync(loading(), { mode: 0o700 })
	if (!(await load(loading())) || sizeOf(join(loading(), 'square.db-wal')) > 0)
		throw new Error('The demo edition could not be loaded; what went wrong is above.')
	fsyncPathSync(loading())
	renameSync(loading(), loaded())
	fsyncPathSync(env.dataDir)
}

/** What an edition consists of, in the order in which it is moved in. */
const PARTS = ['media', 'square.db']

/** All is looked at before the first part is moved. @throws StartRefusal */
function assertRoomForEdition(): void {
	for (const name of PARTS) {
		const to = join(env.dataDir, name)
		if (existsSync(join(loaded(), name)) && existsSync(to))
			throw new StartRefusal(
				`The demo edition of an earlier start lies ready in ${loaded()}, but ${to} is there too.`,
				`Nothing was changed. Move ${loaded()} away if the site has content of its own, and start again.`,
			)
	}
}

function moveIn(): void {
	for (const name of PARTS) {
		const [from, to] = [join(loaded(), name), join(env.dataDir, name)]
		if (!existsSync(from)) continue
		// Before the database, which without its secret would be taken for one that has lost it.
		if (name === 'square.db' && env.secretFile) createSecret(env.secretFile)
		renameSync(from, to)
		fsyncPathSync(env.dataDir)
	}
	rmSync(loaded(), { recursive: true })
}

/** The channel between the processes ends the loader together with this one. */
async function seedDemo(folder: string): Promise<boolean> {
	const loader = spawn(process.execPath, ['--import', 'tsx', 'cli/main.ts', 'seed', 'demo'], {
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		env: { ...process.env, DATA_DIR: folder },
	})
	const [status] = await once(loader, 'exit')
	return status === 0
}
