import { StartRefusal } from '@/lib/start-refusal'
import { openPostgresSnapshot, openPostgresTarget, type PostgresSnapshot } from '../postgres/move'
import { createSqliteTarget, openSqliteSnapshot } from '../sqlite/move'
import {
	contentOf,
	differences,
	type MovedTable,
	type OnProgress,
	type Snapshot,
	type TableContent,
	type Target,
	type UnstorableText,
} from './rows'

export type MoveOptions = {
	onProgress?: OnProgress
	/** Allows U+FFFD in place of what PostgreSQL cannot store in texts. */
	replaceUnstorable?: boolean
}

/** Contents of all tables, and the texts that were changed. */
export type MoveReport = { tables: TableContent[]; replaced: UnstorableText[] }

/** Rows of a refusal that it names. */
const NAMED_MAX = 20

/**
 * Copies all rows of a SQLite file into an empty PostgreSQL database, in one transaction, and compares both by hashes
 * of their rows. The search index is not copied: `repairSearch` makes it.
 *
 * @param url address of a database that `migrate` has brought to the schema of the file
 * @throws StartRefusal for a target with rows or in use, other tables, and texts that PostgreSQL cannot store
 */
export async function copyToPostgres(
	file: string,
	url: string,
	options: MoveOptions = {},
): Promise<MoveReport> {
	const source = openSqliteSnapshot(file)
	try {
		const target = await openPostgresTarget(url)
		const tables = await target.tables()
		try {
			assertSameTables(tables, source.columnsByTable())
			const occupied = await target.occupied()
			if (occupied.length > 0) throw notEmpty(occupied)
			const { unstorable } = source
			const report = { tables: await readContents(source, tables, options), replaced: [...unstorable] }
			if (unstorable.length > 0 && !options.replaceUnstorable) throw unstorableTexts(unstorable)
			await copyRows(source, target, tables, report.tables, options)
			return report
		} catch (error) {
			await target.abort()
			throw error
		}
	} finally {
		await source.close()
	}
}

/**
 * Copies all rows of a PostgreSQL database into a new SQLite file, and compares both by hashes of their rows. The file
 * is whole once the promise resolves.
 *
 * @throws StartRefusal for other tables than those of this release
 */
export async function copyToSqlite(
	url: string,
	file: string,
	options: MoveOptions = {},
): Promise<MoveReport> {
	const source: PostgresSnapshot = await openPostgresSnapshot(url)
	try {
		const tables = await source.tables()
		const target = createSqliteTarget(file)
		try {
			assertSameTables(tables, target.columnsByTable())
			const contents = await readContents(source, tables, options)
			await copyRows(source, target, tables, contents, options)
			return { tables: contents, replaced: [] }
		} catch (error) {
			await target.abort()
			throw error
		}
	} finally {
		await source.close()
	}
}

const readContents = (source: Snapshot, tables: MovedTable[], { onProgress }: MoveOptions) =>
	contentOf(source, tables, (name, rows) => onProgress?.('read', name, rows))

/** Writes all rows, compares them as read anew, and commits. */
async function copyRows(
	source: Snapshot,
	target: Target,
	tables: MovedTable[],
	contents: TableContent[],
	options: MoveOptions,
): Promise<void> {
	for (const [at, table] of tables.entries()) {
		let copied = 0
		for await (const rows of source.rows(table)) {
			await target.insert(table, rows)
			copied += rows.length
		}
		const lastNumber = BigInt(contents[at]?.lastNumber ?? 0)
		if (lastNumber > 0n) await target.setLastNumber(table, lastNumber)
		options.onProgress?.('copied', table.name, copied)
	}
	await target.finish()
	await verify(target.written(), tables, contents, options)
	await target.commit()
}

/** @throws Error for rows that differ */
async function verify(
	written: Snapshot,
	tables: MovedTable[],
	expected: TableContent[],
	{ onProgress }: MoveOptions,
): Promise<void> {
	try {
		const found = await contentOf(written, tables, (name, rows) => onProgress?.('verified', name, rows))
		const different = differences(expected, found)
		if (different.length > 0) throw new Error(`The copied rows differ in ${different.join(', ')}.`)
	} finally {
		await written.close()
	}
}

/** @throws StartRefusal unless both databases have the same tables and columns */
function assertSameTables(tables: MovedTable[], columnsByTable: Map<string, string[]>): void {
	const one = tables.map(({ name, columns }) => `${name}(${columns.map((column) => column.name).join()})`)
	const other = [...columnsByTable].map(([name, columns]) => `${name}(${columns.join()})`)
	const different = [
		...one.filter((table) => !other.includes(table)),
		...other.filter((table) => !one.includes(table)),
	]
	if (different.length === 0) return
	throw new StartRefusal(
		`The two databases have different tables: ${different.join('; ')}.`,
		'Bring both to this release: npm run square -- migrate',
	)
}

const notEmpty = (tables: string[]): StartRefusal =>
	new StartRefusal(
		`The target holds rows already, in ${tables.join(', ')}.`,
		'Nothing was changed. Choose an empty database, or make one.',
	)

function unstorableTexts(texts: UnstorableText[]): StartRefusal {
	const named = texts
		.slice(0, NAMED_MAX)
		.map(({ table, key, column, found }) => `${table}.${column} of row ${key} (${found})`)
	const more = texts.length > NAMED_MAX ? `, and ${texts.length - NAMED_MAX} more` : ''
	return new StartRefusal(
		`PostgreSQL cannot store ${texts.length} ${texts.length === 1 ? 'text' : 'texts'}: ${named.join(', ')}${more}.`,
		'Nothing was changed. Correct them, or allow U+FFFD (�) in their place: --replace-characters',
	)
}
