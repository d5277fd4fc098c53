import { writeFileSync } from 'node:fs'
import { inspect } from 'node:util'
import pg from 'pg'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { env } from '@/lib/env'
import { isStartRefusal } from '@/lib/start-refusal'
import { prepareData } from '@/server/prepare-data'
import { settings } from '../schema'
import { withDatabase } from '../testing'
import { closeDatabase } from './connection'
import { isUniqueViolation } from './constraint-violation'
import { awaitDatabase, describeServer } from './migrate'
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
	await prepareData()
	await prepareData()
	vi.stubEnv('SQUARE_SECRET', 'another secret, which is long enough')
	await expect(prepareData()).rejects.toThrow(/SQUARE_SECRET is not the one of the site/)
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

test('a start waits for a server that starts', async () => {
	const url = new URL(env.databaseUrl)
	vi.stubEnv('DATABASE_URL', `postgres://square@127.0.0.1:1${url.pathname}`)
	const log = vi.spyOn(console, 'log').mockImplementation(() => {})
	onTestFinished(() => log.mockRestore())
	setTimeout(() => vi.stubEnv('DATABASE_URL', url.href), 700)
	await awaitDatabase()
	expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/ECONNREFUSED.*Waiting for it/s))
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
