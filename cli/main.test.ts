import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compiled } from '@/lib/compiled'

let folder: string

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'square-cli-'))
	mkdirSync(join(folder, 'media'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const ADD = 'user add --email o@example.org --name O --role owner --password-stdin'

const PROGRAM = compiled('cli/main.ts')
const HOLDER = compiled('db/sqlite/lock-holder.fixture.ts')

const run = (command: string) =>
	spawnSync(process.execPath, [PROGRAM, ...command.split(' ')], {
		encoding: 'utf8',
		input: 'a good long password\n',
		env: { ...process.env, DATA_DIR: folder, SQUARE_SECRET: '' },
	})

test.each(['migrate', 'seed demo', ADD])('%s refuses a data folder without its database', (command) => {
	const { status, stderr } = run(command)
	expect(status).toBe(2)
	expect(stderr).toMatch(/no database .*holds: media\.\nNothing was changed/)
	expect(stderr).not.toMatch(/^ +at /m)
	expect(readdirSync(folder)).toEqual(['media'])
})

test('no database is made while a first start loads the demo edition', async () => {
	rmSync(join(folder, 'media'), { recursive: true })
	const server = spawn(process.execPath, [HOLDER], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, DATA_DIR: folder },
	})
	await once(server.stdout, 'data')
	const { status, stderr } = run(ADD)
	expect([status, stderr]).toEqual([2, expect.stringContaining('in use by another server, a first start')])
	expect(readdirSync(folder)).toEqual(['server.lock'])
	server.kill('SIGKILL')
	await once(server, 'exit')
	expect(run(ADD)).toMatchObject({ status: 0 })
})

test('only a new database gets a secret', () => {
	rmSync(join(folder, 'media'), { recursive: true })
	expect(run(ADD)).toMatchObject({ status: 0 })
	expect(readFileSync(join(folder, 'secret'), 'utf8')).toHaveLength(64)
	rmSync(join(folder, 'secret'))
	expect(run('migrate')).toMatchObject({ status: 0 })
	expect(existsSync(join(folder, 'secret'))).toBe(false)
})

test('remove-demo says that there is no demo edition', () => {
	rmSync(join(folder, 'media'), { recursive: true })
	run(ADD)
	expect(run('remove-demo --yes')).toMatchObject({
		status: 0,
		stdout: 'There is no demo edition in this database.\n',
	})
})
