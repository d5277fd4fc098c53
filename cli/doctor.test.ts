import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs, {
	appendFileSync,
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { closeDatabase, migrate } from '@/db'
import { addPerson } from '@/domain/people'
import { addPhoto } from '@/domain/photos/add'
import { drawn, staff } from '@/e2e/support/photos'
import { compiled } from '@/lib/compiled'
import { env } from '@/lib/env'
import { createSecret } from '@/lib/secret'
import { doctor } from './doctor'

const HOLDER = compiled('db/sqlite/lock-holder.fixture.ts')
let site: string
let folder: string

/** A sound site, copied for each test. */
beforeAll(async () => {
	process.umask(0o077)
	site = mkdtempSync(join(tmpdir(), 'square-doctor-'))
	process.env.DATA_DIR = site
	await migrate()
	createSecret(join(site, 'secret'))
	await addPerson({ email: 'o@example.org', name: 'Owen', role: 'owner', password: 'a good long password' })
	await addPhoto(await staff('Edith', 'editor'), { bytes: await drawn(300, 300).jpeg().toBuffer() })
	await closeDatabase()
})
afterAll(() => rmSync(site, { recursive: true }))

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'square-doctor-'))
	cpSync(site, folder, { recursive: true })
	process.env.DATA_DIR = folder
	delete process.env.SQUARE_SECRET
})
afterEach(async () => {
	await closeDatabase()
	vi.restoreAllMocks()
	rmSync(folder, { recursive: true, force: true })
})

/** Fault lines of the doctor, without the “Built site” line, which depends on the checkout. */
async function faultLines(): Promise<string[]> {
	const lines: string[] = []
	const log = vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line))
	const healthy = await doctor()
	log.mockRestore()
	expect(healthy).toBe(lines.every((line) => line.startsWith('ok ')))
	expect(lines.join('\n')).not.toMatch(/^ +at /m)
	return lines.filter((line) => line.startsWith('NO ') && !line.includes('Built site'))
}

const path = (...names: string[]) => join(folder, ...names)
const photoFolder = () => readdirSync(path('media')).find((name) => name.length === 64) as string
const inDatabase = (statement: string) => {
	const database = new Database(env.databaseFile)
	database.pragma('foreign_keys = OFF')
	database.exec(statement)
	database.close()
}

test('a sound site has no faults and stays unchanged', async () => {
	const names = () =>
		readdirSync(folder, { recursive: true })
			.map(String)
			.filter((name) => !/-(shm|wal)$/.test(name))
			.sort()
	const before = names()
	expect(await faultLines()).toEqual([])
	expect(names()).toEqual(before)
})

const FAULTS: [string, () => void, RegExp][] = [
	[
		'a missing photo folder',
		() => rmSync(path('media', photoFolder()), { recursive: true }),
		/Photographs: 1 of 1 lack files \(\/desk\/photographs\/1\)/,
	],
	[
		'a photograph with one empty file',
		() => truncateSync(path('media', photoFolder(), '300.webp'), 0),
		/Photographs: 1 of 1 lack files/,
	],
	[
		'an unfinished upload',
		() => mkdirSync(path('media', 'incoming-aBcDeF')),
		/Photographs: 1 unfinished uploads/,
	],
	[
		'a photo folder without a row',
		() => mkdirSync(path('media', '0'.repeat(64))),
		/Photographs: 1 folders without a photograph/,
	],
	[
		'photographs without a database',
		() => rmSync(path('square.db')),
		/Database: .*no database.*holds: media, secret.*restore FILE/,
	],
	['an empty secret', () => writeFileSync(path('secret'), ''), /Secret: .*is empty/],
	['a short secret', () => writeFileSync(path('secret'), 'abc'), /Secret: .*too short/],
	['a missing secret', () => rmSync(path('secret')), /Secret: .*missing/],
	['a database open to others', () => chmodSync(path('square.db'), 0o644), /Access: .*square\.db/],
	['a data folder open to others', () => chmodSync(folder, 0o755), /Access: .*square-doctor/],
	['a damaged page', () => overwritePages(), /Database: .*is damaged.*restore FILE/],
	['a damaged first page', () => overwritePages(0), /Database: .*is damaged.*restore FILE/],
	['a database of 0 bytes', () => truncateSync(path('square.db'), 0), /Database: .*empty \(0 bytes\)/],
	[
		'a truncated database',
		() => truncateSync(path('square.db'), statSync(path('square.db')).size / 2),
		/Database: .*is damaged/,
	],
	[
		'a database of a newer release',
		() => inDatabase(`insert into __drizzle_migrations (hash, created_at) values ('x', 9999999999999)`),
		/Database: .*newer release/,
	],
	[
		'a database of an older release',
		() =>
			inDatabase(
				'delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)',
			),
		/Database: 1 migrations .* missing/,
	],
	['the WAL of another database', () => installForeignWal(), /Database: .*is damaged/],
	[
		'a broken reference',
		() => inDatabase(`insert into moods (article_id, reader_id, mood, cast_at) values (7, 'r', 'happy', 1)`),
		/Database: .*broken references/,
	],
	[
		'a clock behind the newest entry',
		() => inDatabase(`insert into audit_events (at, action, subject) values (4000000000000, 'a', 'b')`),
		/Clock: the newest entry is of 2096/,
	],
	['a full disk', () => simulateFullDisk(), /Free space: 1 MB are free/],
	[
		'a WAL without checkpoints',
		() => appendFileSync(path('square.db-wal'), Buffer.alloc(65 * 1024 * 1024)),
		/Log: 6\d MB/,
	],
]

test.each(FAULTS)('finds only %s', async (_name, damageSite, line) => {
	damageSite()
	expect(await faultLines()).toEqual([expect.stringMatching(line)])
})

test('reports a write lock held by another program', async () => {
	const other = new Database(env.databaseFile)
	other.exec('begin immediate')
	expect(await faultLines()).toEqual([
		expect.stringMatching(/Write lock: writes fail \(database is locked\)/),
	])
	other.close()
})

test('reports a running server and a missing data folder', async () => {
	const log = vi.spyOn(console, 'log').mockImplementation(() => {})
	const server: ChildProcess = spawn(process.execPath, [HOLDER], { stdio: ['ignore', 'pipe', 'inherit'] })
	await once(server.stdout as NonNullable<typeof server.stdout>, 'data')
	await doctor()
	expect(log.mock.calls.join('\n')).toMatch(/ok {2}Server: one runs/)
	server.kill('SIGKILL')
	await once(server, 'exit')
	renameSync(folder, `${folder}-moved`)
	log.mockRestore()
	expect((await faultLines()).join('\n')).toMatch(/Data folder: .*does not exist yet/)
	expect(existsSync(folder)).toBe(false)
	renameSync(`${folder}-moved`, folder)
})

function overwritePages(from = readFileSync(path('square.db')).length - 8 * 4096): void {
	const bytes = readFileSync(path('square.db'))
	bytes.fill(0xa5, from, from + 4 * 4096)
	writeFileSync(path('square.db'), bytes)
}

/** Simulates a database file replaced after a crash: the WAL of the newer file stays. */
function installForeignWal(): void {
	const database = new Database(path('square.db'))
	for (let row = 0; row < 50; row += 1)
		database.prepare('insert into settings (key, value) values (?, 1)').run(`key-${row}`)
	database.pragma('wal_checkpoint(TRUNCATE)')
	cpSync(path('square.db'), path('older.db'))
	database.exec('update settings set value = value || hex(zeroblob(3000))')
	database.pragma('wal_checkpoint(TRUNCATE)')
	database.exec(`update settings set value = 'small' where key like 'key-2%'`)
	cpSync(path('square.db-wal'), path('older.log'))
	database.close()
	renameSync(path('older.db'), path('square.db'))
	renameSync(path('older.log'), path('square.db-wal'))
}

function simulateFullDisk(): void {
	const { statfsSync } = fs
	vi.spyOn(fs, 'statfsSync').mockImplementation(
		(at) => ({ ...statfsSync(at), bavail: 1_000_000, bsize: 1 }) as never,
	)
}
