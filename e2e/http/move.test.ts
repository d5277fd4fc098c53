import { execFileSync } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresPrograms, startPostgres } from '@/scripts/postgres.mjs'
import { freePort } from '../support/free-port'
import type { HttpResponse } from '../support/http-client'
import { startServer } from '../support/server-process'
import { crawl } from './crawl'

/** Starts and crawls of three servers, of which the first loads the demo edition. */
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
	execFileSync(process.execPath, ['scripts/square.mjs', 'move', '--to', target], {
		env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, ...settings },
	})

/** Every public address of a newly started server, which has no page in its cache. */
async function readSite(settings: Record<string, string>): Promise<Map<string, HttpResponse>> {
	const own = { SITE_URL: 'http://square.test', SQUARE_LIMITS: '0', ...settings }
	const server = await startServer({ port: await freePort(), dataDir, settings: own })
	try {
		return await crawl(server.url, '127.0.0.1')
	} finally {
		await server.close()
	}
}

/** What a response says, without times and random values of the request. */
const saidBy = ({ status, headers, text }: HttpResponse) => ({
	status,
	type: headers['content-type'],
	location: headers.location,
	text,
})

/** Compares all addresses of two sites. */
function expectEqual(moved: Map<string, HttpResponse>, site: Map<string, HttpResponse>): void {
	expect([...moved.keys()].sort()).toEqual([...site.keys()].sort())
	for (const [path, response] of site)
		if (!OF_SERVER.test(path))
			expect([path, saidBy(moved.get(path) as HttpResponse)]).toEqual([path, saidBy(response)])
}

test('all public pages are equal after a move to PostgreSQL and back', { timeout: SITES_MS }, async ({
	skip,
}) => {
	if (!postgres) return skip()
	const site = await readSite({ SQUARE_DEMO: '1' })
	expect(site.size).toBeGreaterThan(200)
	move(postgres.url, {})
	renameSync(join(dataDir, 'square.db'), join(folder, 'first.db'))
	expectEqual(await readSite({ DATABASE_URL: postgres.url }), site)
	move(`sqlite:${dataDir}`, { DATABASE_URL: postgres.url })
	expectEqual(await readSite({}), site)
})
