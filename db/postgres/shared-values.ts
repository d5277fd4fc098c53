import { SERVER_TIME } from './changes'
import { poolOf, readDb } from './connection'
import { connectionError } from './connection-error'

const READ = `select ${SERVER_TIME} as now,
	(select value from shared_values where key = $1 and expires_at > ${SERVER_TIME}) as value`
const WRITE = `insert into shared_values (key, value, expires_at) values ($1, $2, $3)
	on conflict (key) do update set value = excluded.value, expires_at = excluded.expires_at`

/** As the function of this name for SQLite, with the values in a table that a crash of PostgreSQL empties. */
export async function changeShared<T>(
	key: string,
	ttlMs: number,
	change: (value: T | null, now: number) => T,
): Promise<void> {
	const client = await poolOf(readDb())
		.connect()
		.catch((error) => {
			throw connectionError(error)
		})
	const query = (text: string, values?: unknown[]) =>
		client.query(text, values).catch((error) => {
			throw connectionError(error)
		})
	try {
		// Nothing here is worth a flush to disk.
		await query('begin; set local synchronous_commit = off')
		await query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [key])
		const { rows } = await query(READ, [key])
		const { now, value } = rows[0] as { now: number; value: string | null }
		const changed = change(value === null ? null : (JSON.parse(value) as T), now)
		await query(WRITE, [key, JSON.stringify(changed), Math.round(now + ttlMs)])
		await query('commit')
		client.release()
	} catch (error) {
		// Its transaction ends with the connection.
		client.release(true)
		throw error
	}
}

/** The value of a key; null without one. */
export async function readShared<T>(key: string): Promise<T | null> {
	const { rows } = await poolOf(readDb()).query(READ, [key])
	return rows[0].value === null ? null : (JSON.parse(rows[0].value) as T)
}
