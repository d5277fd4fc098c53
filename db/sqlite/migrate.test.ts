import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { env } from '@/lib/env'
import { settings } from '../schema'
import { closeDatabase, readDb, writeDb } from './connection'
import { CHECKED_BEFORE_START_BYTES, checkDatabase, checkInBackground } from './database-file'
import { migrate } from './migrate'

let folder: string

beforeEach(async () => {
	await closeDatabase()
	folder = mkdtempSync(join(tmpdir(), 'square-migrate-'))
	process.env.DATA_DIR = folder
})
afterEach(async () => {
	await closeDatabase()
	rmSync(folder, { recursive: true })
})

/** The content of every non-empty file by name, without SQLite's shared memory, to compare before and after. */
const contents = () =>
	Object.fromEntries(
		readdirSync(folder)
			.filter((name) => !name.endsWith('-shm') && statSync(join(folder, name)).size > 0)
			.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
	)

/** Creates a database of `rows` settings, so that most pages hold rows, and closes it cleanly. */
async function createFilled(rows = 2_000): Promise<void> {
	await migrate()
	const insert = writeDb().$client.prepare('insert into settings (key, value) values (?, ?)')
	writeDb().$client.transaction(() => {
		for (let row = 0; row < rows; row += 1) insert.run(`key-${row}`, JSON.stringify('x'.repeat(200)))
	})()
	await closeDatabase()
}

/** Messages of both checks, asserting that each throws a StartRefusal and leaves the files unchanged. */
async function refusals(): Promise<string[]> {
	const before = contents()
	const messages = []
	for (const check of [checkDatabase, checkInBackground])
		try {
			await check()
			messages.push('')
		} catch (error) {
			expect((error as Error).name).toBe('StartRefusal')
			messages.push((error as Error).message)
		}
	expect(contents()).toEqual(before)
	return messages
}

test('a new database passes the check and leaves no unfinished file', async () => {
	for (const name of ['square.db.new-1', 'square.db.new-1-wal'])
		writeFileSync(join(folder, name), 'of an interrupted start')
	mkdirSync(join(folder, 'lost+found'))
	await migrate()
	expect(readDb().select().from(settings).all()).toEqual([])
	expect(await checkDatabase()).toBe(true)
	expect(existsSync(`${env.databaseFile}.new-${process.pid}`)).toBe(false)
})

test.each(['media', 'secret', 'square.db-wal'])('migrate creates no database beside %s', async (name) => {
	if (name === 'media') mkdirSync(join(folder, 'media'))
	else writeFileSync(join(folder, name), 'x')
	await expect(migrate()).rejects.toThrow(new RegExp(`no database.*${name}.*restore FILE`, 's'))
	expect(readdirSync(folder)).toEqual([name])
})

test('readDb creates no database', () => {
	expect(() => readDb()).toThrow()
	expect(readdirSync(folder)).toEqual([])
})

test('both checks find a damaged page', async () => {
	await createFilled()
	const bytes = readFileSync(env.databaseFile)
	bytes.fill(0xa5, bytes.length - 8 * 4096, bytes.length - 6 * 4096)
	writeFileSync(env.databaseFile, bytes)
	for (const message of await refusals()) expect(message).toMatch(/is damaged: .*restore FILE/s)
})

test('the WAL of another database is found and not checkpointed', async () => {
	await createFilled(50)
	cpSync(env.databaseFile, join(folder, 'backup'))
	rmSync(env.databaseFile)
	cpSync(join(folder, 'backup'), env.databaseFile)
	const grown = writeDb().$client
	grown.exec('update settings set value = value || hex(zeroblob(3000))')
	grown.pragma('wal_checkpoint(TRUNCATE)')
	grown.exec(`update settings set value = 'small' where key like 'key-2%'`)
	cpSync(`${env.databaseFile}-wal`, join(folder, 'log'))
	await closeDatabase()
	cpSync(join(folder, 'backup'), env.databaseFile)
	cpSync(join(folder, 'log'), `${env.databaseFile}-wal`)
	for (const message of await refusals()) expect(message).toMatch(/is damaged: .*-wal/s)
})

test('a large database is checked only with a WAL', async () => {
	await createFilled(50)
	truncateSync(env.databaseFile, CHECKED_BEFORE_START_BYTES + 4096)
	expect(await checkDatabase()).toBe(false)
	const log = vi.spyOn(console, 'log').mockImplementation(() => {})
	writeDb().$client.exec(`update settings set value = '1'`)
	expect(await checkDatabase()).toBe(true)
	expect(log).toHaveBeenCalledWith(expect.stringMatching(/after an unclean stop, 135 MB/))
	await closeDatabase({ final: true })
	expect(await checkDatabase()).toBe(false)
	log.mockRestore()
})

test('both checks find a broken foreign key', async () => {
	await migrate()
	await closeDatabase()
	const raw = new Database(env.databaseFile)
	raw.pragma('foreign_keys = OFF')
	raw.exec(`insert into moods (article_id, reader_id, mood, cast_at) values (7, 'r', 'happy', 1)`)
	raw.close()
	for (const message of await refusals()) expect(message).toMatch(/1 broken references from moods to/)
})

test('empty files and foreign files are refused', async () => {
	writeFileSync(env.databaseFile, '')
	await expect(checkDatabase()).rejects.toThrow(/empty \(0 bytes\).*restore FILE/s)
	await expect(migrate()).rejects.toThrow(/empty \(0 bytes\)/)
	writeFileSync(env.databaseFile, 'x'.repeat(9_000))
	await expect(checkDatabase()).rejects.toThrow(/not a database.*restore FILE/s)
	rmSync(env.databaseFile)
	const other = new Database(env.databaseFile)
	other.exec('create table recipes (name text)')
	other.close()
	await expect(migrate()).rejects.toThrow(/another program.*recipes/)
})

test('a newer database is refused and unchanged', async () => {
	await migrate()
	const raw = new Database(env.databaseFile)
	raw.exec(`insert into __drizzle_migrations (hash, created_at) values ('x', 9999999999999)`)
	raw.close()
	const before = contents()
	for (const refused of [migrate, checkDatabase])
		await expect(refused()).rejects.toThrow(/newer release: it has 1 migration .*Start that release again/s)
	expect(contents()).toEqual(before)
})
