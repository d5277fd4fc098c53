import { execFileSync } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresPrograms, startPostgres } from '@/scripts/postgres.mjs'
import { freePort } from '../support/free-port'
import type { HttpResponse } from '../support/http-client'
import { type ServerProcess, startServer } from '../support/server-process'
import { crawl, readAs } from './crawl'

const CLIENT_ADDRESS = '127.0.0.1'
/** Addresses compared of each kind. */
const OF_KIND = 3
/** Starts of three servers, of which the first loads the demo edition. */
const SITES_MS = 900_000
/** Pages with the state of the server itself. */
const OF_SERVER = /^\/(healthz|api\/auth)/

const folder = mkdtempSync(join(tmpdir(), 'square-moved-'))
const dataDir = join(folder, 'sqlite')
let postgres: Awaited<ReturnType<typeof startPostgres>> | undefined
beforeAll(async () => {
	if (postgresPrograms()) postgres = await startPostgres()
})
afterAll(async () => {
	await postgres?.stop()
	rmSync(folder, { recursive: true })
})

const move = (target: string, settings: Record<string, string>) =>
	execFileSync(process.execPath, ['.next/square.mjs', 'move', '--to', target], {
		env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, ...settings },
	})

async function withServer<T>(
	settings: Record<string, string>,
	run: (server: ServerProcess) => Promise<T>,
): Promise<T> {
	const own = { SITE_URL: 'http://square.test', SQUARE_LIMITS: '0', ...settings }
	const server = await startServer({ port: await freePort(), dataDir, settings: own })
	try {
		return await run(server)
	} finally {
		await server.close()
	}
}

/** Time at which a server counted a list, for its own memory. */
const COUNTED_AT = /Counted on <time.*?<\/time>|"countedAt":"[^"]*"/g

/** What a response says of the site. */
const saidBy = ({ status, headers, text }: HttpResponse) => ({
	status,
	type: headers['content-type'],
	location: headers.location,
	// The page of a redirect has a random value.
	text: headers.location === undefined ? text.replace(COUNTED_AT, '') : '',
})

async function expectEqual(site: Map<string, HttpResponse>, server: ServerProcess): Promise<void> {
	for (const [path, response] of site)
		expect
			.soft([path, saidBy(await readAs(server.url + path, CLIENT_ADDRESS))])
			.toEqual([path, saidBy(response)])
}

test('public pages are equal after a move to PostgreSQL and back', { timeout: SITES_MS }, async ({
	skip,
}) => {
	if (!postgres) return skip()
	const site = await withServer({ SQUARE_DEMO: '1' }, (server) =>
		crawl(server.url, CLIENT_ADDRESS, { ofKind: OF_KIND }),
	)
	for (const path of site.keys()) if (OF_SERVER.test(path)) site.delete(path)
	expect(site.size).toBeGreaterThan(150)
	move(postgres.url, {})
	renameSync(join(dataDir, 'square.db'), join(folder, 'first.db'))
	await withServer({ DATABASE_URL: postgres.url }, (server) => expectEqual(site, server))
	move(`sqlite:${dataDir}`, { DATABASE_URL: postgres.url })
	await withServer({}, (server) => expectEqual(site, server))
})
