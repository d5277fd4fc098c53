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

const PROGRAM = '/usr/sbin/pgbouncer'

withDatabase()

const settingOf = prepared(['key'], (on, { key }) => on.select().from(settings).where(eq(settings.key, key)))

/** Whether this PgBouncer keeps prepared statements by default: from 1.21. Older ones refuse the setting. */
function keepsStatements(): boolean {
	const version = execFileSync(PROGRAM, ['--version'], { encoding: 'utf8' })
	return Number(/ 1\.(\d+)/.exec(version)?.[1]) >= 21
}

/** Starts PgBouncer before the database of the tests, which `DATABASE_URL` then names until the test ends. */
async function startPooler(mode: 'session' | 'transaction'): Promise<void> {
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
			...(keepsStatements() ? ['max_prepared_statements = 0'] : []),
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

test.skipIf(!isInstalled)('a pooler by session serves reads and parallel writes', async () => {
	await startPooler('session')
	await awaitDatabase()
	const keys = ['a', 'b', 'c', 'd']
	await Promise.all(
		keys.map((key) => write(async (tx) => void (await tx.insert(settings).values({ key, value: 1 })))),
	)
	const stored = await Promise.all(keys.map((key) => settingOf(readDb(), { key })))
	expect(stored.map(([row]) => row?.key)).toEqual(keys)
})

test.skipIf(!isInstalled)('a pooler that loses prepared statements is refused', async () => {
	await startPooler('transaction')
	await expect(awaitDatabase()).rejects.toMatchObject({
		message: expect.stringContaining('does not keep prepared statements'),
		transient: false,
	})
})
