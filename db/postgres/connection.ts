import type { Client, ClientConfig, Pool } from 'pg'
import { isPostgresUrl } from '@/lib/check-settings'
import { env } from '@/lib/env'
import { singleton } from '@/lib/singleton'
import { StartRefusal } from '@/lib/start-refusal'
import { addStorageCodes } from '@/lib/storage-failure'
import type { Connection } from '../sqlite/connection'
import { connectionError, POSTGRES_UNAVAILABLE } from './connection-error'
import { drizzle, pg } from './driver'

/** Connections for reads of one thread; PostgreSQL admits 100 in all by default. */
const READ_CONNECTIONS = 8
/** Time for a connection, also for a free one of the pool; then the request gets a 503. */
export const CONNECT_WITHIN_MS = 5_000
/** Limit on one query of a request, in ms; the slowest page of the desk takes a tenth of it. */
const QUERY_WITHIN_MS = 30_000

addStorageCodes([
	// Lock not available, serialization failure, deadlock, query canceled.
	['busy', /^(55P03|40001|40P01|57014)$/],
	['full', /^53100$/],
	['unavailable', new RegExp(`^(${POSTGRES_UNAVAILABLE}|08...|53...|57P0.|58...|XX...|25006)$`)],
])

type Connections = { pool: Pool; readDb: Connection; writer: Promise<Writer> | null }
/** The connection of all writes of this thread. */
export type Writer = { client: Client; db: Connection }

const slot = singleton<{ handle: Connections | null }>('postgres', () => ({ handle: null }))

/** Name of a server's connections in `pg_stat_activity`, by which the command line learns of it. */
export const SERVER_NAME = 'public-square'
const COMMAND_NAME = 'public-square command'

const role = singleton('postgres-role', () => ({ name: COMMAND_NAME }))

/** Names all later connections of this thread as those of a server. */
export function nameAsServer(): void {
	role.name = SERVER_NAME
}

/** Options of every connection. */
export const clientOptions = (): ClientConfig => ({
	connectionString: env.databaseUrl,
	application_name: role.name,
	connectionTimeoutMillis: CONNECT_WITHIN_MS,
	query_timeout: QUERY_WITHIN_MS,
	keepAlive: true,
})

/** The pool of connections for reads, as a Drizzle database with the types of SQLite's. */
export const readDb = (): Connection => connections().readDb

/** The connection for writes, opened at its first use and after a loss. @throws an error of code POSTGRES_UNAVAILABLE */
export function writer(): Promise<Writer> {
	const handle = connections()
	handle.writer ??= openWriter(handle)
	return handle.writer
}

/** Closes this thread's connections; the next read or write opens them again. */
export async function closeDatabase(_options: { final?: boolean } = {}): Promise<void> {
	const { handle } = slot
	slot.handle = null
	const writing = await handle?.writer?.catch(() => null)
	await Promise.all([handle?.pool.end(), writing?.client.end()])
}

/** @throws StartRefusal for a `DATABASE_URL` that does not name a PostgreSQL database */
export function assertSupported(): void {
	if (isPostgresUrl(env.databaseUrl)) return
	throw new StartRefusal(
		'DATABASE_URL is not the address of a PostgreSQL database.',
		'It is one such as postgres://USER:PASSWORD@127.0.0.1:5432/square. Without it, the site uses SQLite.',
	)
}

function connections(): Connections {
	slot.handle ??= open()
	return slot.handle
}

function open(): Connections {
	assertSupported()
	const pool = new pg.Pool({ ...clientOptions(), max: READ_CONNECTIONS })
	// An idle connection that ends is replaced by the pool.
	pool.on('error', () => {})
	return { pool, readDb: database(pool), writer: null }
}

async function openWriter(handle: Connections): Promise<Writer> {
	const client = new pg.Client(clientOptions())
	const forget = () => {
		handle.writer = null
	}
	client.on('error', forget).on('end', forget)
	try {
		await client.connect()
	} catch (error) {
		forget()
		throw connectionError(error)
	}
	return { client, db: database(client) }
}

/** A parameter without U+0000, which PostgreSQL refuses in texts; a lookup of such a text finds nothing. */
const storable = (value: unknown): unknown =>
	typeof value === 'string' && value.includes('\u0000') ? value.replaceAll('\u0000', '\ufffd') : value

/** Drizzle on a client or pool; adds the code of lost connections to its errors. */
function database(client: Pool | Client): Connection {
	const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>
	const coded = async (text: unknown, values?: unknown[]) => {
		try {
			return await query(text, values?.map(storable))
		} catch (error) {
			throw connectionError(error)
		}
	}
	Object.assign(client, { query: coded })
	return drizzle(client, { casing: 'snake_case' }) as unknown as Connection
}
