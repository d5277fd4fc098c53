import { eq } from 'drizzle-orm'
import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { env } from '@/lib/env'
import { settings } from '../schema'
import { withDatabase } from '../testing'
import { closeDatabase, readDb, writer } from './connection'
import { startRelay } from './relay.fixture'
import { write } from './write'

withDatabase()

const put = (key: string) => write(async (tx) => void (await tx.insert(settings).values({ key, value: 1 })))
const has = async (key: string) =>
	(await readDb().select().from(settings).where(eq(settings.key, key))).length === 1

/** Ends the connection that writes, as an administrator or a restart does. */
async function endWriter(pid: number, connectionString: string): Promise<void> {
	const other = new pg.Client({ connectionString })
	await other.connect()
	await other.query('select pg_terminate_backend($1, 5000)', [pid])
	await other.end()
}

/** Connects through a relay that ends the connection at the first commit. */
async function endAtCommit(when: 'before' | 'after', options = {}, then = () => {}): Promise<void> {
	vi.spyOn(console, 'error').mockImplementation(() => {})
	const direct = env.databaseUrl
	let pid = 0
	const end = async () => {
		await endWriter(pid, direct)
		then()
	}
	const relay = await startRelay({ [when]: end }, options)
	await closeDatabase()
	process.env.DATABASE_URL = relay.url
	const { client } = await writer()
	pid = (await client.query('select pg_backend_pid() as pid')).rows[0].pid
	onTestFinished(async () => {
		vi.restoreAllMocks()
		await closeDatabase()
		process.env.DATABASE_URL = direct
		relay.close()
	})
}

test('a commit that the connection ended before is refused', async () => {
	await endAtCommit('before')
	await expect(put('ended')).rejects.toMatchObject({ code: 'unavailable' })
	await put('next')
	expect([await has('ended'), await has('next')]).toEqual([false, true])
})

test('a stored commit whose answer was lost is acknowledged', async () => {
	await endAtCommit('after')
	await put('stored')
	expect(await has('stored')).toBe(true)
})

test('a commit of unknown outcome is refused with words that say so', async () => {
	const now = performance.now.bind(performance)
	let passed = 0
	const passTime = () =>
		void vi.spyOn(performance, 'now').mockImplementation(() => {
			passed += 4_000
			return now() + passed
		})
	await endAtCommit('after', { refusesLater: true }, passTime)
	await expect(put('perhaps')).rejects.toMatchObject({
		code: 'unknown',
		message: expect.stringContaining('may be recorded or not'),
	})
})
