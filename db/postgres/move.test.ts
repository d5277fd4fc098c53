import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { env } from '@/lib/env'
import { copyToPostgres, copyToSqlite, type MoveReport } from '../move/copy'
import { withDatabase } from '../testing'
import { plantEveryTable, query, TEXTS } from './moved-rows.fixture'
import { newDatabase } from './testing'

withDatabase()

const folder = mkdtempSync(join(tmpdir(), 'square-move-'))
const file = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

let first: MoveReport
beforeAll(async () => {
	await plantEveryTable(env.databaseUrl)
	first = await copyToSqlite(env.databaseUrl, file('first.db'))
})

/** All rows of a file by table, as SQLite quotes them. */
function dump(path: string): Record<string, unknown[]> {
	const database = new Database(path, { readonly: true })
	const names = database
		.prepare(`select name from sqlite_schema where type = 'table' and name not like '%drizzle%'`)
		.pluck()
		.all() as string[]
	const rows = names.map((name) => {
		const columns = database.prepare('select name from pragma_table_info(?)').pluck().all(name)
		const quotes = columns.map((column) => `quote("${column}")`).join(` || ',' || `)
		return [name, database.prepare(`select ${quotes} from "${name}" order by 1`).pluck().all()]
	})
	database.close()
	return Object.fromEntries(rows)
}

/** A copy of the first file, changed by a statement. */
function changed(statement: string): string {
	const path = file(`${crypto.randomUUID()}.db`)
	cpSync(file('first.db'), path)
	const database = new Database(path)
	database.pragma('foreign_keys = OFF')
	database.exec(statement)
	database.close()
	return path
}

const rowsIn = async (url: string, table: string) =>
	Number((await query(url, `select count(*) as rows from ${table}`))[0]?.rows)

test('rows of every table survive a move to SQLite and back', async () => {
	expect(first.tables.filter(({ rows }) => rows === 0)).toEqual([])
	const target = await newDatabase()
	const keys = () =>
		query(target, 'select conname, pg_get_constraintdef(oid) as is from pg_constraint order by conname')
	const before = await keys()
	expect(await copyToPostgres(file('first.db'), target)).toEqual(first)
	expect(await keys()).toEqual(before)
	expect(await copyToSqlite(target, file('second.db'))).toEqual(first)
	expect(dump(file('second.db'))).toEqual(dump(file('first.db')))
	const names = await query(target, `select name from tags where slug like 'odd-%' order by id`)
	expect(names.map(({ name }) => name)).toEqual(TEXTS)
})

test('the next story gets an id that no story ever had', async () => {
	const target = await newDatabase()
	await copyToPostgres(file('first.db'), target)
	const insert = `insert into articles (slug, created_at) values ('next', 0) returning id`
	expect(await query(target, insert)).toEqual([{ id: 5001 }])
	const database = new Database(changed(insert.replace('returning id', '')))
	expect(database.prepare(`select id from articles where slug = 'next'`).pluck().get()).toBe(5001)
	database.close()
})

test('a target with rows is refused and not changed', async () => {
	const target = await newDatabase()
	await query(target, `insert into tags (slug, name) values ('own', 'Own')`)
	await expect(copyToPostgres(file('first.db'), target)).rejects.toThrow(/holds rows already, in tags\./)
	expect([await rowsIn(target, 'tags'), await rowsIn(target, 'people')]).toEqual([1, 0])
})

test('texts that PostgreSQL cannot store are named, and replaced only if allowed', async () => {
	const path = changed(
		`insert into tags (slug, name) values ('nul', 'a' || char(0) || 'b'), ('half', cast(x'61eda080' as text))`,
	)
	const target = await newDatabase()
	await expect(copyToPostgres(path, target)).rejects.toThrow(
		/cannot store 2 texts: tags\.name of row \d+ \(U\+0000\), tags\.name of row \d+ \(not UTF-8\)\./,
	)
	expect(await rowsIn(target, 'people')).toBe(0)
	const { replaced } = await copyToPostgres(path, target, { replaceUnstorable: true })
	expect(replaced.map(({ table, column, found }) => [table, column, found])).toEqual([
		['tags', 'name', 'U+0000'],
		['tags', 'name', 'not UTF-8'],
	])
	const names = await query(target, `select name from tags where slug in ('nul', 'half') order by id`)
	expect(names.map(({ name }) => name)).toEqual(['a\ufffdb', 'a\ufffd\ufffd\ufffd'])
})

test.each([
	[
		'a value of another type',
		`insert into ad_counts (ad_id, day, clicks) values (1, 'x', 1.5)`,
		/is no bigint/,
	],
	['a reference to a missing row', `insert into moods values (987654, 'x', 'happy', 0)`, /foreign key/],
])('%s changes nothing in the target', async (_, statement, message) => {
	const target = await newDatabase()
	await expect(copyToPostgres(changed(statement), target)).rejects.toThrow(message)
	expect([await rowsIn(target, 'people'), await rowsIn(target, 'site_identity')]).toEqual([0, 1])
	await copyToPostgres(file('first.db'), target)
})

test('a database that another process reads is refused', async () => {
	const target = await newDatabase()
	const reader = new pg.Client(target)
	await reader.connect()
	await reader.query('begin; select from tags')
	await expect(copyToPostgres(file('first.db'), target)).rejects.toThrow(/Another process uses/)
	await reader.end()
})

test('a failed copy leaves no SQLite file', async () => {
	const target = await newDatabase()
	await query(target, 'create table other (id bigint primary key)')
	await expect(copyToSqlite(target, file('failed.db'))).rejects.toThrow(/different tables: other\(id\)/)
	expect(existsSync(file('failed.db'))).toBe(false)
})
