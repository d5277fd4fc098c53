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
import { migrate } from '@/db/migrate'
import { closeDatabase } from '@/db/sqlite/connection'
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

/** A site without a fault, copied for each test. */
beforeAll(async () => {
	process.umask(0o077)
	site = mkdtempSync(join(tmpdir(), 'square-doctor-'))
	process.env.DATA_DIR = site
	migrate()
	createSecret(join(site, 'secret'))
	await addPerson({ email: 'o@example.org', name: 'Owen', role: 'owner', password: 'a good long password' })
	await addPhoto(await staff('Edith', 'editor'), { bytes: await drawn(300, 300).jpeg().toBuffer() })
	closeDatabase()
})
afterAll(() => rmSync(site, { recursive: true }))

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'square-doctor-'))
	cpSync(site, folder, { recursive: true })
	process.env.DATA_DIR = folder
	delete process.env.SQUARE_SECRET
})
afterEach(() => {
	closeDatabase()
	vi.restoreAllMocks()
	rmSync(folder, { recursive: true, force: true })
})

/** The lines with a fault; that of the built site depends on where the tests run. */
async function faults(): Promise<string[]> {
	const lines: string[] = []
	const said = vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line))
	const well = await doctor()
	said.mockRestore()
	expect(well).toBe(lines.every((line) => line.startsWith('ok ')))
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

test('a sound site has no fault, and looking changes nothing', async () => {
	const names = () =>
		readdirSync(folder, { recursive: true })
			.map(String)
			.filter((name) => !/-(shm|wal)$/.test(name))
			.sort()
	const before = names()
	expect(await faults()).toEqual([])
	expect(names()).toEqual(before)
})

const PLANTED: [string, () => void, RegExp][] = [
	[
		'a photograph whose folder is gone',
		() => rmSync(path('media', photoFolder()), { recursive: true }),
		/Photographs: 1 of 1 lack files \(\/desk\/photographs\/1\)/,
	],
	[
		'a photograph with one empty file',
		() => truncateSync(path('media', photoFolder(), '300.webp'), 0),
		/Photographs: 1 of 1 lack files/,
	],
	[
		'an upload cut short',
		() => mkdirSync(path('media', 'incoming-aBcDeF')),
		/Photographs: 1 unfinished uploads/,
	],
	[
		'a photograph without a row',
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
	['a lost secret', () => rmSync(path('secret')), /Secret: .*missing/],
	['a database open to others', () => chmodSync(path('square.db'), 0o644), /Access: .*square\.db/],
	['a data folder open to others', () => chmodSync(folder, 0o755), /Access: .*square-doctor/],
	['a damaged page', () => damage(), /Database: .*is damaged.*restore FILE/],
	['a damaged first page', () => damage(0), /Database: .*is damaged.*restore FILE/],
	['a database of 0 bytes', () => truncateSync(path('square.db'), 0), /Database: .*empty \(0 bytes\)/],
	[
		'half a database',
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
	['the log of another database', () => foreignLog(), /Database: .*is damaged/],
	[
		'a reference to nothing',
		() => inDatabase(`insert into moods (article_id, reader_id, mood, cast_at) values (7, 'r', 'happy', 1)`),
		/Database: .*broken references/,
	],
	[
		'a clock that stands behind what was written',
		() => inDatabase(`insert into audit_events (at, action, subject) values (4000000000000, 'a', 'b')`),
		/Clock: the newest entry is of 2096/,
	],
	['a full disk', () => fill(), /Free space: 1 MB are free/],
	[
		'a log that is not copied',
		() => appendFileSync(path('square.db-wal'), Buffer.alloc(65 * 1024 * 1024)),
		/Log: 6\d MB/,
	],
]

test.each(PLANTED)('finds %s and nothing else', async (_name, plant, line) => {
	plant()
	expect(await faults()).toEqual([expect.stringMatching(line)])
})

test('finds another program that holds the write lock', async () => {
	const other = new Database(env.databaseFile)
	other.exec('begin immediate')
	expect(await faults()).toEqual([
		expect.stringMatching(/Write lock: nothing can be written \(database is locked\)/),
	])
	other.close()
})

test('says that a server runs, and that there is no folder yet', async () => {
	const said = vi.spyOn(console, 'log').mockImplementation(() => {})
	const server: ChildProcess = spawn(process.execPath, [HOLDER], { stdio: ['ignore', 'pipe', 'inherit'] })
	await once(server.stdout as NonNullable<typeof server.stdout>, 'data')
	await doctor()
	expect(said.mock.calls.join('\n')).toMatch(/ok {2}Server: one runs/)
	server.kill('SIGKILL')
	await once(server, 'exit')
	renameSync(folder, `${folder}-moved`)
	said.mockRestore()
	expect((await faults()).join('\n')).toMatch(/Data folder: .*is not there yet/)
	expect(existsSync(folder)).toBe(false)
	renameSync(`${folder}-moved`, folder)
})

function damage(from = readFileSync(path('square.db')).length - 8 * 4096): void {
	const bytes = readFileSync(path('square.db'))
	bytes.fill(0xa5, from, from + 4 * 4096)
	writeFileSync(path('square.db'), bytes)
}

/** As after copying a backup over the database of a server that was killed. */
function foreignLog(): void {
	const grown = new Database(path('square.db'))
	for (let row = 0; row < 50; row += 1)
		grown.prepare('insert into settings (key, value) values (?, 1)').run(`key-${row}`)
	grown.pragma('wal_checkpoint(TRUNCATE)')
	cpSync(path('square.db'), path('older.db'))
	grown.exec('update settings set value = value || hex(zeroblob(3000))')
	grown.pragma('wal_checkpoint(TRUNCATE)')
	grown.exec(`update settings set value = 'small' where key like 'key-2%'`)
	cpSync(path('square.db-wal'), path('older.log'))
	grown.close()
	renameSync(path('older.db'), path('square.db'))
	renameSync(path('older.log'), path('square.db-wal'))
}

function fill(): void {
	const { statfsSync } = fs
	vi.spyOn(fs, 'statfsSync').mockImplementation(
		(at) => ({ ...statfsSync(at), bavail: 1_000_000, bsize: 1 }) as never,
	)
}
