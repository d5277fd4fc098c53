import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { env } from '@/lib/env'
import { fsyncPathSync } from '@/lib/fsync'
import { StartRefusal } from '@/lib/start-refusal'
import { schemaVersionOf } from './schema-version'

/** Snapshots kept: enough for several releases back, without filling a small disk. */
const SNAPSHOTS_MAX = 3

/**
 * Copies the database to `DATA_DIR/snapshots` before a migration, and deletes all but the newest `SNAPSHOTS_MAX`.
 *
 * @throws StartRefusal if the copy cannot be written; the database is then unchanged
 */
export function keepSnapshot(): void {
	const found = schemaVersionOf(env.databaseFile)
	const folder = join(env.dataDir, 'snapshots')
	const path = join(folder, `square-${new Date().toISOString().replaceAll(':', '-')}-schema-${found}.db`)
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 })
		vacuumInto(path)
	} catch (error) {
		if (existsSync(path)) rmSync(path)
		throw new StartRefusal(
			`The database needs a newer schema, and the copy before that could not be written to ${folder} (${(error as Error).message}).`,
			'The database was not changed. Free some space, then start again.',
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
	fsyncPathSync(path)
	fsyncPathSync(dirname(path))
}
