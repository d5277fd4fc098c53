import { spawn } from 'node:child_process'
import {
	copyFileSync,
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
import sharp from 'sharp'
import * as tar from 'tar'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeDatabase } from '@/db'
import { withDatabase } from '@/db/testing'
import { castMood } from '@/domain/moods'
import { addPhoto } from '@/domain/photos/add'
import { liveStory, reader } from '@/e2e/support/stories'
import { env } from '@/lib/env'
import { createBackup } from './create'
import { photoFiles } from './files'
import { MANIFEST } from './manifest'
import { restoreBackup } from './restore'
import { verifyBackup } from './verify'

withDatabase()

let folder = ''
let dataDir = ''
let file = ''
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'square-backup-'))
	dataDir = env.dataDir
	writeFileSync(join(dataDir, 'secret'), 'a'.repeat(64), { mode: 0o600 })
	const { editor, articleId } = await liveStory()
	const image = { width: 900, height: 600, channels: 3, background: '#456' } as const
	await addPhoto(editor, { bytes: await sharp({ create: image }).jpeg().toBuffer() })
	await castMood(reader(), articleId, 'happy')
	file = at('whole.tar')
	await createBackup(file, { dataDir, release: '0.1.0' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a backup names the remote store of its photographs', async () => {
	vi.stubEnv('MEDIA_URL', 's3://pictures/site')
	const manifest = await createBackup(at('remote.tar'), { dataDir, release: '0.1.0' })
	vi.unstubAllEnvs()
	expect(manifest).toMatchObject({ version: 2, mediaUrl: 's3://pictures/site', lostPhotos: [] })
	expect(Object.keys(manifest.files).sort()).toEqual(['secret', 'square.db'])
	expect(await verifyBackup(at('remote.tar'))).toEqual(manifest)
})

test('restore returns identical database, photographs and secret', async () => {
	const restored = at('restored')
	await restoreBackup(file, restored)
	expect(readdirSync(restored).sort()).toEqual(['media', 'secret', 'square.db'])
	expect(readFileSync(join(restored, 'secret'), 'utf8')).toBe('a'.repeat(64))
	const photos = await photoFiles(dataDir)
	expect(photos.length).toBeGreaterThan(3)
	expect(await photoFiles(restored)).toEqual(photos)
	for (const path of photos)
		expect(readFileSync(join(restored, path)).equals(readFileSync(join(dataDir, path)))).toBe(true)
	for (const table of ['articles', 'revisions', 'moods', 'photos', 'audit_events'])
		expect(rowsOf(restored, table)).toEqual(rowsOf(dataDir, table))
	for (const [path, mode] of Object.entries({ '.': 0o700, media: 0o700, secret: 0o600, 'square.db': 0o600 }))
		expect(statSync(join(restored, path)).mode & 0o777).toBe(mode)
})

test('the backup has mode 0600 and no leftover files', () => {
	expect(statSync(file).mode & 0o777).toBe(0o600)
	expect(readdirSync(folder).filter((name) => name.startsWith('whole'))).toEqual(['whole.tar'])
})

test('backup and restore refuse an existing target', async () => {
	await expect(createBackup(file, { dataDir, release: '0.1.0' })).rejects.toThrow('already exists')
	await expect(restoreBackup(file, dataDir)).rejects.toThrow('is not empty')
})

test('restore succeeds after an interrupted one', async () => {
	const restored = at('cut-short')
	await restoreBackup(file, join(restored, 'restore-partial'))
	await restoreBackup(file, restored)
	expect(readdirSync(restored).sort()).toEqual(['media', 'secret', 'square.db'])
})

test('verify detects one changed byte at any offset', async () => {
	const damaged = at('damaged.tar')
	const bytes = readFileSync(file)
	for (let offset = 700; offset < bytes.length - 2048; offset += Math.ceil(bytes.length / 40)) {
		const copy = Buffer.from(bytes)
		// Skips zero bytes: tar padding is not covered by a hash.
		if (copy[offset] === 0) continue
		copy[offset] = (copy[offset] as number) ^ 1
		writeFileSync(damaged, copy)
		await expect(verifyBackup(damaged), `byte ${offset}`).rejects.toThrow()
	}
})

test('a truncated backup is refused', async () => {
	const { size } = statSync(file)
	for (const share of [0, 0.001, 0.3, 0.7, 0.99]) {
		const short = at('short.tar')
		copyFileSync(file, short)
		truncateSync(short, Math.floor(size * share))
		await expect(verifyBackup(short), `${share} of it`).rejects.toThrow()
		await expect(restoreBackup(short, at('never'))).rejects.toThrow()
	}
	expect(readdirSync(folder)).not.toContain('never')
})

test('restore refuses a newer schema before writing', async () => {
	const newer = await altered('newer.tar', (manifest) => {
		manifest.schema += 1
	})
	await expect(restoreBackup(newer, at('newer'))).rejects.toThrow('newer than this release')
	expect(readdirSync(folder)).not.toContain('newer')
})

test('verify refuses paths outside the data folder’s layout', async () => {
	for (const path of ['../escaped', '/etc/escaped', 'media/../../escaped', 'server.lock']) {
		const odd = await altered('odd.tar', (manifest) => {
			manifest.files[path] = { bytes: 1, sha256: '0' }
		})
		await expect(verifyBackup(odd), path).rejects.toThrow('which no backup holds')
	}
})

test('verify fails if files of a photograph are missing', async () => {
	const [path] = await photoFiles(dataDir)
	const without = await altered('without.tar', (manifest) => {
		for (const name of Object.keys(manifest.files)) if (name.startsWith('media/')) delete manifest.files[name]
	})
	expect(path).toBeDefined()
	await expect(verifyBackup(without)).rejects.toThrow('photograph')
})

test('a lost photograph is listed and the rest backed up', async () => {
	const lossy = at('lossy')
	await restoreBackup(file, lossy)
	rmSync(join(lossy, 'media'), { recursive: true })
	const manifest = await createBackup(at('lossy.tar'), { dataDir: lossy, release: '0.1.0' })
	expect(manifest.lostPhotos).toHaveLength(1)
	expect((await verifyBackup(at('lossy.tar'))).lostPhotos).toEqual(manifest.lostPhotos)
	await restoreBackup(at('lossy.tar'), at('lossy-again'))
})

test('backup finishes while another process commits continuously', { timeout: 60_000 }, async () => {
	await closeDatabase()
	const program = `
		const Database = require('better-sqlite3')
		const db = new Database(${JSON.stringify(env.databaseFile)})
		db.exec('create table if not exists noise (n)')
		console.log('ready')
		for (let n = 0; ; n += 1) db.prepare('insert into noise values (?)').run(n)`
	const writer = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
	try {
		await new Promise((resolve) => writer.stdout.once('data', resolve))
		for (let round = 0; round < 5; round += 1) {
			const before = countNoise(dataDir)
			await createBackup(at(`busy-${round}.tar`), { dataDir, release: '0.1.0' })
			await restoreBackup(at(`busy-${round}.tar`), at(`busy-${round}`))
			expect(countNoise(at(`busy-${round}`))).toBeGreaterThanOrEqual(before)
		}
	} finally {
		writer.kill('SIGKILL')
	}
})

const rowsOf = (where: string, table: string): unknown[] =>
	inDatabase(where, (database) => database.prepare(`select * from ${table}`).all())
const countNoise = (where: string): number =>
	inDatabase(where, (database) => database.prepare('select count(*) from noise').pluck().get() as number)

function inDatabase<T>(where: string, query: (database: Database.Database) => T): T {
	const database = new Database(join(where, 'square.db'), { readonly: true })
	try {
		return query(database)
	} finally {
		database.close()
	}
}

type Editable = { schema: number; files: Record<string, { bytes: number; sha256: string }> }

/** Repacks the backup with a changed manifest; returns the path of the new archive. */
async function altered(name: string, change: (manifest: Editable) => void): Promise<string> {
	const unpacked = mkdtempSync(join(folder, 'unpacked-'))
	await tar.extract({ file, cwd: unpacked })
	const manifest = JSON.parse(readFileSync(join(unpacked, MANIFEST), 'utf8'))
	change(manifest)
	writeFileSync(join(unpacked, MANIFEST), JSON.stringify(manifest))
	const kept = [MANIFEST, ...Object.keys(manifest.files)].filter((path) => !/^\/|\.\.|lock/.test(path))
	await tar.create({ file: at(name), cwd: unpacked, portable: true }, kept)
	return at(name)
}
