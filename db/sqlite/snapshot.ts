import {
	chmodSync,
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readdirSync,
	rmSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { env } from '@/lib/env'
import { type SchemaVersion, schemaVersionOf } from './applied-migrations'

/** Enough to go back several releases; more would fill a small disk with old copies. */
const SNAPSHOTS_MAX = 3

/**
 * Keeps a copy of the database before it is brought to a newer schema, in `DATA_DIR/snapshots`. A database that
 * is new, or has this schema already, needs none.
 *
 * @throws Error where the copy cannot be written; the database is unchanged then
 */
export function snapshotBefore(version: SchemaVersion): void {
	if (!existsSync(env.databaseFile)) return
	const found = schemaVersionOf(env.databaseFile)
	if (found === 0 || found >= version) return
	const folder = join(env.dataDir, 'snapshots')
	const path = join(folder, `square-${new Date().toISOString().replaceAll(':', '-')}-schema-${found}.db`)
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 })
		vacuumInto(path)
	} catch (error) {
		if (existsSync(path)) rmSync(path)
		throw new Error(
			`The database needs a newer schema, and the copy before that could not be written to ${folder} ` +
				`(${(error as Error).message}). The database was not changed.`,
		)
	}
	const old = readdirSync(folder).sort().slice(0, -SNAPSHOTS_MAX)
	for (const name of old) rmSync(join(folder, name))
}

function vacuumInto(path: string): void {
	const source = new Database(env.databaseFile, { readonly: true, fileMustExist: true })
	try {
		source.prepare('vacuum into ?').run(path)
	} finally {
		source.close()
	}
	chmodSync(path, 0o600)
	for (const each of [path, join(path, '..')]) {
		const file = openSync(each, 'r')
		fsyncSync(file)
		closeSync(file)
	}
}
