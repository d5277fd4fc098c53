import Database from 'better-sqlite3'
import { afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { writeDb } from '@/db/sqlite/connection'
import { addPerson } from '@/domain/people'
import { signIn } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { env } from '@/lib/env'
import { sendDeskForm } from '../support/desk-form'
import { type HttpResponse, post, sendRequest } from '../support/http-client'
import { liveStory } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()

const PAGE = '/news/the-tide-turns'
const COMMENT = { body: 'A word & another <one> — تعليق', name: 'Nadia Guest', email: 'nadia@example.org' }
const ACCOUNT = { email: 'ada@example.org', password: 'engine no. 1' }
const SITE_NAME = 'The Harbour “Courier”'

let owner = ''

beforeAll(async () => {
	await liveStory({ headline: 'The tide turns' })
	await addPerson({ ...ACCOUNT, name: 'Ada', role: 'reader' })
	const ownerAccount = { email: 'owner@example.org', password: 'press no. 1 of it' }
	await addPerson({ ...ownerAccount, name: 'Owen', role: 'owner' })
	owner = `${SESSION_COOKIE}=${(await signIn(ownerAccount.email, ownerAccount.password)).token}`
	vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => vi.mocked(console.error).mockClear())

const data = { headers: { Accept: 'application/json' } }
const send = {
	comment: () => post(`${server.address}${PAGE}/comments`, COMMENT),
	commentAsData: () => post(`${server.address}${PAGE}/comments`, COMMENT, data),
	vote: () => post(`${server.address}${PAGE}/moods`, { mood: 'sad' }),
	voteAsData: () => post(`${server.address}${PAGE}/moods`, { mood: 'sad' }, data),
	signIn: () => post(`${server.address}/session`, ACCOUNT),
	signInAsData: () => post(`${server.address}/session`, ACCOUNT, data),
	settings: (siteName = SITE_NAME) =>
		sendDeskForm(`${server.address}/desk/settings`, {
			form: 'settings',
			changes: { siteName },
			button: ['', ''],
			cookie: owner,
		}),
}

test('a locked database gives 503 and delays no reads', async () => {
	const other = new Database(env.databaseFile)
	other.exec('begin immediate')
	onTestFinished(() => void other.close())
	const sent = Promise.all(Object.values(send).map((each) => each()))
	let pages = 0
	let done = false
	const reading = (async () => {
		while (!done) {
			expect((await sendRequest(`${server.address}${PAGE}`)).status).toBe(200)
			pages += 1
		}
	})()
	const answers = await sent
	done = true
	await reading
	other.exec('rollback')
	expectKept(answers, 503, '5')
	expect(pages).toBeGreaterThan(20)
	expect((await send.comment()).status).toBe(303)
})

test('a full disk gives 507 for writes alone', async () => {
	const client = writeDb().$client
	client.pragma(`max_page_count = ${client.pragma('page_count', { simple: true })}`)
	onTestFinished(() => void client.pragma('max_page_count = 1000000'))
	const fill = client.prepare('insert into settings (key, value) values (?, ?)')
	expect(() => {
		for (let number = 0; ; number += 1) fill.run(`fill-${number}`, JSON.stringify('x'.repeat(4_000)))
	}).toThrow('full')
	const answer = await untilRefused(() => send.signIn())
	expect([answer.status, answer.headers['retry-after']]).toEqual([507, '60'])
	expect(words(answer)).toContain(ACCOUNT.email)
	const settings = await untilRefused((number) => send.settings(`${SITE_NAME} ${number}`))
	expect([settings.status, settings.headers['retry-after']]).toEqual([507, '60'])
	expect(words(settings)).toContain(SITE_NAME)
	expect((await sendRequest(`${server.uncached}${PAGE}`)).status).toBe(200)
	client.pragma('max_page_count = 1000000')
	expect((await send.signIn()).status).toBe(303)
})

/** Repeats a write: rows still fit into the free space of their table's pages, until that is full. */
async function untilRefused(write: (number: number) => Promise<HttpResponse>): Promise<HttpResponse> {
	let answer = await write(0)
	for (let number = 1; number < 400 && answer.status === 303; number += 1) answer = await write(number)
	return answer
}

test('a 500 returns every submitted field', async () => {
	const client = writeDb().$client
	for (const name of ['articles', 'settings', 'people'])
		client.exec(`alter table ${name} rename to ${name}_away`)
	try {
		const [comment, asData, settings] = await Promise.all([
			send.comment(),
			send.commentAsData(),
			sendRequest(`${server.uncached}/`),
		])
		expect([comment.status, settings.status]).toEqual([500, 500])
		for (const word of Object.values(COMMENT)) expect(words(comment)).toContain(word)
		expectProblemData(asData, 500)
		// An unreadable session is an error, not a redirect to the sign-in page.
		const desk = await sendRequest(`${server.address}/desk/settings`, { headers: { Cookie: owner } })
		expect([desk.status, desk.headers.location]).toEqual([500, undefined])
		expectProblemData(await sendRequest(`${server.address}/api/viewer?article=the-tide-turns`, data), 500)
	} finally {
		for (const name of ['articles', 'settings', 'people'])
			client.exec(`alter table ${name}_away rename to ${name}`)
	}
})

function expectKept(answers: HttpResponse[], status: number, seconds: string): void {
	const [comment, commentAsData, vote, voteAsData, signIn, signInAsData, settings] = answers as [
		HttpResponse,
		HttpResponse,
		HttpResponse,
		HttpResponse,
		HttpResponse,
		HttpResponse,
		HttpResponse,
	]
	expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status))
	for (const answer of answers) {
		expect(answer.headers['retry-after']).toBe(seconds)
		expect(answer.headers['cache-control']).toContain('no-store')
	}
	for (const answer of [commentAsData, voteAsData, signInAsData]) expectProblemData(answer, status)
	for (const answer of [comment, vote, signIn, settings])
		expect(answer.headers['content-type']).toContain('text/html')
	for (const word of Object.values(COMMENT)) expect(words(comment)).toContain(word)
	expect(words(signIn)).toContain(ACCOUNT.email)
	expect(words(signIn)).not.toContain(ACCOUNT.password)
	expect(words(settings)).toContain(SITE_NAME)
	for (const answer of [comment, signIn, settings]) expect(words(answer)).toContain('could not be recorded')
}

function expectProblemData({ headers, text, status }: HttpResponse, wanted: number): void {
	expect([status, headers['content-type']]).toEqual([wanted, 'application/problem+json'])
	expect(JSON.parse(text)).toMatchObject({
		status: wanted,
		title: expect.any(String),
		detail: expect.any(String),
	})
}

/** The page's text with HTML entities decoded. */
const words = ({ text }: HttpResponse): string =>
	text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#x27;', "'")
		.replaceAll('&amp;', '&')
