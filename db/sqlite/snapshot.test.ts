import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { env } from '@/lib/env'
import { closeDatabase } from './connection'
import { findDamage } from './damage.mjs'
import { releaseSchemaVersion } from './database-file'
import { migrate } from './migrate'
import { schemaVersionOf } from './schema-version'
import { keepSnapshot } from './snapshot'

withDatabase()

const snapshots = (): string[] => {
	try {
		return readdirSync(join(env.dataDir, 'snapshots'))
	} catch {
		return []
	}
}

test('migrate makes no snapshot of a current database', async () => {
	await migrate()
	expect(snapshots()).toEqual([])
	expect(schemaVersionOf(env.databaseFile)).toBe(releaseSchemaVersion())
})

test('keepSnapshot writes a sound, private copy of the database', async () => {
	await closeDatabase()
	const database = new Database(env.databaseFile)
	database.exec(`insert into sections (slug, name, position) values ('kept', 'Kept', 1)`)
	keepSnapshot()
	const [name = ''] = snapshots()
	const path = join(env.dataDir, 'snapshots', name)
	expect(findDamage(path)).toEqual([])
	expect(statSync(path).mode & 0o777).toBe(0o600)
	const snapshot = new Database(path, { readonly: true })
	expect(snapshot.prepare('select slug from sections').pluck().all()).toContain('kept')
	snapshot.close()
	database.close()
})

test('only the newest three snapshots are kept', async () => {
	for (let round = 0; round < 4; round += 1) {
		keepSnapshot()
		await new Promise((resolve) => setTimeout(resolve, 5))
	}
	const names = snapshots()
	expect(names).toHaveLength(3)
})

test('a snapshot that cannot be written stops the migration', () => {
	const folder = join(env.dataDir, 'snapshots')
	rmSync(folder, { recursive: true })
	writeFileSync(folder, 'a file where the folder belongs')
	expect(() => keepSnapshot()).toThrow('could not be written')
})
