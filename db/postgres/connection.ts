import type { Client, ClientConfig, Pool } from 'pg'
import { isPostgresUrl } from '@/lib/check-settings'
import { env } from '@/lib/env'
import { singleton } from '@/lib/singleton'
import { StartRefusal } from '@/lib/start-refusal'
import { storableText } from '@/lib/storable-text'
import { addStorageCodes } from '@/lib/storage-failure'
import type { Connection } from '../sqlite/connection'
import { COMMIT_UNKNOWN, connectionError, POSTGRES_UNAVAILABLE } from './connection-error'
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
	['unknown', new RegExp(`^${COMMIT_UNKNOWN}$`)],
	['unavailable', new RegExp(`^(${POSTGRES_UNAVAILABLE}|08...|53...|57P0.|58...|XX...|25006)$`)],
])

type Connections = { pool: Pool; readDb: Connection; writer: Promise<Writer> | null }
/** The connection of all writes of this thread, and how many of its statements have failed. */
export type Writer = { client: Client; db: Connection; failures: { count: number } }

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

/** The driver's pool behind a database. */
export const poolOf = ({ $client }: Connection): Pool => $client as unknown as Pool

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

function openWriter(handle: Connections): Promise<Writer> {
	// Statements that are sent without waiting for answers are handled in order.
	const client = new pg.Client({ ...clientOptions(), pipeline: true })
	const opened = connect(client)
	// The end of an earlier connection may be noticed after the next one is open.
	const forget = () => {
		if (handle.writer === opened) handle.writer = null
	}
	client.on('error', forget).on('end', forget)
	opened.catch(forget)
	return opened
}

async function connect(client: Client): Promise<Writer> {
	try {
		await client.connect()
	} catch (error) {
		throw connectionError(error)
	}
	const failures = { count: 0 }
	const countFailure = () => {
		failures.count += 1
	}
	return { client, db: database(client, countFailure), failures }
}

/** A parameter that PostgreSQL takes, also for lookups by an address with `%00`, which find nothing. */
const storable = (value: unknown): unknown => (typeof value === 'string' ? storableText(value) : value)

/** Drizzle on a client or pool; adds the code of lost connections to its errors. */
function database(client: Pool | Client, onFailure = () => {}): Connection {
	const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>
	const coded = async (text: unknown, values?: unknown[]) => {
		try {
			return await query(text, values?.map(storable))
		} catch (error) {
			onFailure()
			throw connectionError(error)
		}
	}
	Object.assign(client, { query: coded })
	const db = drizzle(client, { casing: 'snake_case' })
	nameNoParameters(db)
	return db as unknown as Connection
}

type Query = {
	queryWithCache: (text: string, values: unknown, run: () => Promise<unknown>) => Promise<unknown>
}
type Session = { prepareQuery: (...given: unknown[]) => Query }

/** Errors are logged, and Drizzle's name the parameters of the query: texts and addresses of readers. */
function nameNoParameters(db: object): void {
	const { session } = db as { session: Session }
	const prepareQuery = session.prepareQuery.bind(session)
	session.prepareQuery = (...given) =>
		Object.assign(prepareQuery(...given), {
			queryWithCache: async (text: string, _values: unknown, run: () => Promise<unknown>) => {
				try {
					return await run()
				} catch (cause) {
					throw new Error(`Query failed: ${text}`, { cause })
				}
			},
		})
}
