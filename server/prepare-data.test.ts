import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs, {
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
	writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { closeDatabase, migrate, write } from '@/db'
import { readers, sections } from '@/db/schema'
import { addPhoto } from '@/domain/photos/add'
import { drawn, staff } from '@/e2e/support/photos'
import { compiled } from '@/lib/compiled'
import { env } from '@/lib/env'
import { prepareData } from './prepare-data'

const HOLDER = compiled('db/sqlite/lock-holder.fixture.ts')
let folder: string
let used: string
const loaded: string[] = []

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'square-start-'))
	process.env.DATA_DIR = folder
	delete process.env.SQUARE_SECRET
	loaded.length = 0
})
afterEach(async () => {
	vi.restoreAllMocks()
	await closeDatabase()
	rmSync(folder, { recursive: true })
})

/** Loads a minimal demo edition into a folder, in place of the demo loader: one account and one file. */
async function load(into: string): Promise<boolean> {
	process.env.DATA_DIR = into
	await migrate()
	await staff('Dora', 'editor')
	await closeDatabase()
	mkdirSync(join(into, 'media', '0'.repeat(64)), { recursive: true })
	writeFileSync(join(into, 'media', '0'.repeat(64), 'original.jpg'), 'a picture')
	process.env.DATA_DIR = folder
	loaded.push(into)
	return true
}

const start = () => prepareData({ load })
const files = () => readdirSync(folder, { recursive: true }).map(String).sort()
const contents = () => {
	const plain = files().filter(
		(name) => !/^server\.lock$|-shm$/.test(name) && statSync(join(folder, name)).isFile(),
	)
	return plain.map((name) => [name, readFileSync(join(folder, name)).toString('base64')])
}
const DEMO = [
	'media',
	`media/${'0'.repeat(64)}`,
	`media/${'0'.repeat(64)}/original.jpg`,
	'secret',
	'server.lock',
]
const withoutLog = () => files().filter((name) => !name.startsWith('square.db-'))

/** A used site, copied for each test: a section, a photograph and a secret. */
beforeAll(async () => {
	used = mkdtempSync(join(tmpdir(), 'square-start-'))
	process.env.DATA_DIR = used
	await migrate()
	await write(async (tx) => void (await tx.insert(sections).values({ slug: 'a', name: 'A', position: 1 })))
	await addPhoto(await staff('Edith', 'editor'), { bytes: await drawn(300, 300).jpeg().toBuffer() })
	await closeDatabase()
	writeFileSync(join(used, 'secret'), 'f'.repeat(64))
})
afterAll(() => rmSync(used, { recursive: true }))

const site = () => cpSync(used, folder, { recursive: true })

test('an empty folder gets the demo edition once', async () => {
	expect(await start()).toMatchObject({ checked: true })
	expect(withoutLog()).toEqual([...DEMO, 'square.db'])
	const before = readFileSync(join(folder, 'secret'), 'utf8')
	await start()
	expect(loaded).toHaveLength(1)
	expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(before)
})

test.each(['during loading', 'before the move', 'between photographs and database'])(
	'the next start completes one interrupted %s',
	async (moment) => {
		await start()
		await closeDatabase()
		const [loading, ready] = ['first-edition-1', 'first-edition-loaded'].map((name) => join(folder, name))
		mkdirSync(ready as string)
		renameSync(env.databaseFile, join(ready as string, 'square.db'))
		for (const name of files().filter((name) => /^(square\.db-|secret)/.test(name)))
			rmSync(join(folder, name))
		if (moment !== 'between photographs and database')
			renameSync(env.mediaDir, join(ready as string, 'media'))
		if (moment === 'during loading') renameSync(ready as string, loading as string)
		await start()
		expect(withoutLog()).toEqual([...DEMO, 'square.db'])
		expect(loaded).toHaveLength(moment === 'during loading' ? 2 : 1)
	},
)

test.each(['media', 'secret', 'notes.txt'])(
	'a folder with %s but no database is refused unchanged',
	async (name) => {
		site()
		for (const other of files().filter((file) => !file.startsWith(name)))
			rmSync(join(folder, other), { recursive: true, force: true })
		if (name === 'notes.txt') writeFileSync(join(folder, name), 'mine')
		const before = contents()
		await expect(start()).rejects.toThrow(new RegExp(`no database.*holds: ${name}.*Nothing was changed`, 's'))
		expect(contents()).toEqual(before)
		expect(loaded).toEqual([])
	},
)

test.each(['', 'short'])('the secret %j is refused and kept', async (secret) => {
	site()
	writeFileSync(join(folder, 'secret'), secret)
	await expect(start()).rejects.toMatchObject({ name: 'StartRefusal', transient: false })
	expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(secret)
})

test('a used database without its secret is refused unchanged', async () => {
	site()
	await write((tx) => tx.insert(readers).values({ id: 'a reader' }))
	await closeDatabase()
	rmSync(join(folder, 'secret'))
	const before = contents()
	await expect(start()).rejects.toMatchObject({
		name: 'StartRefusal',
		transient: false,
		message: expect.stringMatching(/1 reader.*1 person.*secret.*missing.*backup.*openssl rand -hex 32 > /s),
	})
	expect(contents().filter(([file]) => !(file as string).endsWith('-wal'))).toEqual(before)
	process.env.SQUARE_SECRET = 'd'.repeat(64)
	await start()
	expect(existsSync(join(folder, 'secret'))).toBe(false)
})

test('a database without readers and people gets a new secret', async () => {
	await migrate()
	await closeDatabase()
	await start()
	expect(readFileSync(join(folder, 'secret'), 'utf8')).toHaveLength(64)
})

test('a damaged database is refused before the first write', async () => {
	site()
	const bytes = readFileSync(env.databaseFile)
	bytes.fill(0xa5, bytes.length - 4 * 4096)
	writeFileSync(env.databaseFile, bytes)
	await expect(start()).rejects.toThrow(/is damaged.*restore FILE/s)
	expect(readFileSync(env.databaseFile).equals(bytes)).toBe(true)
})

test('file modes become private under any umask', async () => {
	const umask = process.umask(0)
	site()
	for (const [name, mode] of [
		['', 0o755],
		['square.db', 0o644],
		['secret', 0o644],
		['media', 0o777],
	] as const)
		chmodSync(join(folder, name), mode)
	await start()
	expect(process.umask(umask)).toBe(0o077)
	const modes = ['', 'square.db', 'square.db-wal', 'square.db-shm', 'secret', 'server.lock', 'media'].map(
		(name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)],
	)
	expect(Object.fromEntries(modes)).toEqual({
		'': '700',
		'square.db': '600',
		'square.db-wal': '600',
		'square.db-shm': '600',
		secret: '600',
		'server.lock': '600',
		media: '700',
	})
})

test('missing photographs are refused, incomplete ones counted', async () => {
	site()
	expect((await start()).warnings.join()).not.toMatch(/photographs/)
	cpSync(env.mediaDir, join(folder, 'aside'), { recursive: true })
	rmSync(env.mediaDir, { recursive: true })
	await expect(start()).rejects.toThrow(/has 1 photographs, but .*media is empty or missing.*restore FILE/s)
	mkdirSync(env.mediaDir)
	await expect(start()).rejects.toThrow(/media is empty or missing/)
	writeFileSync(join(env.mediaDir, 'lost'), '')
	expect((await start()).warnings.join()).toMatch(/1 of 1 photographs lack files/)
})

test.each(['square.db', 'secret', 'server.lock'])('%s that cannot be opened is refused', async (name) => {
	site()
	rmSync(join(folder, name), { force: true })
	mkdirSync(join(folder, name))
	await expect(start()).rejects.toMatchObject({
		name: 'StartRefusal',
		message: expect.stringMatching(/cannot be opened .*chown/s),
	})
})

test('a full disk is refused until there is space', async () => {
	site()
	const { statfsSync } = fs
	const full = vi
		.spyOn(fs, 'statfsSync')
		.mockImplementation((path) => ({ ...statfsSync(path), bavail: 1 }) as never)
	await expect(start()).rejects.toMatchObject({ transient: true, message: /is full.*Free some space/s })
	full.mockImplementation((path) => ({ ...statfsSync(path), bavail: 100_000_000, bsize: 1 }) as never)
	expect((await start()).warnings).toEqual([expect.stringMatching(/Only 100 MB are free/)])
})

test('an unwritable folder is refused', async () => {
	writeFileSync(join(folder, 'file'), '')
	process.env.DATA_DIR = join(folder, 'file', 'data')
	await expect(start()).rejects.toThrow(/cannot be made or written/)
})

test('a locked folder is refused until its server is killed', async () => {
	site()
	const other: ChildProcess = spawn(process.execPath, [HOLDER], {
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	await once(other.stdout as NonNullable<typeof other.stdout>, 'data')
	await expect(start()).rejects.toMatchObject({ transient: true, message: /in use by another server/ })
	expect(existsSync(`${env.databaseFile}-wal`)).toBe(false)
	other.kill('SIGKILL')
	await once(other, 'exit')
	await start()
})
