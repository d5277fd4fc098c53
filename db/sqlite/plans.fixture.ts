import { closeDatabase, readDb, writeDb } from './connection'

/** Tables of a size independent of the number of stories; full scans of them are allowed. */
const SMALL = ['settings', 'sections', 'ads', 'story_editors', 'site_identity']

/** The distinct SQL statements that `run` prepares on both connections, as passed to the driver. */
export async function recorded(run: () => Promise<unknown>): Promise<string[]> {
	// New connections, because cached statements are not prepared again.
	await closeDatabase()
	const statements = new Set<string>()
	const clients = [readDb().$client, writeDb().$client]
	const prepares = clients.map((client) => client.prepare)
	for (const client of clients) {
		const { prepare } = client
		client.prepare = ((source: string) => {
			statements.add(source)
			return prepare.call(client, source)
		}) as typeof client.prepare
	}
	try {
		await run()
	} finally {
		clients.forEach((client, index) => {
			client.prepare = prepares[index] as typeof client.prepare
		})
	}
	return [...statements].filter((source) => /^(select|insert|update|delete|with)\b/i.test(source))
}

/** Whether a statement inserts given values; with `returning`, SQLite reports it as a scan. */
const storesOneRow = (statement: string): boolean => /^insert into \S+ \(.*\) values \(/i.test(statement)

export function planOf(statement: string): string[] {
	const values = Array.from(statement.matchAll(/\?/g), () => null)
	const steps = writeDb().$client.prepare(`explain query plan ${statement}`).all(values)
	return (steps as { detail: string }[]).map((step) => step.detail)
}

/** Whether `name` is a table of the schema, and not a list of values or a subquery. */
const isTable = (name: string): boolean =>
	writeDb().$client.prepare('select 1 from sqlite_schema where name = ?').get(name) !== undefined

/** Full scans in a statement's plan, also through an index, except limited reads in index order. */
export function scansIn(statement: string): string[] {
	if (storesOneRow(statement)) return []
	return planOf(statement).filter((step) => {
		const table = /^SCAN (\w+)(?! VIRTUAL TABLE INDEX \d+:.*M)/.exec(step)?.[1]
		if (!table || SMALL.includes(table) || !isTable(table)) return false
		const inOrder = step.includes('USING') && /\blimit\b/i.test(statement)
		return !inOrder
	})
}
