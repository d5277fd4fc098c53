import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Table } from 'drizzle-orm'
import { getTableConfig as postgresConfig } from 'drizzle-orm/pg-core'
import { getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core'
import type { Pool } from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { ALL_TAGS, invalidate } from '@/lib/invalidation'
import { forgetLanguage } from '@/lib/messages/messages'
import { createSecret } from '@/lib/secret'
import { usesPostgres } from './dialect'
import { closeDatabase, migrate, readDb } from './port'
import { createDatabase, dropDatabase } from './postgres/testing'
import { traceWrites as tracePostgres } from './postgres/trace-writes'
import { traceWrites as traceSqlite } from './sqlite/trace-writes'

/** Locks and statements of the writes that `run` makes, in order: `lock reader r1`, `select … from "moods" …`. */
export const traceWrites = usesPostgres ? tracePostgres : traceSqlite

/** Gives the test file a data folder of its own, with a migrated database and a secret. */
export function withDatabase(): void {
	let folder: string
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'square-test-'))
		await closeDatabase()
		process.env.DATA_DIR = folder
		if (usesPostgres) await createDatabase()
		else await migrate()
		createSecret(join(folder, 'secret'))
		// Test files share a process, whose memoized reads belong to the previous database.
		invalidate({ immediate: [ALL_TAGS], deferred: [] })
	})
	afterAll(async () => {
		forgetLanguage()
		await closeDatabase()
		if (usesPostgres) await dropDatabase()
		rmSync(folder, { recursive: true, force: true })
	})
}

/** The rows of a query in SQL that both databases read. */
export async function queryRows<Row>(text: string): Promise<Row[]> {
	const client: unknown = readDb().$client
	if (usesPostgres) return (await (client as Pool).query(text)).rows as Row[]
	return (client as Database).prepare(text).all() as Row[]
}

/** Rows with a reference to a missing row. PostgreSQL has none: its constraints are never off. */
export const brokenReferences = async (): Promise<unknown[]> =>
	usesPostgres ? [] : queryRows('select * from pragma_foreign_key_check')

type TableConfig = Pick<ReturnType<typeof sqliteConfig>, 'name' | 'columns' | 'foreignKeys'>

/** Name, columns and foreign keys of a table of the schema. */
export const tableConfig = (table: Table): TableConfig =>
	usesPostgres
		? (postgresConfig(table as never) as unknown as TableConfig)
		: sqliteConfig(table as Parameters<typeof sqliteConfig>[0])
