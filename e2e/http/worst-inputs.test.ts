import type { IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addPerson } from '@/domain/people'
import { signIn } from '@/domain/sessions'
import { changeSettings } from '@/domain/settings'
import { READER_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { sign } from '@/lib/signing'
import { filledDeskForm } from '../support/desk-form'
import { sendRequest } from '../support/http-client'
import { requestOnce } from '../support/raw-connection'
import { createStaff, liveStory } from '../support/stories'
import { startAnother, withServer } from './in-process-server'
import { sample } from './sample'
import { type Offender, offenders, processorMs, TURN_MAX_MS } from './turns'
import { DATA, FORMS, PAGE, PAGES, SCRIPT } from './worst-input-addresses'
import { BODIES, FLIGHT, HEADERS, LARGEST_STORIES, PATHS, QUERIES, texts } from './worst-inputs'

const server = withServer()

/** Length limit of comments. */
const COMMENT_LENGTH = 5_000
/** Bytes of a form with over-long texts; forms of the largest size are sent in their own test. */
const LONG_FORM = 300_000
const SHORT_FORM = 65_000
/** Characters of a very long story. */
const STORY_LENGTH = 100_000
/** Sample sizes for each route. */
const SHARE = { headers: 5, queries: 5, bodies: 6, texts: 10 }

let owner = ''

beforeAll(async () => {
	await liveStory({ headline: 'The worst of it', tags: ['harbour'] })
	await changeSettings(await createStaff('owner'), {
		commentsHeldFirst: 0,
		commentSpeedMax: 0,
		commentFloodMax: 0,
	})
	const account = { email: 'owner@example.org', password: 'press no. 1 of it' }
	await addPerson({ ...account, name: 'Owen', role: 'owner' })
	owner = `${SESSION_COOKIE}=${(await signIn(account.email, account.password)).token}`
	for (const name of ['error', 'warn'] as const) vi.spyOn(console, name).mockImplementation(() => {})
	// Code loaded and compiled by first requests is not counted against an input.
	for (const url of [...PAGES, ...DATA]) await requestOnce(server.address, get(url))
	for (const url of FORMS) await requestOnce(server.address, post(url, 'a=b'))
})

afterAll(() => void vi.restoreAllMocks())

const get = (url: string, ...lines: string[]): string =>
	`${[`GET ${url} HTTP/1.1`, 'Host: square.test', ...lines].join('\r\n')}\r\n\r\n`

/** Serializes a request as a binary string (latin1). */
function post(
	url: string,
	body: string,
	type = 'application/x-www-form-urlencoded',
	...lines: string[]
): string {
	const bytes = Buffer.from(body)
	const head = [
		`POST ${url} HTTP/1.1`,
		'Host: square.test',
		`Content-Type: ${type}`,
		`Content-Length: ${bytes.length}`,
	]
	return `${[...head, ...lines].join('\r\n')}\r\n\r\n${bytes.toString('latin1')}`
}

const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString()

const sending = (part: string, bytes: string, address = server.address) => ({
	part,
	send: () => requestOnce(address, bytes).catch(() => null),
})

test('planted slow tasks are detected', async () => {
	const hold = () => {
		const end = processorMs() + 1.5 * TURN_MAX_MS
		while (processorMs() < end);
	}
	const planted = await startAnother()
	planted.server.prependListener('request', ({ url }: IncomingMessage) => {
		if (url === '/planted') hold()
	})
	const found = await offenders([
		{ part: 'a task', send: async () => void (await Promise.resolve().then(hold)) },
		sending('a request', get('/planted', 'X-Unusual: yes'), planted.address),
		sending('an ordinary request', get('/', 'X-Unusual: yes'), planted.address),
	])
	expect(found.map(({ part }) => part)).toEqual(['a task', 'a request'])
})

test.each([...PAGES, ...DATA, SCRIPT, '/nowhere'])('no header blocks the thread on %s', async (url) => {
	const inputs = sample(HEADERS, SHARE.headers).map(({ part, line }) =>
		sending(`${part} on ${url}`, get(url, line)),
	)
	expect(await offenders(inputs)).toEqual([])
})

test('no query blocks the thread', async () => {
	const inputs = [...PAGES, ...DATA, '/search'].flatMap((url) =>
		sample(QUERIES, SHARE.queries).map((query) => sending(`${url}${query.slice(0, 40)}`, get(url + query))),
	)
	expect(await offenders(inputs)).toEqual([])
})

test('no path blocks the thread', async () => {
	expect(await offenders(PATHS.map((url) => sending(url.slice(0, 60), get(url))))).toEqual([])
})

test.each(FORMS)('no body blocks the thread on %s', async (url) => {
	const inputs = sample(BODIES, SHARE.bodies).map(({ part, type, body }) =>
		sending(`${part} to ${url}`, post(url, body, type)),
	)
	expect(await offenders(inputs)).toEqual([])
})

test('no Server Action arguments block the thread', async () => {
	const { body } = await filledDeskForm(`${server.address}/desk/settings`, {
		form: 'settings',
		button: ['', ''],
		cookie: owner,
	})
	const action = /\$ACTION_1:0"[\s\S]*?"id":"([0-9a-f]+)"/.exec(String(body))?.[1]
	expect(action).toBeDefined()
	const inputs = FLIGHT.flatMap(({ part, type, body: sent }) => [
		sending(`${part} to the desk`, post('/desk/settings', sent, type, `Next-Action: ${action}`)),
		sending(`${part} to an unknown action`, post('/desk', sent, type, `Next-Action: ${'0'.repeat(42)}`)),
		sending(`${part} to the front page`, post('/', sent, type, `Next-Action: ${action}`)),
	])
	expect(await offenders(inputs)).toEqual([])
})

test('no comment blocks the thread', async () => {
	const cookie = `Cookie: ${READER_COOKIE}=${sign('reader', crypto.randomUUID())}`
	const guest = { name: 'Nadia', email: 'nadia@example.org' }
	const plain = form({ ...guest, body: 'A plain word.' })
	expect((await requestOnce(server.address, post(`${PAGE}/comments`, plain, undefined, cookie))).status).toBe(
		303,
	)
	expect(String((await requestOnce(server.uncached, get(PAGE))).body)).toContain('A plain word.')
	const inputs = sample(texts(COMMENT_LENGTH - 10), SHARE.texts).map(({ part, text }) => ({
		part,
		// The duplicate check would refuse the same comment in a second attempt.
		send: async (attempt: number) => {
			const bytes = post(
				`${PAGE}/comments`,
				form({ ...guest, body: `${text} ${attempt}` }),
				undefined,
				cookie,
			)
			await requestOnce(server.address, bytes)
			await requestOnce(server.uncached, get(PAGE))
		},
	}))
	expect(await offenders(inputs)).toEqual([])
})

const VALID = {
	name: 'Nadia',
	email: 'nadia@example.org',
	password: 'engine no. 1',
	body: 'A word.',
	comment: '1',
	reason: 'spam',
}

test.each([
	// Fields checked first are sent alone, so that the checks of later fields are reached.
	['/session', ['email', 'password', 'next']],
	['/session', ['next']],
	['/session/link', ['email', 'next']],
	['/sign-up/account', ['name', 'email', 'password']],
	['/sign-up/account', ['email', 'next']],
	['/sign-up/confirm/email', ['token', 'next']],
	['/accessibility/message', ['text', 'page', 'email']],
	['/complaints/send', ['text']],
	['/replies/change', ['token', 'change']],
	['/reports/send', ['explanation']],
	['/reports/send', ['name', 'email']],
	['/password/link', ['email']],
	['/password/new', ['token', 'password']],
	['/welcome/account', ['token', 'name', 'email']],
	['/appearance', ['theme', 'size', 'back']],
	[`${PAGE}/moods`, ['mood']],
	[`${PAGE}/rating`, ['stars']],
	[`${PAGE}/comments`, ['name', 'body']],
	[`${PAGE}/comments`, ['email']],
	[`${PAGE}/comments`, ['parent']],
] as const)('no text blocks %s in %j', async (url, names) => {
	const bytes = url.endsWith('/comments') ? LONG_FORM : SHORT_FORM
	const inputs = sample(texts(bytes / names.length), SHARE.texts).map(({ part, text }) => {
		const fields = { ...VALID, ...Object.fromEntries(names.map((name) => [name, text])) }
		return sending(part, post(url, form(fields).slice(0, bytes)))
	})
	expect(await offenders(inputs)).toEqual([])
})

test('no story text blocks the thread', async () => {
	const page = `${server.address}/desk/stories/1`
	const filled = (body: string) =>
		filledDeskForm(page, {
			form: 'story',
			changes: { bodyText: body },
			button: ['then', 'save'],
			cookie: owner,
		})
	const preview = () => sendRequest(`${server.address}/preview/story/1`, { headers: { Cookie: owner } })
	expect((await sendRequest(page, await filled('A plain word.'))).status).toBe(303)
	expect((await preview()).text).toContain('A plain word.')
	const found: Offender[] = []
	for (const { part, text } of [...LARGEST_STORIES, ...sample(texts(STORY_LENGTH), SHARE.texts)]) {
		const sent = await filled(text).catch(() => null)
		if (!sent) {
			found.push({ part: `the story before ${part}, opened`, ms: Number.POSITIVE_INFINITY })
			break
		}
		const send = async () => {
			await sendRequest(page, sent).catch(() => null)
			await preview().catch(() => null)
		}
		found.push(...(await offenders([{ part, send }])))
	}
	expect(found).toEqual([])
})
