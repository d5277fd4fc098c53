import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isDatabaseFile, type MoveOptions, type MoveReport, moveToPostgres, moveToSqlite } from '@/db'
import { rebuildSearch } from '@/domain/search/repair'
import { isPostgresUrl } from '@/lib/check-settings'
import { env, environmentWith } from '@/lib/env'
import { Refusal } from '@/lib/refusal'
import { copySiteFiles } from './move-files'

const SQLITE = 'sqlite:'

/** Stories indexed in one transaction. */
const STORIES_AT_ONCE = 40

/**
 * Copies the site to another database: from SQLite to PostgreSQL, or back. The source stays as it is. A process uses one
 * database, so the parts that need the other one run in a child process.
 */
export async function move(args: string[]): Promise<void> {
	const { values } = parseArgs({
		args,
		options: { to: { type: 'string' }, 'replace-characters': { type: 'boolean', default: false } },
	})
	const { to = '', 'replace-characters': replaceUnstorable } = values
	if (isPostgresUrl(to)) {
		if (isDatabaseFile) return runChild(['move', ...args], { DATABASE_URL: to })
		if (to !== env.databaseUrl) throw new Refusal('invalid', IN_POSTGRES)
		return toPostgres({ replaceUnstorable, onProgress })
	}
	if (!to.startsWith(SQLITE) || to === SQLITE)
		throw new Refusal(
			'invalid',
			'Please name the target: --to postgres://USER:PASSWORD@HOST/DATABASE, or --to sqlite:FOLDER.',
		)
	if (isDatabaseFile) throw new Refusal('invalid', IN_SQLITE)
	return toSqlite(resolve(to.slice(SQLITE.length)))
}

const IN_POSTGRES =
	'DATABASE_URL names another database than --to. To copy a site from one PostgreSQL to another, use pg_dump and pg_restore; to copy one from SQLite, unset DATABASE_URL.'
const IN_SQLITE =
	'The site is in SQLite already, since DATABASE_URL is not set. Set it to the database with the site, or copy the folder with backup and restore.'

async function toPostgres(options: MoveOptions): Promise<void> {
	console.log(`Copying ${env.databaseFile} to PostgreSQL …`)
	const report = await moveToPostgres(options)
	tell(report)
	await makeSearchIndex()
	console.log(
		[
			'The site is in PostgreSQL. Start it with DATABASE_URL, and the same DATA_DIR: photographs and secret stay there.',
			`${env.databaseFile} is unchanged. Move it away, so that no start without DATABASE_URL opens it.`,
		].join('\n'),
	)
}

async function toSqlite(folder: string): Promise<void> {
	console.log(`Copying the site from PostgreSQL to ${folder} …`)
	tell(await moveToSqlite(folder, { onProgress, copyFiles: () => copySiteFiles(folder) }))
	await runChild(['search', 'rebuild'], { DATABASE_URL: '', DATA_DIR: folder })
	if (process.exitCode) return
	console.log(`The site is in SQLite. Start it without DATABASE_URL, and with DATA_DIR=${folder}.`)
	if (env.secretFromEnvironment) console.log('Its secret is in SQUARE_SECRET, as before.')
	console.log('The database in PostgreSQL is unchanged.')
}

async function makeSearchIndex(): Promise<void> {
	const stories = await rebuildSearch({ atOnce: STORIES_AT_ONCE })
	console.log(`The index of the search is made anew, with ${stories} stories.`)
}

const onProgress: MoveOptions['onProgress'] = (step, table, rows) => {
	if (step === 'copied' && rows > 0) console.log(`  ${table}: ${rows} ${rows === 1 ? 'row' : 'rows'}`)
}

function tell({ tables, replaced, copied }: MoveReport): void {
	const rows = tables.reduce((sum, table) => sum + table.rows, 0)
	for (const { table, column, key, found } of replaced)
		console.log(`Replaced ${found} by U+FFFD in ${table}.${column} of row ${key}.`)
	const what = copied ? 'Copied' : 'Found in the target already:'
	console.log(`${what} ${rows} rows of ${tables.length} tables, and compared all of them by hashes.`)
}

/** Runs this command line in a child process, which ends with this one. */
async function runChild(args: string[], settings: Record<string, string>): Promise<void> {
	const program = process.argv[1] ?? ''
	const child = spawn(process.execPath, [...process.execArgv, program, ...args], {
		stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
		env: environmentWith(settings),
	})
	const [status] = await once(child, 'exit')
	process.exitCode = status ?? 1
}
