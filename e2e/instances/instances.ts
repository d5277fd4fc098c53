import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { watchExternalWrites } from '@/db'
import { env } from '@/lib/env'
import { postgresPrograms, startPostgres } from '@/scripts/postgres.mjs'
import { withServer } from '../http/in-process-server'
import { freePort } from '../support/free-port'
import { type ServerProcess, startServer } from '../support/server-process'

export const hasPostgres = postgresPrograms() !== null

type Postgres = Awaited<ReturnType<typeof startPostgres>>

/** Three servers on one database: two processes of their own, and one in the test's process, which writes too. */
export type Instances = {
	postgres: Postgres
	processes: [ServerProcess, ServerProcess]
	/** Addresses of all three. */
	addresses: string[]
	/** A server without cache. */
	uncached: string
	query: (text: string) => Promise<Record<string, unknown>[]>
}

export function withInstances(): Instances {
	const opened = {} as Instances
	if (!hasPostgres) return opened
	beforeAll(async () => {
		opened.postgres = await startPostgres()
		process.env.DATABASE_URL = opened.postgres.url
		opened.query = async (text) => {
			const client = new pg.Client({ connectionString: opened.postgres.url })
			await client.connect()
			try {
				return (await client.query(text)).rows
			} finally {
				await client.end()
			}
		}
	})
	afterAll(() => opened.postgres.stop())
	const server = withServer()
	beforeAll(async () => {
		watchExternalWrites()
		opened.processes = (await Promise.all([startInstance(), startInstance()])) as [
			ServerProcess,
			ServerProcess,
		]
		opened.addresses = [server.address, ...opened.processes.map(({ url }) => url)]
		opened.uncached = server.uncached
	})
	afterAll(async () => {
		await Promise.all(opened.processes.map((each) => each.close()))
	})
	return opened
}

/** A server process with the settings, folder and database of the test's. */
export const startInstance = async (): Promise<ServerProcess> =>
	startServer({
		port: await freePort(),
		dataDir: env.dataDir,
		settings: { SITE_URL: 'http://square.test', SQUARE_LIMITS: '0' },
	})
