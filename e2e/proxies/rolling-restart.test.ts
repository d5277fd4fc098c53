import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendDeskForm } from '@/e2e/support/desk-form'
import { cookieHeader, type HttpResponse, post, sendRequest } from '@/e2e/support/http-client'
import { type ServerProcess, startServer } from '@/e2e/support/server-process'
import { postgresPrograms, startPostgres } from '@/scripts/postgres.mjs'
import { type ProxyProcess, startNginx } from './proxy-processes'

/** First of three ports: nginx and the instances, apart from those of `setups.ts`. */
const PORT = Number(process.env.EDGE_PORT ?? 3790) + 4
const SITE_URL = `http://127.0.0.1:${PORT}`
const OWNER = { email: 'ada@example.org', password: 'a good long password' }
/** Two starts of the server on a busy machine. */
const TIMEOUT_MS = 240_000
/** Requests in progress, as of readers who act at the same moment. */
const CLIENTS = 8

const folder = mkdtempSync(join(tmpdir(), 'square-instances-'))
const settings = {
	SITE_URL,
	SQUARE_SECRET: 'the secret of both instances',
	TRUSTED_PROXIES: '127.0.0.1',
	SQUARE_LIMITS: '0',
}
let database: Awaited<ReturnType<typeof startPostgres>>
let nginx: ProxyProcess
const instances: ServerProcess[] = []
let story = ''

const startInstance = (index: number): Promise<ServerProcess> =>
	startServer({
		port: PORT + 1 + index,
		dataDir: join(folder, 'data'),
		settings: { ...settings, DATABASE_URL: database.url },
	})

/** Runs a command of the command line on the shared database. @throws with its output */
function square(command: string, input = ''): void {
	const { status, stderr } = spawnSync(process.execPath, ['scripts/square.mjs', ...command.split(' ')], {
		encoding: 'utf8',
		input,
		env: { ...process.env, ...settings, DATABASE_URL: database.url, DATA_DIR: join(folder, 'data') },
	})
	if (status !== 0) throw new Error(`${command}: ${stderr}`)
}

/** Publishes a story through nginx, as an editor without scripts does. @returns its path */
async function publishStory(): Promise<string> {
	const { cookies } = await post(`${SITE_URL}/session`, { ...OWNER, next: '/desk' })
	const cookie = cookieHeader(...cookies)
	const button: [string, string] = ['', '']
	await sendDeskForm(`${SITE_URL}/desk/sections`, {
		form: 'section',
		changes: { name: 'Harbour', slug: '' },
		button,
		cookie,
	})
	const started = await sendDeskForm(`${SITE_URL}/desk/stories/new`, {
		form: 'story',
		changes: { headline: 'The bridge opens', bodyText: 'At noon.', section: 'harbour' },
		button,
		cookie,
	})
	const [desk = ''] = (started.headers.location ?? '').match(/\/desk\/stories\/\d+/) ?? []
	const sent = await sendDeskForm(SITE_URL + desk, {
		form: 'story',
		button: ['then', 'publish'],
		cookie,
	})
	if (sent.status !== 303) throw new Error(sent.text)
	return '/news/the-bridge-opens'
}

beforeAll(async () => {
	if (!postgresPrograms()) return
	database = await startPostgres()
	square('migrate')
	square(`user add --email ${OWNER.email} --name Ada --role owner --password-stdin`, OWNER.password)
	instances.push(await startInstance(0), await startInstance(1))
	nginx = await startNginx({
		site: 'public-square.conf',
		port: PORT,
		instances: [PORT + 1, PORT + 2],
		folder,
	})
	story = await publishStory()
})
afterAll(async () => {
	await nginx?.close()
	for (const instance of instances) await instance.close()
	await database?.stop()
	rmSync(folder, { recursive: true, force: true })
})

/** Sends votes and page views through nginx until `ended`. @returns the statuses of all, and the number of votes */
async function load(ended: () => boolean): Promise<{ statuses: Record<string, number>; votes: number }> {
	const statuses: Record<string, number> = {}
	let votes = 0
	const count = ({ status }: HttpResponse, expected: number) => {
		const key = status === expected ? 'as expected' : String(status)
		statuses[key] = (statuses[key] ?? 0) + 1
		return status === expected
	}
	const client = async () => {
		while (!ended()) {
			const failed = (error: Error) => ({ status: error.message }) as unknown as HttpResponse
			count(await sendRequest(SITE_URL + story).catch(failed), 200)
			count(await sendRequest(`${SITE_URL}/search?q=bridge`).catch(failed), 200)
			if (count(await post(`${SITE_URL}${story}/moods`, { mood: 'happy' }).catch(failed), 303)) votes += 1
		}
	}
	await Promise.all(Array.from({ length: CLIENTS }, client))
	return { statuses, votes }
}

/** Rows of votes, and their tally, as PostgreSQL stores them. */
const storedVotes = (): string =>
	execFileSync(
		join(postgresPrograms() ?? '', 'psql'),
		[database.url, '-Atc', 'select (select count(*) from moods), (select sum(votes) from mood_tallies)'],
		{ encoding: 'utf8' },
	).trim()

test.runIf(postgresPrograms())(
	'a rolling restart of two instances fails no request',
	async () => {
		let ended = false
		const loaded = load(() => ended)
		for (const index of [0, 1]) {
			await sleep(1_000)
			await instances[index]?.close()
			instances[index] = await startInstance(index)
		}
		await sleep(1_000)
		ended = true
		const { statuses, votes } = await loaded
		expect(Object.keys(statuses), nginx.output()).toEqual(['as expected'])
		expect(votes).toBeGreaterThan(20)
		expect(storedVotes()).toBe(`${votes}|${votes}`)
	},
	TIMEOUT_MS,
)
