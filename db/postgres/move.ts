import type { Client } from 'pg'
import { StartRefusal } from '@/lib/start-refusal'
import {
	BATCH_LENGTH_MAX,
	BATCH_ROWS_MAX,
	type ColumnType,
	lengthOf,
	type MovedTable,
	NOT_MOVED,
	type Row,
	type Snapshot,
	type Target,
} from '../move/rows'
import { CONNECT_WITHIN_MS } from './connection'
import { pg } from './driver'

/** The only table with a row in a new database: the site's identity, which the copied one replaces. */
const IDENTITY = 'site_identity'

/** Rows of the first batch of a table; later ones are as many as its rows are long. */
const FIRST_ROWS = 20

/** Wait for a table that another process uses. */
const LOCK_WAIT = '5s'

/** SQLSTATE of a lock that was not available in time. */
const LOCK_NOT_AVAILABLE = '55P03'

const quoted = (name: string): string => pg.escapeIdentifier(name)

async function connect(url: string): Promise<Client> {
	const client = new pg.Client({
		connectionString: url,
		application_name: 'public-square move',
		connectionTimeoutMillis: CONNECT_WITHIN_MS,
		keepAlive: true,
		// All values as PostgreSQL writes them: numbers beyond 2^53 stay whole.
		types: { getTypeParser: () => (value: string) => value } as never,
	})
	client.on('error', () => {})
	await client.connect()
	return client
}

/** Begins a transaction without limits of time, which hosts set: a large site takes minutes. */
async function begin(client: Client, kind = ''): Promise<void> {
	await client.query(`begin ${kind}`)
	await client.query('set local statement_timeout = 0')
	await client.query('set local idle_in_transaction_session_timeout = 0')
}

const COLUMNS = `select c.relname, a.attname, format_type(a.atttypid, null), a.attidentity <> '' as numbered,
	array_position(i.indkey::int2[], a.attnum) as key
	from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
	left join pg_index i on i.indrelid = c.oid and i.indisprimary
	where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname <> all($1::text[])
	order by c.relname, a.attname collate "C"`

const TYPES = new Set<string>(['bigint', 'boolean', 'text'] satisfies ColumnType[])

async function tablesOf(client: Client): Promise<MovedTable[]> {
	const tables = new Map<string, MovedTable>()
	const keys = new Map<string, [number, string][]>()
	const found = await client.query({ text: COLUMNS, values: [NOT_MOVED], rowMode: 'array' })
	for (const [table, name, type, numbered, key] of found.rows as [
		string,
		string,
		string,
		string,
		string | null,
	][]) {
		if (!TYPES.has(type)) throw new Error(`${table}.${name} has the type ${type}, which cannot be moved.`)
		const known = tables.get(table) ?? { name: table, columns: [], key: [], numbered: null }
		known.columns.push({ name, type: type as ColumnType })
		if (numbered === 't') known.numbered = name
		tables.set(table, known)
		if (key !== null) keys.set(table, [...(keys.get(table) ?? []), [Number(key), name]])
	}
	for (const table of tables.values())
		table.key = (keys.get(table.name) ?? []).sort(([one], [other]) => one - other).map(([, name]) => name)
	return [...tables.values()]
}

async function* rowsOf(client: Client, { name, columns, key }: MovedTable): AsyncGenerator<Row[]> {
	const values = columns.map((column) =>
		column.type === 'boolean' ? `${quoted(column.name)}::int` : quoted(column.name),
	)
	const query = `select ${values.join(', ')} from ${quoted(name)} order by ${key.map(quoted).join(', ')}`
	await client.query(`declare moved_rows no scroll cursor for ${query}`)
	for (let number = FIRST_ROWS; ; ) {
		const { rows } = await client.query<Row>({ text: `fetch ${number} from moved_rows`, rowMode: 'array' })
		if (rows.length > 0) yield rows
		if (rows.length < number) break
		const length = rows.reduce((sum, row) => sum + lengthOf(row), 1)
		number = Math.min(BATCH_ROWS_MAX, Math.max(1, Math.floor((BATCH_LENGTH_MAX * rows.length) / length)))
	}
	await client.query('close moved_rows')
}

async function lastNumberOf(client: Client, { name, numbered }: MovedTable): Promise<bigint> {
	if (!numbered) return 0n
	const { rows } = await client.query(
		`select greatest(coalesce(pg_sequence_last_value(pg_get_serial_sequence($1, $2)::regclass), 0),
			(select coalesce(max(${quoted(numbered)}), 0) from ${quoted(name)})) as number`,
		[quoted(name), numbered],
	)
	return BigInt(rows[0].number)
}

export type PostgresSnapshot = Snapshot & { tables: () => Promise<MovedTable[]> }

/** Opens a database for reading in one snapshot. */
export async function openPostgresSnapshot(url: string): Promise<PostgresSnapshot> {
	const client = await connect(url)
	await begin(client, 'isolation level repeatable read read only')
	return { tables: () => tablesOf(client), ...snapshotOf(client) }
}

const snapshotOf = (client: Client): Snapshot => ({
	rows: (table) => rowsOf(client, table),
	lastNumber: (table) => lastNumberOf(client, table),
	close: () => client.end(),
})

export type PostgresTarget = Target & {
	tables: () => Promise<MovedTable[]>
	/** Tables with rows, besides those of a new database. */
	occupied: () => Promise<string[]>
}

/**
 * Opens a migrated database for writing in one transaction, which locks its tables: other processes see no row, or
 * wait.
 *
 * @throws StartRefusal for a database that is in use
 */
export async function openPostgresTarget(url: string): Promise<PostgresTarget> {
	const client = await connect(url)
	try {
		await begin(client)
		const tables = await tablesOf(client)
		await lock(client, tables)
		let references: Reference[] | null = null
		return {
			tables: async () => tables,
			occupied: () => occupied(client, tables),
			insert: async (table, rows) => {
				references ??= await dropReferences(client)
				await insert(client, table, rows)
			},
			setLastNumber: async ({ name, numbered }, number) => {
				const sequence = 'select setval(pg_get_serial_sequence($1, $2)::regclass, $3)'
				await client.query(sequence, [quoted(name), numbered, String(number)])
			},
			finish: async () => {
				for (const { table, name, definition } of references ?? [])
					await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`)
				// A new table has no statistics, by which the planner chooses indexes.
				await client.query(`analyze ${tables.map(({ name }) => quoted(name)).join(', ')}`)
			},
			written: () => ({ ...snapshotOf(client), close: async () => {} }),
			commit: async () => {
				await client.query('commit')
				await client.end()
			},
			// The server rolls back the transaction of a closed connection.
			abort: () => client.end(),
		}
	} catch (error) {
		await client.end()
		throw error
	}
}

async function lock(client: Client, tables: MovedTable[]): Promise<void> {
	await client.query(`set local lock_timeout = '${LOCK_WAIT}'`)
	try {
		await client.query(
			`lock table ${tables.map(({ name }) => quoted(name)).join(', ')} in access exclusive mode`,
		)
	} catch (error) {
		if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error
		throw new StartRefusal('Another process uses the database.', 'Stop it, and start again.', true)
	}
}

async function occupied(client: Client, tables: MovedTable[]): Promise<string[]> {
	const names: string[] = []
	for (const { name } of tables.filter((table) => table.name !== IDENTITY)) {
		const { rowCount } = await client.query(`select from ${quoted(name)} limit 1`)
		if (rowCount) names.push(name)
	}
	return names
}

type Reference = { table: string; name: string; definition: string }

/** Removes the foreign keys, some of which form circles, until all rows are there: their checks then take one query each. */
async function dropReferences(client: Client): Promise<Reference[]> {
	const { rows } = await client.query<Reference>(
		`select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
		from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace order by oid`,
	)
	for (const { table, name } of rows)
		await client.query(`alter table ${table} drop constraint ${quoted(name)}`)
	await client.query(`delete from ${IDENTITY}`)
	return rows
}

/** One parameter for each column, since the number of parameters of a statement is limited. */
async function insert(client: Client, { name, columns }: MovedTable, rows: readonly Row[]): Promise<void> {
	const lists = columns.map(({ type }, at) => `$${at + 1}::${type === 'boolean' ? 'text' : type}[]`)
	const names = columns.map((column) => quoted(column.name)).join(', ')
	const values = columns.map(({ type }, at) => (type === 'boolean' ? `c${at}::boolean` : `c${at}`)).join(', ')
	const aliases = columns.map((_, at) => `c${at}`).join(', ')
	await client.query(
		`insert into ${quoted(name)} (${names}) select ${values} from unnest(${lists.join(', ')}) as given (${aliases})`,
		columns.map((_, at) => rows.map((row) => row[at] ?? null)),
	)
}
