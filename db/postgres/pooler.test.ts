import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test, vi } from 'vitest'
import { freePort } from '@/e2e/support/free-port'
import { env } from '@/lib/env'
import { settings } from '../schema'
import { withDatabase } from '../testing'
import { closeDatabase, readDb } from './connection'
import { awaitDatabase } from './migrate'
import { prepared } from './prepared'
import { write } from './write'

/** `PGBOUNCER` names another version than the system's. */
const PROGRAM = process.env.PGBOUNCER ?? '/usr/sbin/pgbouncer'

/** Server connections of a pool by transaction: fewer than the clients, so that they take turns. */
const SERVERS = 2

withDatabase()

const settingOf = prepared(['key'], (on, { key }) => on.select().from(settings).where(eq(settings.key, key)))

/** Whether this PgBouncer can keep prepared statements: from 1.21. Older ones refuse the setting. */
function canKeepStatements(): boolean {
	const version = execFileSync(PROGRAM, ['--version'], { encoding: 'utf8' })
	return Number(/ 1\.(\d+)/.exec(version)?.[1]) >= 21
}

/**
 * Starts PgBouncer before the database of the tests, which `DATABASE_URL` then names until the test ends. All clients
 * share `SERVERS` connections.
 *
 * @param statements prepared statements kept of each connection
 */
async function startPooler(mode: 'session' | 'transaction', statements = 0): Promise<void> {
	const direct = new URL(env.databaseUrl)
	const folder = mkdtempSync(join(tmpdir(), 'square-pooler-'))
	const port = await freePort()
	const file = join(folder, 'pgbouncer.ini')
	writeFileSync(
		file,
		[
			'[databases]',
			`* = host=${direct.hostname} port=${direct.port} user=${direct.username}`,
			'[pgbouncer]',
			'listen_addr = 127.0.0.1',
			`listen_port = ${port}`,
			'unix_socket_dir =',
			'auth_type = any',
			`pool_mode = ${mode}`,
			...(canKeepStatements() ? [`max_prepared_statements = ${statements}`] : []),
			...(mode === 'transaction' ? [`default_pool_size = ${SERVERS}`] : []),
		].join('\n'),
	)
	chmodSync(folder, 0o755)
	// As PostgreSQL, it refuses to run as root.
	const asUser = process.getuid?.() === 0 ? ['-u', 'postgres'] : []
	const pooler = spawn(PROGRAM, [...asUser, '-q', file], { stdio: 'ignore' })
	onTestFinished(async () => {
		await closeDatabase()
		process.env.DATABASE_URL = direct.href
		pooler.kill('SIGINT')
		await once(pooler, 'exit')
		rmSync(folder, { recursive: true })
	})
	await closeDatabase()
	const pooled = new URL(direct)
	pooled.port = String(port)
	process.env.DATABASE_URL = pooled.href
	// awaitDatabase waits for the pooler too, and logs that it does.
	vi.spyOn(console, 'log').mockImplementation(() => {})
	onTestFinished(() => void vi.restoreAllMocks())
}

const isInstalled = existsSync(PROGRAM)

async function expectReadsAndWrites(): Promise<void> {
	await awaitDatabase()
	const keys = Array.from({ length: 40 }, () => crypto.randomUUID())
	await Promise.all(
		keys.map((key) => write(async (tx) => void (await tx.insert(settings).values({ key, value: 1 })))),
	)
	const stored = await Promise.all(keys.map((key) => settingOf(readDb(), { key })))
	expect(stored.map(([row]) => row?.key)).toEqual(keys)
}

test.skipIf(!isInstalled)('a pooler by session serves reads and parallel writes', async () => {
	await startPooler('session')
	await expectReadsAndWrites()
})

const keepsStatements = isInstalled && canKeepStatements()

test.skipIf(!keepsStatements)('a pooler by transaction that keeps statements serves both', async () => {
	// Fewer than the statements of the test, so that the pooler also prepares them anew.
	await startPooler('transaction', 2)
	await expectReadsAndWrites()
})

test.skipIf(!isInstalled)('a pooler that loses prepared statements is refused', async () => {
	await startPooler('transaction')
	await expect(awaitDatabase()).rejects.toMatchObject({
		message: expect.stringContaining('does not keep prepared statements'),
		transient: false,
	})
})
