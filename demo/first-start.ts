import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { assertNewDataFolder, databaseExists, isClosedCleanly, isDatabaseFile, isUnfinishedDemo } from '@/db'
import { env } from '@/lib/env'
import { fsyncPathSync } from '@/lib/fsync'
import { createSecret } from '@/lib/secret'
import { StartRefusal } from '@/lib/start-refusal'
import { loadDemoIntoServer } from './load-into-server'

/** Loads the demo edition into a folder, in a child process; resolves to true on success. */
export type LoadDemo = (folder: string) => Promise<boolean>

/** One folder per process: the loader of a killed start may still run for a moment. */
const loadingFolder = () => join(env.dataDir, `first-edition-${process.pid}`)
const loadedFolder = () => join(env.dataDir, 'first-edition-loaded')

/**
 * Loads the demo edition into an empty data folder: built in a subfolder, then moved, the database last. A start
 * after an interrupted one finishes the move or repeats the load. The caller holds the server lock.
 *
 * @throws StartRefusal if the folder holds other files, which are kept
 */
export async function loadDemoOnFirstStart({ demo = env.loadDemo, load = runLoader } = {}): Promise<void> {
	if (!isDatabaseFile) return loadDemoIntoServer({ demo, loadFolder: () => loadFolder(load) })
	const [hasDatabase, isLoaded] = [await databaseExists(), existsSync(loadedFolder())]
	if (isLoaded) assertRoomForEdition()
	else if (!hasDatabase) assertNewDataFolder()
	for (const name of readdirSync(env.dataDir).filter(isUnfinishedDemo))
		rmSync(join(env.dataDir, name), { recursive: true, force: true })
	if (!isLoaded) {
		if (hasDatabase || !demo) return
		await makeDemo(load)
	}
	moveIntoDataFolder()
}

/** The folder with the edition of this start, or of an earlier one that ended early. */
async function loadFolder(load: LoadDemo): Promise<string> {
	if (!existsSync(loadedFolder())) {
		rmSync(loadingFolder(), { recursive: true, force: true })
		await makeDemo(load)
	}
	return loadedFolder()
}

async function makeDemo(load: LoadDemo): Promise<void> {
	console.log('Loading the demo edition, less than a minute (SQUARE_DEMO=0 starts empty) …')
	mkdirSync(loadingFolder(), { mode: 0o700 })
	if (!(await load(loadingFolder())) || !isClosedCleanly(loadingFolder()))
		throw new Error('Loading the demo edition failed; the loader’s error is above.')
	fsyncPathSync(loadingFolder())
	renameSync(loadingFolder(), loadedFolder())
	fsyncPathSync(env.dataDir)
}

/** Files of the edition, in the order of the move. */
const PARTS = ['media', 'square.db']

/** Checks all targets before the first move. @throws StartRefusal if one exists */
function assertRoomForEdition(): void {
	for (const name of PARTS) {
		const to = join(env.dataDir, name)
		if (existsSync(join(loadedFolder(), name)) && existsSync(to))
			throw new StartRefusal(
				`The demo edition of an earlier start lies ready in ${loadedFolder()}, but ${to} exists too.`,
				`Nothing was changed. Move ${loadedFolder()} away if the site has content of its own, and start again.`,
			)
	}
}

function moveIntoDataFolder(): void {
	for (const name of PARTS) {
		const [from, to] = [join(loadedFolder(), name), join(env.dataDir, name)]
		if (!existsSync(from)) continue
		// Before the database: a start refuses a database without its secret.
		if (name === 'square.db' && env.secretFile) createSecret(env.secretFile)
		renameSync(from, to)
		fsyncPathSync(env.dataDir)
	}
	rmSync(loadedFolder(), { recursive: true })
}

/** Runs the loader as a child process; the IPC channel ends it together with this process. */
async function runLoader(folder: string): Promise<boolean> {
	const loader = spawn(process.execPath, ['scripts/square.mjs', 'seed', 'demo'], {
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		// Into a database file, also where the site has another database.
		env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' },
	})
	const [status] = await once(loader, 'exit')
	return status === 0
}
