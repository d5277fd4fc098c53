import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FULL_RUN } from '@/e2e/http/sample'
import { compiled } from '@/lib/compiled'
import { env } from '@/lib/env'
import { equalsSqlite } from '../move/copy'
import { withDatabase } from '../testing'
import { plantEveryTable, query } from './moved-rows.fixture'
import { newDatabase } from './testing'

withDatabase()

const PROGRAM = compiled('cli/main.ts')
const PHOTO = `media/${'a'.repeat(64)}/original.png`
/** Kills of a move in each direction, and the limit of all together. */
const KILLS = FULL_RUN ? 8 : 2
const KILLS_MS = 900_000

const folder = mkdtempSync(join(tmpdir(), 'square-move-'))
const sqlite = join(folder, 'sqlite')
afterAll(() => rmSync(folder, { recursive: true }))

/** Starts the command line; `DATABASE_URL` is empty for SQLite in `DATA_DIR`. */
const start = (command: string, settings: { DATABASE_URL: string; DATA_DIR: string }): ChildProcess =>
	spawn(process.execPath, [PROGRAM, ...command.split(' ')], { env: { ...process.env, ...settings } })

async function run(command: string, DATABASE_URL: string, DATA_DIR: string) {
	const child = start(command, { DATABASE_URL, DATA_DIR })
	let output = ''
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
	const [status] = await once(child, 'exit')
	return { status, output }
}

const moveTo = (target: string) => run(`move --to ${target}`, '', sqlite)

beforeAll(async () => {
	await plantEveryTable(env.databaseUrl)
	mkdirSync(join(env.dataDir, PHOTO, '..'), { recursive: true })
	writeFileSync(join(env.dataDir, PHOTO), 'a photograph')
	expect(await run(`move --to sqlite:${sqlite}`, env.databaseUrl, env.dataDir)).toMatchObject({ status: 0 })
}, KILLS_MS)

test('a move to SQLite brings rows, photographs, secret and search index', async () => {
	expect(await equalsSqlite(env.databaseUrl, join(sqlite, 'square.db'))).not.toBeNull()
	for (const name of [PHOTO, 'secret'])
		expect(readFileSync(join(sqlite, name))).toEqual(readFileSync(join(env.dataDir, name)))
	expect(await run('search check', '', sqlite)).toMatchObject({ status: 0 })
	expect(readdirSync(sqlite).sort()).toEqual(['media', 'secret', 'server.lock', 'square.db'])
})

test('a repeatable move brings rows and search index to PostgreSQL', async () => {
	const target = await newDatabase()
	const { status, output } = await moveTo(target)
	expect([status, output]).toEqual([0, expect.stringMatching(/compared all of them.*DATABASE_URL/s)])
	expect(output).not.toContain(target)
	expect(await equalsSqlite(target, join(sqlite, 'square.db'))).not.toBeNull()
	expect(await run('search check', target, sqlite)).toMatchObject({ status: 0 })
	expect(await moveTo(target)).toMatchObject({ status: 0, output: expect.stringContaining('already') })
	await query(target, `update people set name = 'Another'`)
	expect(await moveTo(target)).toMatchObject({ status: 2, output: expect.stringContaining('holds rows') })
})

test('a folder of an interrupted move takes the repeated one', async () => {
	const to = join(folder, 'interrupted')
	mkdirSync(join(to, PHOTO, '..'), { recursive: true })
	for (const name of [`${PHOTO}.new`, 'secret.new', 'square.db.new-1', 'square.db.new-1-wal'])
		writeFileSync(join(to, name), 'half')
	expect((await run(`move --to sqlite:${to}`, env.databaseUrl, env.dataDir)).output).toMatch(/is in SQLite/)
	expect(readdirSync(to).sort()).toEqual(['media', 'secret', 'server.lock', 'square.db'])
	expect(readdirSync(join(to, PHOTO, '..'))).toEqual(['original.png'])
})

test('a site with a running server is refused in both directions', async () => {
	const lock = new Database(join(sqlite, 'server.lock'))
	lock.exec('begin exclusive')
	expect((await moveTo(await newDatabase())).output).toMatch(/in use by another server/)
	lock.close()
	const server = new pg.Client({ connectionString: env.databaseUrl, application_name: 'public-square' })
	await server.connect()
	const back = await run(`move --to sqlite:${join(folder, 'other')}`, env.databaseUrl, env.dataDir)
	expect(back).toMatchObject({
		status: 2,
		output: expect.stringMatching(/server is connected.*Nothing was changed/s),
	})
	expect(existsSync(join(folder, 'other'))).toBe(false)
	await server.end()
})

test.each([
	['', /name the target/],
	['--to sqlite:elsewhere', /in SQLite already/],
	['--to postgres://square@127.0.0.1:1/none', /cannot be opened \(connect ECONNREFUSED/],
])('move %s is refused with a sentence', async (args, message) => {
	const { status, output } = await run(`move ${args}`.trim(), '', sqlite)
	expect([status, output]).toEqual([2, expect.stringMatching(message)])
	expect(output).not.toMatch(/^ +at /m)
})

/** Share of a move before its first change. */
const START_SHARE = 0.3

/** Kills a move at a moment between its start and its end. */
async function killAt(kill: number, totalMs: number, child: ChildProcess): Promise<void> {
	const share = START_SHARE + ((1 - START_SHARE) * (kill + Math.random())) / KILLS
	const exited = once(child, 'exit')
	await Promise.race([sleep(share * totalMs), exited])
	child.kill('SIGKILL')
	await exited
}

/** Repeats a move until processes of the killed one have ended. */
async function moveAgain(again: () => ReturnType<typeof run>): Promise<void> {
	let last = await again()
	for (let tries = 0; last.status !== 0 && tries < 20; tries += 1) {
		await sleep(500)
		last = await again()
	}
	expect([last.status, last.output]).toEqual([0, expect.stringContaining('is made anew')])
}

test('a killed move to PostgreSQL leaves all rows or none', {
	timeout: KILLS_MS,
}, async () => {
	const began = performance.now()
	await moveTo(await newDatabase())
	const totalMs = performance.now() - began
	for (let kill = 0; kill < KILLS; kill += 1) {
		const target = await newDatabase()
		const settings = { DATABASE_URL: '', DATA_DIR: sqlite }
		await killAt(kill, totalMs, start(`move --to ${target}`, settings))
		const [found] = await query(target, 'select count(*)::int as rows from people')
		if (found?.rows) expect(await equalsSqlite(target, join(sqlite, 'square.db'))).not.toBeNull()
		await moveAgain(() => moveTo(target))
		expect(await equalsSqlite(target, join(sqlite, 'square.db'))).not.toBeNull()
		expect(await run('search check', target, sqlite)).toMatchObject({ status: 0 })
	}
})

test('a killed move to SQLite leaves a whole database or none', {
	timeout: KILLS_MS,
}, async () => {
	const move = (to: string) => ({ command: `move --to sqlite:${to}`, from: env.databaseUrl })
	const began = performance.now()
	await run(move(join(folder, 'timed')).command, env.databaseUrl, env.dataDir)
	const totalMs = performance.now() - began
	for (let kill = 0; kill < KILLS; kill += 1) {
		const to = join(folder, `killed-${kill}`)
		const { command, from } = move(to)
		await killAt(
			0.3 + 0.7 * Math.random(),
			totalMs,
			start(command, { DATABASE_URL: from, DATA_DIR: env.dataDir }),
		)
		if (existsSync(join(to, 'square.db')))
			expect(await equalsSqlite(from, join(to, 'square.db'))).not.toBeNull()
		else if (existsSync(join(to, 'media')))
			expect((await run('migrate', '', to)).output).toMatch(/has no database.*holds: media/)
		await moveAgain(() => run(command, from, env.dataDir))
		expect(await equalsSqlite(from, join(to, 'square.db'))).not.toBeNull()
		expect(await run('search check', '', to)).toMatchObject({ status: 0 })
	}
})
