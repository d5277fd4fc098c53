import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Prints the packages of `node_modules` that the port of the database loads. */
const PROGRAM = `
	import { createRequire } from 'node:module'
	await import('./db/index.ts')
	const paths = Object.keys(createRequire(import.meta.url).cache)
	console.log(paths.map((path) => /node_modules\\/([^@/]+|@[^/]+\\/[^/]+)/.exec(path)?.[1]).join())`

test('pg is loaded with DATABASE_URL only', () => {
	const loaded = (DATABASE_URL: string) =>
		execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PROGRAM], {
			env: { ...process.env, DATABASE_URL },
			encoding: 'utf8',
		}).split(',')
	expect(loaded('')).toContain('better-sqlite3')
	expect(loaded('')).not.toContain('pg')
	expect(loaded('postgres://127.0.0.1/square')).toContain('pg')
})
