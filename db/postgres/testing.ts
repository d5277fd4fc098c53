import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { env } from '@/lib/env'
import { closeDatabase, readDb } from './connection'
import { migrate } from './migrate'

export { traceWrites } from './trace-writes'

/** Database that is copied for each test file: a copy takes a tenth of the time of the migrations. */
const TEMPLATE = 'square_template'
/** Number of the advisory lock under which the template is made. */
const TEMPLATE_LOCK = 1

let number = 0

/** Makes a migrated database for a test file on the server of `DATABASE_URL`, which then names it. */
export async function makeDatabase(): Promise<void> {
	process.env.DATABASE_URL = await newDatabase()
	// Work that the previous file left running may have opened connections to another database.
	await closeDatabase()
}

/** Makes a migrated database. @returns its URL */
export async function newDatabase(): Promise<string> {
	number += 1
	const name = `square_test_${process.pid}_${number}`
	await onServer(async (server) => {
		await server.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
		const { rows } = await server.query('select 1 from pg_database where datname = $1', [TEMPLATE])
		if (rows.length === 0) await makeTemplate(server)
		await server.query(`create database ${name} template ${TEMPLATE}`)
	})
	return urlOf(name)
}

/** Leaves the database to the end of the test server: a deletion waits for every other connection of it. */
export async function dropDatabase(): Promise<void> {
	process.env.DATABASE_URL = urlOf('postgres')
}

async function makeTemplate(server: pg.Client): Promise<void> {
	const unfinished = `${TEMPLATE}_unfinished`
	await server.query(`drop database if exists ${unfinished}`)
	await server.query(`create database ${unfinished}`)
	process.env.DATABASE_URL = urlOf(unfinished)
	await migrate()
	await server.query(`alter database ${unfinished} rename to ${TEMPLATE}`)
}

async function onServer(run: (server: pg.Client) => Promise<unknown>): Promise<void> {
	const server = new pg.Client({ connectionString: urlOf('postgres') })
	await server.connect()
	try {
		await run(server)
	} finally {
		await server.end()
	}
}

function urlOf(database: string): string {
	const url = new URL(env.databaseUrl)
	url.pathname = `/${database}`
	return url.href
}

/** The rows of a query in SQL that both databases read. */
export async function queryRows<Row>(text: string): Promise<Row[]> {
	const pool = readDb().$client as unknown as pg.Pool
	return (await pool.query(text)).rows as Row[]
}

/** None: PostgreSQL's constraints are never off. */
export const brokenReferences = async (): Promise<unknown[]> => []

/** Name, columns and foreign keys of a table of the schema. */
export const tableConfig = (table: PgTable) => {
	const { name, columns, foreignKeys } = getTableConfig(table)
	return { name, columns, foreignKeys }
}
