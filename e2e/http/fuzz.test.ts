import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { write } from '@/db'
import { writeDb } from '@/db/sqlite/connection'
import { addPerson } from '@/domain/people'
import { createSession } from '@/domain/sessions'
import { READER_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { ALL_TAGS, invalidate } from '@/lib/invalidation'
import type { Role } from '@/lib/roles'
import { sign } from '@/lib/signing'
import { formsIn } from '../support/desk-form'
import { sendRequest } from '../support/http-client'
import { randomFrom } from '../support/random'
import { requestOnce } from '../support/raw-connection'
import { liveStory, reader } from '../support/stories'
import { appRoutes, type FuzzRequest, randomRequest } from './fuzz-requests'
import { withServer } from './in-process-server'

const server = withServer()

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 1_500)
const SEED = Number(process.env.FUZZ_SEED ?? 9)
/** Limit of processor time of all threads for one request, in ms; the slowest of 10,000 took 213. */
const CPU_MS_MAX = 400

const PASSWORD = 'of the fuzz test'

const DESK_PAGES = [
	'/desk/stories/new',
	'/desk/photographs',
	'/desk/comments',
	'/desk/advertisements',
	'/desk/settings',
]

/** The log output of this process and its threads. */
let logged = ''
const streams = [process.stdout, process.stderr]
const writes = streams.map((stream) => stream.write)
const consoles = { log: console.log, warn: console.warn, error: console.error }
beforeEach(() => {
	logged = ''
	for (const stream of streams)
		stream.write = ((text: unknown) => {
			logged += String(text)
			return true
		}) as typeof stream.write
	const note = (...words: unknown[]) => {
		logged += `${words.map((word) => (word instanceof Error ? word.stack : String(word))).join(' ')}\n`
	}
	Object.assign(console, { log: note, warn: note, error: note })
})
afterEach(() => {
	for (const [index, stream] of streams.entries()) stream.write = writes[index] as typeof stream.write
	Object.assign(console, consoles)
})

const STACK = /^\s+at .+(:\d+:\d+|<anonymous>)\)?$/m

/** Responses by status, so that a run of refusals alone fails. */
const seen = new Map<number, number>()
let slowest = 0

/** Sends one request, and returns the faults of the response and of the log. */
async function faultsOf({ bytes, label }: FuzzRequest): Promise<string[]> {
	logged = ''
	const before = process.cpuUsage()
	const answer = await requestOnce(server.address, bytes).catch((error: Error) => error)
	const { user, system } = process.cpuUsage(before)
	const spent = Math.round((user + system) / 1000)
	slowest = Math.max(slowest, spent)
	const faults: string[] = []
	if (!(answer instanceof Error)) seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1)
	if (answer instanceof Error) faults.push(`no answer: ${answer.message}`)
	else if (answer.status >= 500) faults.push(`status ${answer.status}`)
	// Requests that Node's parser rejects never reach the server, and their responses have no headers.
	else if (answer.headers['content-type'] && !answer.headers['content-security-policy'])
		faults.push('no policy')
	if (STACK.test(logged)) faults.push(`a stack in the log: ${logged.slice(0, 400)}`)
	if (spent > CPU_MS_MAX) faults.push(`${spent} ms of processor time`)
	return faults.map((fault) => `${label}: ${fault}`)
}

async function target() {
	const { editor, articleId, slug } = await liveStory({ headline: 'The lamp is lit' })
	const session = async (role: Role) => {
		const person = await addPerson({ name: role, email: `${role}@example.org`, password: PASSWORD, role })
		const { token } = await write((tx) => createSession(tx, person.id))
		return `${SESSION_COOKIE}=${token}`
	}
	const owner = await session('owner')
	const cookies = [
		'',
		`${READER_COOKIE}=${sign('reader', reader().readerId as string)}`,
		await session('reader'),
		await session('moderator'),
		owner,
		owner,
		owner,
		owner,
	]
	const forms = new Map<string, [string, string][][]>()
	for (const page of [...DESK_PAGES, `/desk/stories/${articleId}`]) {
		const { text } = await sendRequest(server.address + page, {
			headers: { Cookie: owner, Accept: 'text/html' },
		})
		forms.set(page, formsIn(text))
	}
	const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'))
	const known = [slug, String(articleId), '1', 'news', editor.person.id, 'https://example.org/', '/desk']
	return { known, cookies, forms, actionIds: Object.keys(manifest.node) }
}

test('random requests cause no 5xx or stack trace', async () => {
	const routes = appRoutes()
	const aimed = await target()
	const random = randomFrom(SEED)
	const asked = new Map<string, number>()
	const faults: string[] = []
	for (let number = 0; number < REQUESTS; number += 1) {
		const request = randomRequest(random, routes, aimed)
		asked.set(request.route.template, (asked.get(request.route.template) ?? 0) + 1)
		faults.push(...(await faultsOf(request)))
	}
	consoles.log(`${REQUESTS} requests by status:`, Object.fromEntries(seen), `the slowest: ${slowest} ms`)
	expect(faults.slice(0, 40), `${faults.length} faults`).toEqual([])
	for (const status of [200, 301, 303, 400, 403, 404, 405])
		expect(seen.get(status), `${status}`).toBeGreaterThan(0)
	expect([...asked.keys()].sort()).toEqual(routes.map(({ template }) => template))
}, 1_800_000)

test('a planted fault is detected', async () => {
	invalidate({ immediate: [ALL_TAGS], deferred: [] })
	writeDb().run(sql.raw('alter table settings rename to settings_away'))
	try {
		const route = { template: '/', kind: 'page' as const, file: '' }
		const bytes = 'GET / HTTP/1.1\r\nHost: square.test\r\nConnection: close\r\n\r\n'
		const faults = await faultsOf({ route, bytes, label: 'planted' })
		expect(faults).toEqual(['planted: status 500', expect.stringContaining('planted: a stack in the log')])
	} finally {
		writeDb().run(sql.raw('alter table settings_away rename to settings'))
		invalidate({ immediate: [ALL_TAGS], deferred: [] })
	}
})
