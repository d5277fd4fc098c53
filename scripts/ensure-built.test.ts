import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'square-ready-'))
	mkdirSync(join(folder, 'bin'))
	writeFileSync(join(folder, 'package-lock.json'), '{}')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Evaluates an expression of the module `m` in the folder. */
function inFolder(expression: string, settings: Record<string, string> = {}) {
	const program = `import(${JSON.stringify(resolve('scripts/ensure-built.mjs'))}).then((m) => ${expression})`
	return spawnSync(process.execPath, ['-e', program], {
		cwd: folder,
		encoding: 'utf8',
		env: { NODE_ENV: 'test', PATH: join(folder, 'bin'), ...settings },
	})
}

/** Runs `installIfNeeded` with a fake `npm` that writes this SQLite module and exits with `status`. */
function install(sqlite: string, { status = 0, tools = [] as string[] } = {}) {
	const npm = `#!/bin/sh\n/bin/mkdir -p node_modules/better-sqlite3\n[ -z "$SQLITE" ] || echo "$SQLITE" > node_modules/better-sqlite3/index.js\nexit ${status}\n`
	writeFileSync(join(folder, 'bin/npm'), npm)
	chmodSync(join(folder, 'bin/npm'), 0o755)
	for (const tool of tools) symlinkSync('/bin/true', join(folder, 'bin', tool))
	const ended = inFolder('m.installIfNeeded()', { SQLITE: sqlite })
	return { ...ended, installed: existsSync(join(folder, 'node_modules/.installed')) }
}

const PREBUILT = 'module.exports = class {}'
const BROKEN = 'throw new Error("no binding")'

test('install needs no compiler with a prebuilt SQLite', () => {
	expect(install(PREBUILT)).toMatchObject({ status: 0, stderr: '', installed: true })
})

test.each(['', BROKEN])('install names the missing compiler: %j', (sqlite) => {
	const { stderr, ...ended } = install(sqlite, { status: 1, tools: ['make'] })
	expect(ended).toMatchObject({ status: 1, installed: false })
	expect(stderr).toMatch(/to compile it g\+\+, python3 is missing/)
})

test('install shows SQLite’s error with a compiler', () => {
	const { stderr, status } = install(BROKEN, { tools: ['make', 'g++', 'python3'] })
	expect(status).toBe(1)
	expect(stderr).toMatch(/no binding/)
	expect(stderr).not.toMatch(/missing/)
})

test('a failed npm install is not stamped', () => {
	expect(install(PREBUILT, { status: 7 })).toMatchObject({ status: 7, stderr: '', installed: false })
})

test('the server is built until one of its sources changes', () => {
	const write = (path: string, text = '') => {
		mkdirSync(dirname(join(folder, path)), { recursive: true })
		writeFileSync(join(folder, path), text)
	}
	const isServerBuilt = () => inFolder('console.log(m.isServerBuilt())').stdout.trim()
	write('demo/load.ts')
	for (const name of ['server', 'write-worker', 'square']) write(`.next/${name}.mjs`)
	expect(isServerBuilt()).toBe('false')
	inFolder('m.stampServer()')
	expect(isServerBuilt()).toBe('true')
	write('demo/stories/read-at-run-time.md')
	expect(isServerBuilt()).toBe('true')
	write('demo/load.ts', 'changed')
	expect(isServerBuilt()).toBe('false')
	inFolder('m.stampServer()')
	rmSync(join(folder, '.next/square.mjs'))
	expect(isServerBuilt()).toBe('false')
})
