import { isUtf8 } from 'node:buffer'
import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { fsyncPathSync } from '@/lib/fsync'
import { StartRefusal } from '@/lib/start-refusal'
import {
	BATCH_LENGTH_MAX,
	BATCH_ROWS_MAX,
	type ColumnType,
	lengthOf,
	type MovedTable,
	type Row,
	type Snapshot,
	type Target,
	type UnstorableText,
	type Value,
} from '../move/rows'
import { MIGRATIONS } from './database-file'

const REPLACEMENT = '\ufffd'

const quoted = (name: string): string => `"${name}"`

/** Names of all tables except those of SQLite, of the search index and of Drizzle, with their columns. */
function columnsByTable(database: Database.Database): Map<string, string[]> {
	const names = database
		.prepare(
			`select name from pragma_table_list where schema = 'main' and type = 'table'
			and name not like 'sqlite\\_%' escape '\\' and name <> '__drizzle_migrations'`,
		)
		.pluck()
		.all() as string[]
	const columns = database.prepare('select name from pragma_table_info(?) order by name').pluck()
	return new Map(names.map((name) => [name, columns.all(name) as string[]]))
}

/** A snapshot of a database file, with the texts of it that PostgreSQL cannot store. */
export type SqliteSnapshot = Snapshot & {
	columnsByTable: () => Map<string, string[]>
	/** Texts found by `rows`, which yields them with U+FFFD. */
	unstorable: UnstorableText[]
}

/** Opens a database file read-only; it must not be migrated meanwhile. @throws SqliteError for a missing file */
export function openSqliteSnapshot(file: string): SqliteSnapshot {
	const database = new Database(file, { readonly: true, fileMustExist: true })
	// A second connection, since one cannot run a statement while it reads rows.
	const bytes = new Database(file, { readonly: true, fileMustExist: true })
	for (const each of [database, bytes]) {
		each.exec('begin')
		each.prepare('select count(*) from sqlite_schema').get()
	}
	const unstorable: UnstorableText[] = []
	return {
		unstorable,
		columnsByTable: () => columnsByTable(database),
		rows: (table) => rowsOf(database, table, (at, text) => storable(bytes, unstorable, at, text)),
		async lastNumber({ name, numbered }) {
			if (!numbered) return 0n
			const greatest = database
				.prepare(`select coalesce(max(${quoted(numbered)}), 0) from ${quoted(name)}`)
				.pluck()
				.safeIntegers()
				.get() as bigint
			const last = database.prepare('select seq from sqlite_sequence where name = ?').pluck().safeIntegers()
			const number = last.get(name) as bigint | undefined
			return number !== undefined && number > greatest ? number : greatest
		},
		async close() {
			database.close()
			bytes.close()
		},
	}
}

type Place = { table: MovedTable; column: string; key: unknown[] }

async function* rowsOf(
	database: Database.Database,
	table: MovedTable,
	check: (at: Place, text: string) => string,
): AsyncGenerator<Row[]> {
	const columns = table.columns.map(({ name }) => quoted(name)).join(', ')
	const order = table.key.map(quoted).join(', ')
	const rows = database
		.prepare(`select ${columns} from ${quoted(table.name)} order by ${order}`)
		.raw()
		.safeIntegers()
		.iterate() as IterableIterator<unknown[]>
	const keyAt = table.key.map((name) => table.columns.findIndex((column) => column.name === name))
	let batch: Row[] = []
	let length = 0
	for (const values of rows) {
		const key = keyAt.map((at) => values[at])
		const row = values.map((value, at) => {
			const { name: column, type } = table.columns[at] as { name: string; type: ColumnType }
			const place = { table, column, key }
			return typeof value === 'string' && type === 'text' ? check(place, value) : textOf(place, type, value)
		})
		batch.push(row)
		length += lengthOf(row)
		if (batch.length >= BATCH_ROWS_MAX || length >= BATCH_LENGTH_MAX) {
			yield batch
			batch = []
			length = 0
		}
	}
	if (batch.length > 0) yield batch
}

/** @throws StartRefusal for a value of another type than its column, which SQLite allows */
function textOf({ table, column, key }: Place, type: ColumnType, value: unknown): Value {
	if (value === null) return null
	const isOfType =
		typeof value === 'bigint' && (type === 'bigint' || (type === 'boolean' && value >= 0n && value <= 1n))
	if (isOfType) return String(value)
	throw new StartRefusal(
		`${table.name}.${column} of row ${key.join(' ')} holds a value that is no ${type}.`,
		'Nothing was changed. No release writes such a value; correct the row, and start again.',
	)
}

/** The text, or one with U+FFFD, noted, in place of what PostgreSQL cannot store. */
function storable(
	bytes: Database.Database,
	unstorable: UnstorableText[],
	{ table, column, key }: Place,
	text: string,
): string {
	const note = (found: UnstorableText['found']) =>
		unstorable.push({ table: table.name, key: key.join(' '), column, found })
	// The driver reads bytes that are not UTF-8 as U+FFFD, which a text may hold too.
	if (text.includes(REPLACEMENT)) {
		const stored = bytes
			.prepare(
				`select cast(${quoted(column)} as blob) from ${quoted(table.name)}
				where ${table.key.map((name) => `${quoted(name)} is ?`).join(' and ')}`,
			)
			.pluck()
			.get(key) as Buffer | undefined
		// Without a row, its key has such bytes.
		if (!stored || !isUtf8(stored)) note('not UTF-8')
	}
	if (!text.includes('\u0000')) return text
	note('U+0000')
	return text.replaceAll('\u0000', REPLACEMENT)
}

export type SqliteTarget = Target & { columnsByTable: () => Map<string, string[]> }

/** Makes a database file, which is used only after `commit`; an earlier unfinished one is deleted. */
export function createSqliteTarget(file: string): SqliteTarget {
	const remove = () => {
		for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
	}
	remove()
	const database = new Database(file)
	// A crash leaves a file without use, so nothing is journaled, and all is synced once at the end.
	database.pragma('journal_mode = OFF')
	database.pragma('synchronous = OFF')
	migrate(drizzle(database), { migrationsFolder: MIGRATIONS })
	database.pragma('foreign_keys = OFF')
	database.exec('begin; delete from site_identity')
	return {
		columnsByTable: () => columnsByTable(database),
		insert: async ({ name, columns }, rows) => {
			const values = columns.map(({ type }) => (type === 'text' ? '?' : 'cast(? as integer)'))
			const insert = database.prepare(
				`insert into ${quoted(name)} (${columns.map((each) => quoted(each.name)).join(', ')}) values (${values.join(', ')})`,
			)
			for (const row of rows) insert.run(row)
		},
		setLastNumber: async ({ name }, number) => {
			database.prepare('delete from sqlite_sequence where name = ?').run(name)
			database.prepare('insert into sqlite_sequence (name, seq) values (?, ?)').run(name, number)
		},
		finish: async () => {
			const broken = database.prepare('select * from pragma_foreign_key_check').all()
			if (broken.length > 0) throw new Error(`${broken.length} references have no row.`)
			database.exec('commit')
		},
		written: () => openSqliteSnapshot(file),
		commit: async () => {
			database.pragma('journal_mode = WAL')
			database.close()
			fsyncPathSync(file)
		},
		abort: async () => {
			database.close()
			remove()
		},
	}
}
