import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { isStartRefusal, StartRefusal } from '@/lib/start-refusal'
import { assertSupported, clientOptions } from './connection'
import { drizzle, pg } from './driver'

// Resolved at run time from the project folder, because the bundle does not contain the migrations.
const MIGRATIONS = join(/* turbopackIgnore: true */ process.cwd(), 'db/postgres/migrations')

/** Number of the advisory lock of migrations, the letters "pSqu". */
const MIGRATION_LOCK = 0x70537175

/** SQLSTATEs of a wrong password or role, and of an unknown database: waiting does not mend them. */
const PERMANENT = /^(28...|3D000)$/

/** SQLSTATE of a prepared statement that the connection does not have. */
const UNKNOWN_STATEMENT = '26000'

/** Oldest server: it has `nulls not distinct` and the planner of sorted group keys. */
const SERVER_VERSION_MIN = 150_000

/**
 * Migrates the database to this release's schema, or fills an empty one. One process migrates, others wait.
 *
 * @throws StartRefusal for an unreachable server, an older PostgreSQL, and a newer schema
 */
export async function migrate(): Promise<void> {
	await withClient(async (client) => {
		// Ends with the transaction in which Drizzle migrates: a lock of the session would stay with a pooler's connection.
		await client.query('begin')
		await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
		await assertKnownSchema(client)
		const { migrate: applyMigrations } = await import('drizzle-orm/node-postgres/migrator')
		await applyMigrations(drizzle(client), { migrationsFolder: MIGRATIONS })
	})
}

/** Refuses a server or a database that this release must not use, without changing it. @throws StartRefusal */
export const assertOpenable = (): Promise<void> => withClient(assertKnownSchema)

/** Limit on waiting for a server that starts at the same time as this process, as after a power cut. */
const AWAIT_MS = 60_000
const AWAIT_PAUSE_MS = 500

/**
 * Waits until PostgreSQL takes connections.
 *
 * @throws StartRefusal for a permanent cause, also a pool that loses prepared statements, or after a minute
 */
export async function awaitDatabase(): Promise<void> {
	for (const end = performance.now() + AWAIT_MS, logged = { once: false }; ; await sleep(AWAIT_PAUSE_MS))
		try {
			return await withClient(assertStatementsKept)
		} catch (error) {
			if (!isStartRefusal(error) || !error.transient || performance.now() > end) throw error
			if (!logged.once) console.log(`${error.message}\nWaiting for it, at most a minute …`)
			logged.once = true
		}
}

/** Refuses a pool by transaction in which a named statement stays with the server connection that prepared it. */
async function assertStatementsKept(client: Client): Promise<void> {
	const statement = { name: 'square_check', text: 'select 1' }
	await client.query(statement)
	await withClient(async (other) => {
		// Its transaction holds the connection that the pool gave to the statement.
		await other.query('begin')
		await client.query(statement).catch((cause) => {
			throw cause.code === UNKNOWN_STATEMENT ? poolerRefusal() : unreachable(cause)
		})
	})
}

const poolerRefusal = (): StartRefusal =>
	new StartRefusal(
		'DATABASE_URL names a pooler that pools by transaction and does not keep prepared statements.',
		'Nothing was changed. Let it pool by session, or use PgBouncer 1.21 or newer with max_prepared_statements above 0.',
	)

/** Version, address and name of the database, without the password. */
export const describeServer = (): Promise<string> =>
	withClient(async (client) => {
		const { rows } = await client.query("select current_setting('server_version') as version")
		return `PostgreSQL ${rows[0].version}, database ${client.database} at ${client.host}:${client.port}`
	})

/** Whether the database has the tables of this application. @throws StartRefusal for an unreachable server */
export const databaseExists = (): Promise<boolean> =>
	withClient(async (client) => (await appliedMigrations(client)).length > 0)

/** Number of this release's migrations that are not applied. */
export const pendingMigrations = (): Promise<number> =>
	withClient(async (client) => {
		const applied = new Set(await appliedMigrations(client))
		return releaseMigrations().filter((when) => !applied.has(when)).length
	})

async function assertKnownSchema(client: Client): Promise<void> {
	const known = new Set(releaseMigrations())
	const unknown = (await appliedMigrations(client)).filter((when) => !known.has(when))
	if (unknown.length > 0)
		throw new StartRefusal(
			`The database of DATABASE_URL is of a newer release: it has ${unknown.length} ${unknown.length === 1 ? 'migration' : 'migrations'} that this release does not know.`,
			'Nothing was changed. Start that release again.',
		)
}

async function appliedMigrations(client: Client): Promise<number[]> {
	const table = 'drizzle.__drizzle_migrations'
	const { rows: found } = await client.query('select to_regclass($1) is not null as exists', [table])
	if (!found[0].exists) return []
	const { rows } = await client.query(`select created_at as at from ${table}`)
	return rows.map(({ at }) => Number(at))
}

function releaseMigrations(): number[] {
	const journal = readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')
	return (JSON.parse(journal) as { entries: { when: number }[] }).entries.map(({ when }) => when)
}

/** Runs `run` with a connection of its own, without limits of time. */
export async function withClient<T>(run: (client: Client) => Promise<T>): Promise<T> {
	assertSupported()
	const client = new pg.Client({ ...clientOptions(), query_timeout: undefined })
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

async function assertVersion(client: Client): Promise<void> {
	const { rows } = await client.query("select current_setting('server_version_num')::int as version")
	if (rows[0].version < SERVER_VERSION_MIN)
		throw new StartRefusal(
			`The server of DATABASE_URL has PostgreSQL version ${rows[0].version}, older than ${SERVER_VERSION_MIN}.`,
			'Use PostgreSQL 15 or newer.',
		)
}

function unreachable(error: unknown): unknown {
	if (error instanceof StartRefusal) return error
	const { code = '', message } = error as Error & { code?: string }
	return new StartRefusal(
		`The database of DATABASE_URL cannot be opened (${message || code}).`,
		'Start PostgreSQL, and check the address, the name and the password.',
		!PERMANENT.test(code),
	)
}
