import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { StartRefusal } from '@/lib/start-refusal'
import { assertSupported, clientOptions } from './connection'

// Resolved at run time from the project folder, because the bundle does not contain the migrations.
const MIGRATIONS = join(/* turbopackIgnore: true */ process.cwd(), 'db/postgres/migrations')

/** Number of the advisory lock of migrations, the letters "pSqu". */
const MIGRATION_LOCK = 0x70537175

/** SQLSTATE of an unknown table or schema. */
const UNDEFINED_TABLE = '42P01'

/** Oldest server: it has `nulls not distinct` and the planner of sorted group keys. */
const SERVER_VERSION_MIN = 150_000

/**
 * Migrates the database to this release's schema, or fills an empty one. One process migrates, others wait.
 *
 * @throws StartRefusal for an unreachable server, an older PostgreSQL, and a newer schema
 */
export async function migrate(url?: string): Promise<void> {
	await withClient(async (client) => {
		await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
		await assertKnownSchema(client)
		await applyMigrations(drizzle(client), { migrationsFolder: MIGRATIONS })
	}, url)
}

/** Refuses a server or a database that this release must not use, without changing it. @throws StartRefusal */
export const assertOpenable = (): Promise<void> => withClient(assertKnownSchema)

/** Whether the database has the tables of this application. @throws StartRefusal for an unreachable server */
export const databaseExists = (): Promise<boolean> =>
	withClient(async (client) => (await appliedMigrations(client)).length > 0)

/** Number of this release's migrations that are not applied. */
export const pendingMigrations = (): Promise<number> =>
	withClient(async (client) => {
		const applied = new Set(await appliedMigrations(client))
		return releaseMigrations().filter((when) => !applied.has(when)).length
	})

async function assertKnownSchema(client: pg.Client): Promise<void> {
	const known = new Set(releaseMigrations())
	const unknown = (await appliedMigrations(client)).filter((when) => !known.has(when))
	if (unknown.length > 0)
		throw new StartRefusal(
			`The database of TEST_POSTGRES_URL is of a newer release: it has ${unknown.length} ${unknown.length === 1 ? 'migration' : 'migrations'} that this release does not know.`,
			'Nothing was changed. Start that release again.',
		)
}

async function appliedMigrations(client: pg.Client): Promise<number[]> {
	try {
		const { rows } = await client.query('select created_at as at from drizzle.__drizzle_migrations')
		return rows.map(({ at }) => Number(at))
	} catch (error) {
		if ((error as { code?: string }).code === UNDEFINED_TABLE) return []
		throw error
	}
}

function releaseMigrations(): number[] {
	const journal = readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')
	return (JSON.parse(journal) as { entries: { when: number }[] }).entries.map(({ when }) => when)
}

/** @param url address of another database than this site's */
async function withClient<T>(run: (client: pg.Client) => Promise<T>, url?: string): Promise<T> {
	if (!url) assertSupported()
	// Migrations have no limit of time.
	const options = { ...clientOptions(), query_timeout: undefined }
	const client = new pg.Client(url ? { ...options, connectionString: url } : options)
	client.on('error', () => {})
	try {
		await client.connect()
		await assertVersion(client)
	} catch (error) {
		await client.end().catch(() => {})
		throw unreachable(error)
	}
	try {
		return await run(client)
	} finally {
		await client.end()
	}
}

async function assertVersion(client: pg.Client): Promise<void> {
	const { rows } = await client.query("select current_setting('server_version_num')::int as version")
	if (rows[0].version < SERVER_VERSION_MIN)
		throw new StartRefusal(
			`The server of TEST_POSTGRES_URL has PostgreSQL version ${rows[0].version}, older than ${SERVER_VERSION_MIN}.`,
			'Use PostgreSQL 15 or newer.',
		)
}

function unreachable(error: unknown): unknown {
	if (error instanceof StartRefusal) return error
	return new StartRefusal(
		`The database of TEST_POSTGRES_URL cannot be opened (${(error as Error).message}).`,
		'Start PostgreSQL, and check the address, the name and the password.',
		true,
	)
}
