import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as applyMigrations } from 'drizzle-orm/better-sqlite3/migrator'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closeDatabase } from '@/db'
import { MIGRATIONS, pendingMigrations } from '@/db/sqlite/database-file'
import { env } from '@/lib/env'
import { prepareData } from '@/server/prepare-data'

const HASH = 'a'.repeat(64)

let folder: string
const photoFile = () => join(env.mediaDir, HASH, 'original.jpg')

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'square-older-'))
	vi.stubEnv('DATA_DIR', folder)
	vi.stubEnv('SQUARE_SECRET', undefined)
})
afterEach(async () => {
	await closeDatabase()
	vi.unstubAllEnvs()
	rmSync(folder, { recursive: true })
})

const start = () => prepareData({ load: () => Promise.reject(new Error('The demo edition was loaded.')) })

/** All files except the lock, and the empty WAL and shared memory that SQLite creates on reading. */
const contents = () =>
	readdirSync(folder, { recursive: true })
		.map(String)
		.filter((name) => !/^(server\.lock|square\.db-(wal|shm))$/.test(name))
		.sort()
		.map((name) => {
			const path = join(folder, name)
			return [name, statSync(path).isFile() ? readFileSync(path).toString('base64') : 'a folder']
		})

/** A site with a photograph, whose database lacks the newest migration. */
function olderSite(): void {
	const older = mkdtempSync(join(tmpdir(), 'square-migrations-'))
	cpSync(MIGRATIONS, older, { recursive: true })
	const journal = JSON.parse(readFileSync(join(older, 'meta/_journal.json'), 'utf8'))
	journal.entries.pop()
	writeFileSync(join(older, 'meta/_journal.json'), JSON.stringify(journal))
	const database = new Database(env.databaseFile)
	database.pragma('journal_mode = WAL')
	applyMigrations(drizzle(database), { migrationsFolder: older })
	rmSync(older, { recursive: true })
	database.exec(
		`insert into photos (hash, mime, width, height, widths, created_at) values ('${HASH}', 'image/jpeg', 300, 200, '[300]', 0)`,
	)
	database.close()
	mkdirSync(join(env.mediaDir, HASH), { recursive: true })
	writeFileSync(photoFile(), 'a picture')
	writeFileSync(join(folder, 'secret'), 'f'.repeat(64))
}

/** State after an interrupted first start, on a site without a media folder. */
function leaveLoadedEdition(): void {
	const ready = join(folder, 'first-edition-loaded')
	mkdirSync(ready)
	renameSync(env.mediaDir, join(ready, 'media'))
	cpSync(env.databaseFile, join(ready, 'square.db'))
}

test.each<[string, () => void, RegExp]>([
	['an empty secret', () => writeFileSync(join(folder, 'secret'), ''), /is empty/],
	['a short SQUARE_SECRET', () => vi.stubEnv('SQUARE_SECRET', 'short'), /SQUARE_SECRET has 5/],
	[
		'no photographs',
		() => rmSync(env.mediaDir, { recursive: true }),
		/has 1 photographs, but .*media is empty/,
	],
	['an empty media folder', () => rmSync(join(env.mediaDir, HASH), { recursive: true }), /media is empty/],
	[
		'an unreadable media folder',
		() => {
			rmSync(env.mediaDir, { recursive: true })
			writeFileSync(env.mediaDir, '')
		},
		/media cannot be opened/,
	],
	['a loaded demo edition', leaveLoadedEdition, /lies ready .*Nothing was changed/s],
])('an older site with %s is refused unchanged', async (_, damage, message) => {
	olderSite()
	damage()
	const before = contents()
	const refusal = { name: 'StartRefusal', message: expect.stringMatching(message) }
	await expect(start()).rejects.toMatchObject(refusal)
	expect(contents()).toEqual(before)
	expect(await pendingMigrations()).toBe(1)
})

test('an older site gets the newest migration', async () => {
	olderSite()
	await start()
	expect(await pendingMigrations()).toBe(0)
	expect(readdirSync(join(folder, 'snapshots'))).toHaveLength(1)
})

test('a short SQUARE_SECRET is refused before loading the demo edition', async () => {
	vi.stubEnv('SQUARE_SECRET', 'short')
	await expect(start()).rejects.toThrow(/SQUARE_SECRET has 5/)
	expect(contents()).toEqual([])
})

test('a refused folder keeps an unfinished demo edition', async () => {
	mkdirSync(join(folder, 'first-edition-1'))
	writeFileSync(join(folder, 'notes.txt'), 'mine')
	const before = contents()
	await expect(start()).rejects.toThrow(/holds: notes.txt.*Nothing was changed/s)
	expect(contents()).toEqual(before)
})
