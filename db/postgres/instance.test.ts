import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as applyMigrations } from 'drizzle-orm/better-sqlite3/migrator'
import pg from 'pg'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { replaceSharedSecret } from '@/domain/shared-secret'
import { env } from '@/lib/env'
import { isStartRefusal } from '@/lib/start-refusal'
import { prepareData } from '@/server/prepare-data'
import { people, settings } from '../schema'
import { withDatabase } from '../testing'
import { closeDatabase } from './change-feed'
import { readDb } from './connection'
import { isUniqueViolation } from './constraint-violation'
import { awaitDatabase, databaseExists, describeServer, migrate } from './migrate'
import { damageOf, isServerRunning } from './server-duties'
import { write } from './write'

withDatabase()

afterEach(() => void vi.unstubAllEnvs())

const query = async (text: string) => {
	const client = new pg.Client({ connectionString: env.databaseUrl })
	await client.connect()
	await client.query(text).finally(() => client.end())
}

test('a server that is connected is found', async () => {
	expect(await isServerRunning()).toBe(false)
	const server = new pg.Client({ connectionString: env.databaseUrl, application_name: 'public-square' })
	await server.connect()
	expect(await isServerRunning()).toBe(true)
	await server.end()
})

test('a server with another secret is refused until it is replaced', async () => {
	vi.stubEnv('SQUARE_DEMO', '0')
	await prepareData()
	await prepareData()
	vi.stubEnv('SQUARE_SECRET', 'another secret, which is long enough')
	await expect(prepareData()).rejects.toThrow(/SQUARE_SECRET is not the one of the site/)
	await replaceSharedSecret()
	await prepareData()
})

test('an error that is logged holds no value of the query', async () => {
	const values = { key: 'once', value: 'a word of a reader' }
	const insert = () => write(async (tx) => void (await tx.insert(settings).values(values)))
	await insert()
	const error = await insert().catch((refused: unknown) => refused)
	expect(isUniqueViolation(error, 'settings.key')).toBe(true)
	expect(inspect(error)).toContain('Query failed: insert into "settings"')
	expect(inspect(error)).not.toMatch(/a word of a reader|once/)
})

test('a column that the database lacks is found', async () => {
	expect(await damageOf()).toEqual([])
	await query('alter table ads rename column weight to mass')
	expect(await damageOf()).toEqual(['ads.weight is missing'])
	await query('alter table ads rename column mass to weight')
})

test('the description of the server has no password', async () => {
	const url = new URL(env.databaseUrl)
	url.password = 'sesame'
	vi.stubEnv('DATABASE_URL', url.href)
	expect(await describeServer()).toMatch(/^PostgreSQL \d+.*, database square_test_\w+ at 127\.0\.0\.1:\d+$/)
})

test('an unknown database is refused at once, without the password', async () => {
	const url = new URL(env.databaseUrl)
	Object.assign(url, { pathname: '/missing', password: 'sesame' })
	vi.stubEnv('DATABASE_URL', url.href)
	const refusal = await awaitDatabase().catch((error: unknown) => error)
	expect(isStartRefusal(refusal) && !refusal.transient).toBe(true)
	expect(String(refusal)).toMatch(/database "missing" does not exist/)
	expect(String(refusal)).not.toContain('sesame')
})

test('a database of another encoding than UTF-8 is refused', async () => {
	await query("create database latin encoding 'LATIN1' locale 'C' template template0")
	vi.stubEnv('DATABASE_URL', Object.assign(new URL(env.databaseUrl), { pathname: '/latin' }).href)
	await expect(awaitDatabase()).rejects.toThrow(
		/^The database of DATABASE_URL has the encoding LATIN1, not UTF8/,
	)
})

test('a role that may not create or read tables is refused', async () => {
	await query('create role guest login')
	await query('create database guestless')
	const url = Object.assign(new URL(env.databaseUrl), { username: 'guest' })
	for (const pathname of [url.pathname, '/guestless']) {
		vi.stubEnv('DATABASE_URL', Object.assign(url, { pathname }).href)
		const remedy = `alter database ${pathname.slice(1)} owner to guest`
		await expect(migrate()).rejects.toThrow(new RegExp(`permission denied.*${remedy}`, 's'))
	}
})

test('a start waits for a server that starts', async () => {
	const url = new URL(env.databaseUrl)
	vi.stubEnv('DATABASE_URL', `postgres://square@127.0.0.1:1${url.pathname}`)
	const log = vi.spyOn(console, 'log').mockImplementation(() => {})
	onTestFinished(() => log.mockRestore())
	setTimeout(() => vi.stubEnv('DATABASE_URL', url.href), 700)
	await awaitDatabase()
	expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/ECONNREFUSED.*Waiting for it/s))
})

/** Makes a demo edition of one author and one photograph, in place of the loader, in a database file. */
async function load(folder: string): Promise<boolean> {
	const database = new Database(join(folder, 'square.db'))
	applyMigrations(drizzle(database), { migrationsFolder: 'db/migrations' })
	database.exec("insert into people (id, name, slug, created_at) values ('m', 'Mara', 'mara', 1)")
	database.close()
	mkdirSync(join(folder, 'media', 'a'.repeat(64)), { recursive: true })
	writeFileSync(join(folder, 'media', 'a'.repeat(64), 'original.jpg'), 'a drawing')
	return true
}

test('first starts at once load the demo edition once', async () => {
	await closeDatabase()
	await query('create database news')
	const url = new URL(env.databaseUrl)
	url.pathname = '/news'
	vi.stubEnv('DATABASE_URL', url.href)
	await expect(prepareData({ load: async () => false })).rejects.toThrow('Loading the demo edition failed')
	expect(await databaseExists()).toBe(false)
	rmSync(env.secretFile as string)
	const loader = vi.fn(load)
	await Promise.all([prepareData({ load: loader }), prepareData({ load: loader })])
	expect(loader).toHaveBeenCalledOnce()
	expect(await readDb().select({ name: people.name }).from(people)).toEqual([{ name: 'Mara' }])
	expect(readFileSync(join(env.mediaDir, 'a'.repeat(64), 'original.jpg'), 'utf8')).toBe('a drawing')
	expect(readdirSync(env.dataDir).filter((name) => name.startsWith('first-edition'))).toEqual([])
	await prepareData({ load: loader })
	expect(loader).toHaveBeenCalledOnce()
	await closeDatabase()
})

test('a new site beside a SQLite database is refused', async () => {
	await closeDatabase()
	await query('create database empty')
	const url = new URL(env.databaseUrl)
	url.pathname = '/empty'
	vi.stubEnv('DATABASE_URL', url.href)
	writeFileSync(env.databaseFile, 'of the site before')
	await expect(prepareData()).rejects.toThrow(/this site has one in .*square\.db/)
})
