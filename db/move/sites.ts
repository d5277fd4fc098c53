import { existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { env } from '@/lib/env'
import { fsyncPathSync } from '@/lib/fsync'
import { StartRefusal } from '@/lib/start-refusal'
import { isUnfinishedDatabase } from '../data-folder'
import * as postgres from '../postgres/migrate'
import { isServerRunning } from '../postgres/server-duties'
import * as sqlite from '../sqlite/database-file'
import { acquireServerLock } from '../sqlite/server-lock'
import { copyToPostgres, copyToSqlite, equalsSqlite, type MoveOptions, type MoveReport } from './copy'

/** Files and folders of a data folder, also of one in which a move was interrupted. */
const KNOWN_NAMES = /^(media|secret(\.new)?|snapshots|server\.lock|lost\+found|square\.db(-wal|-shm)?)$/

/**
 * Copies the database of the data folder into the one of `DATABASE_URL`, which this process uses. The former stays as it
 * is, and locked until the process ends.
 *
 * @throws StartRefusal for a running server, a damaged or older source, and a target that is unreachable, in use or not empty
 */
export async function moveToPostgres(options: MoveOptions = {}): Promise<MoveReport> {
	const file = env.databaseFile
	if (!existsSync(file))
		throw new StartRefusal(
			`There is no database in ${env.dataDir}.`,
			'Set DATA_DIR to the data folder of the site.',
		)
	acquireServerLock()
	await sqlite.assertOpenable()
	await assertMigrated(sqlite, file)
	const damage = sqlite.damageOf(file)
	if (damage.length > 0)
		throw new StartRefusal(`The database ${file} is damaged: ${damage.join('; ')}.`, 'Nothing was changed.')
	await postgres.assertOpenable()
	await assertNoServer('The server of DATABASE_URL')
	await postgres.migrate()
	return copyToPostgres(file, env.databaseUrl, options)
}

export type SqliteMove = MoveOptions & {
	/** Copies the files beside the database: before it, so that no start finds a database without its photographs. */
	copyFiles?: () => Promise<void>
}

/**
 * Copies the database of `DATABASE_URL` into a data folder without one, where it appears once it is whole.
 *
 * @throws StartRefusal for a running server, an older source, and a folder that is in use, or has another database or other files
 */
export async function moveToSqlite(
	to: string,
	{ copyFiles, ...options }: SqliteMove = {},
): Promise<MoveReport> {
	const folder = resolve(to)
	const file = join(folder, 'square.db')
	await postgres.assertOpenable()
	await assertMigrated(postgres, 'of DATABASE_URL')
	await assertNoServer('The site')
	mkdirSync(folder, { recursive: true, mode: 0o700 })
	assertDataFolder(folder)
	acquireServerLock(folder)
	if (existsSync(file)) {
		const tables = await equalsSqlite(env.databaseUrl, file)
		if (tables) return { tables, replaced: [], copied: false }
		throw new StartRefusal(
			`${file} exists already.`,
			'Nothing was changed. Move it away, or choose another folder.',
		)
	}
	await copyFiles?.()
	for (const name of readdirSync(folder).filter(isUnfinishedDatabase)) rmSync(join(folder, name))
	const unfinished = `${file}.new-${process.pid}`
	const report = await copyToSqlite(env.databaseUrl, unfinished, options)
	await assertNoServer('The site')
	linkSync(unfinished, file)
	fsyncPathSync(folder)
	rmSync(unfinished)
	return report
}

type Migrations = { pendingMigrations: () => Promise<number> }

async function assertMigrated({ pendingMigrations }: Migrations, name: string): Promise<void> {
	const pending = await pendingMigrations()
	if (pending === 0) return
	throw new StartRefusal(
		`The database ${name} is of an older release: it lacks ${pending} ${pending === 1 ? 'migration' : 'migrations'}.`,
		'Nothing was changed. Bring it to this release first: npm run square -- migrate',
	)
}

async function assertNoServer(site: string): Promise<void> {
	if (!(await isServerRunning())) return
	throw new StartRefusal(
		`${site} is running: a server is connected to the database of DATABASE_URL.`,
		'Nothing was changed. Stop all servers of the site, so that nothing is written meanwhile.',
		true,
	)
}

function assertDataFolder(folder: string): void {
	const others = readdirSync(folder).filter((name) => !KNOWN_NAMES.test(name) && !isUnfinishedDatabase(name))
	if (others.length === 0) return
	throw new StartRefusal(
		`${folder} is no data folder: it holds ${others.sort().join(', ')}.`,
		'Nothing was changed. Choose an empty folder, or the data folder of the site.',
	)
}
