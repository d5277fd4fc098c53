import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '../sqlite/database-file'
import { withDatabase } from '../testing'
import { readDb } from './connection'

withDatabase()

/** Tables of the search indexes, which each database builds in its own way, and those of several servers on one. */
const OF_ONE = /^(search_(published|drafts)|sqlite_|__drizzle|changes$|instances$|shared_values$)/

type Column = { name: string; kind: 'number' | 'text'; required: boolean; key: number }
type Reference = { column: string; table: string; target: string; onDelete: string }
type Index = { columns: string[]; unique: boolean; partial: boolean }
type Table = { columns: Column[]; references: Reference[]; indexes: Index[] }
type Schema = Record<string, Table>

const sorted = <T>(values: T[]): T[] =>
	[...values].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))

function sqliteSchema(): Schema {
	const database = new Database(':memory:')
	migrate(drizzle(database), { migrationsFolder: MIGRATIONS })
	const all = <Row>(sql: string, ...values: unknown[]) => database.prepare(sql).all(...values) as Row[]
	const names = all<{ name: string }>(`select name from sqlite_schema where type = 'table'`)
	const tables = names.filter(({ name }) => !OF_ONE.test(name))
	return Object.fromEntries(
		tables.map(({ name }) => {
			const columns = all<{ name: string; type: string; notnull: number; pk: number }>(
				'select * from pragma_table_info(?)',
				name,
			)
			const keys = all<{ from: string; table: string; to: string; on_delete: string }>(
				'select * from pragma_foreign_key_list(?)',
				name,
			)
			const indexes = all<{ name: string; unique: number; origin: string; partial: number }>(
				'select * from pragma_index_list(?)',
				name,
			)
			return [
				name,
				{
					columns: sorted(
						columns.map((column) => ({
							name: column.name,
							kind: column.type.toLowerCase() === 'text' ? ('text' as const) : ('number' as const),
							required: column.notnull === 1 || column.pk > 0,
							key: column.pk,
						})),
					),
					references: sorted(
						keys.map((key) => ({
							column: key.from,
							table: key.table,
							target: key.to,
							onDelete: key.on_delete.toLowerCase(),
						})),
					),
					indexes: sorted(
						indexes
							.filter(({ origin }) => origin !== 'pk')
							.map((index) => ({
								columns: all<{ name: string }>('select name from pragma_index_info(?)', index.name).map(
									(each) => each.name,
								),
								unique: index.unique === 1,
								partial: index.partial === 1,
							})),
					),
				},
			]
		}),
	)
}

const COLUMNS = `select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull as required,
	coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0) as key
	from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
	left join pg_index i on i.indrelid = c.oid and i.indisprimary
	where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`
const REFERENCES = `select k.conrelid::regclass::text as table, a.attname as column, k.confrelid::regclass::text as other, b.attname as target,
	case k.confdeltype when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade' when 'n' then 'set null' end as "onDelete"
	from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
	join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1] where k.contype = 'f'`
const INDEXES = `select i.indrelid::regclass::text as table, i.indisunique as unique, i.indpred is not null as partial,
	array(select a.attname::text from unnest(i.indkey::int2[]) with ordinality as k (number, place)
		join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number order by k.place) as columns
	from pg_index i join pg_class c on c.oid = i.indrelid
	where c.relnamespace = 'public'::regnamespace and not i.indisprimary`

async function postgresSchema(): Promise<Schema> {
	const client = readDb().$client as unknown as pg.Pool
	const all = async <Row>(sql: string) => (await client.query(sql)).rows as (Row & { table: string })[]
	const columns = await all<Omit<Column, 'kind'> & { type: string }>(COLUMNS)
	const references = await all<Omit<Reference, 'table'> & { other: string }>(REFERENCES)
	const indexes = await all<Index>(INDEXES)
	const names = [...new Set(columns.map(({ table }) => table))].filter((name) => !OF_ONE.test(name))
	return Object.fromEntries(
		names.map((table) => [
			table,
			{
				columns: sorted(
					columns
						.filter((each) => each.table === table)
						.map(({ name, type, required, key }) => ({
							name,
							kind: type === 'text' ? ('text' as const) : ('number' as const),
							required,
							key,
						})),
				),
				references: sorted(
					references
						.filter((each) => each.table === table)
						.map(({ column, other, target, onDelete }) => ({ column, table: other, target, onDelete })),
				),
				indexes: sorted(
					indexes
						.filter((each) => each.table === table)
						.map(({ columns: names, unique, partial }) => ({ columns: names, unique, partial })),
				),
			},
		]),
	)
}

test('both databases have the same tables, columns, keys and indexes', async () => {
	const [sqlite, postgres] = [sqliteSchema(), await postgresSchema()]
	expect(Object.keys(postgres).sort()).toEqual(Object.keys(sqlite).sort())
	for (const [name, table] of Object.entries(sqlite)) expect([name, postgres[name]]).toEqual([name, table])
})

test('both databases refuse the same values and changes', async () => {
	const client = readDb().$client as unknown as pg.Pool
	const database = new Database(':memory:')
	migrate(drizzle(database), { migrationsFolder: MIGRATIONS })
	const checks = (sql: string) => [...sql.matchAll(/CONSTRAINT "(\w+)" CHECK/gi)].map(([, name]) => name)
	const made = database
		.prepare(`select sql from sqlite_schema where type = 'table'`)
		.pluck()
		.all() as string[]
	const named = await client.query(
		`select conname from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace`,
	)
	expect(named.rows.map(({ conname }) => conname).sort()).toEqual(made.flatMap(checks).sort())
	const triggers = database.prepare(`select name from sqlite_schema where type = 'trigger'`).pluck().all()
	const made2 = await client.query('select tgname from pg_trigger where not tgisinternal')
	expect(made2.rows.map(({ tgname }) => tgname).sort()).toEqual((triggers as string[]).sort())
})
