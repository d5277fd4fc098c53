import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Problem } from '@/lib/exchange'
import { storageRefusal } from '@/lib/failure'
import { UPLOADS_BUSY, UPLOADS_RETRY_SECONDS } from '@/lib/media'
import { waitWords } from '@/lib/wait-words'
import { Application } from './application'
import { ArrivalLimit } from './arrival-limit'
import { answerHealth } from './health'
import { Pages } from './pages'
import * as problems from './problems'
import { Sender } from './sender'

/** More than the spool takes, so that it is refused by its head alone. */
const TOO_MANY_BYTES = 512 * 1024 * 1024
const RETRIED = [429, 503, 507]

const sender = new Sender({ siteUrl: 'http://square.test', toldProxies: false })
/** Next that cannot render, so that every page of ours takes its plainest form. */
const handle = () => Promise.reject(new Error('Nothing can be rendered.'))
const host = 'square.test'
const pages = new Pages({ sender, routes: [], savedBytes: async () => 0, bytesMax: 0, handle, host })
const application = new Application({
	handle,
	sender,
	pages,
	host,
	dev: true,
	spoolDir: tmpdir(),
	mayUpload: async () => true,
	arrivals: new ArrivalLimit(),
})

let server: Server
let answer: (asked: IncomingMessage, response: ServerResponse) => Promise<unknown>
beforeAll(async () => {
	server = createServer((asked, response) => void answer(asked, response))
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => void server.close())
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))

type Heard = { status: number | undefined; wait: string | undefined; text: string }

function ask(headers: Record<string, string | number> = {}, method = 'GET'): Promise<Heard> {
	const { port } = server.address() as AddressInfo
	return new Promise((resolve, reject) => {
		const call = request({
			port,
			host: '127.0.0.1',
			path: '/desk/photographs',
			method,
			headers,
			agent: false,
		})
		call.on('error', reject)
		call.on('response', async (response) => {
			let text = ''
			for await (const chunk of response) text += chunk
			resolve({ status: response.statusCode, wait: response.headers['retry-after'], text })
			call.destroy()
		})
		if (method === 'GET') call.end()
		else call.flushHeaders()
	})
}

const upload = { 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': TOO_MANY_BYTES }

test.each([
	['a script', { 'Next-Action': 'a' }],
	['a form', { Accept: 'text/html' }],
	['a program', { Accept: 'application/json' }],
])('%s is told in words and header when a full spool has room', async (_, headers) => {
	answer = (asked, response) => application.answer(asked, response, '192.0.2.1')
	const { status, wait, text } = await ask({ ...upload, ...headers }, 'POST')
	expect([status, wait]).toEqual([503, String(UPLOADS_RETRY_SECONDS)])
	expect(text).toContain(UPLOADS_BUSY)
	expect(text).toContain(waitWords(Number(wait)))
})

const known = Object.entries(problems).filter((each): each is [string, Problem] => {
	const { kind, status } = each[1] as Partial<Problem>
	return kind === 'problem' && RETRIED.includes(status ?? 0)
})
const failing = (code: string) => Object.assign(new Error(code), { code })
const failed = ['SQLITE_BUSY', 'SQLITE_FULL', 'EIO'].map((code) => {
	const refusal = storageRefusal(failing(code))
	const status = code === 'SQLITE_FULL' ? 507 : 503
	const problem: Problem = { kind: 'problem', status, title: code, detail: refusal?.message ?? '' }
	return [code, { ...problem, retryAfter: refusal?.retryAfter }] as [string, Problem]
})
const unreadable: [string, Problem] = ['UNREADABLE', problems.problemFor(failing('EIO'))]

test.each([...known, ...failed, unreadable])('%s has one wait in words and header', async (_, problem) => {
	answer = async (asked, response) => sender.plain(asked, response, problem)
	const { status, wait, text } = await ask()
	expect(status).toBe(problem.status)
	expect(wait).toMatch(/^\d+$/)
	const words = problem.retryAfter ? waitWords(problem.retryAfter) : 'in a minute at the latest'
	expect(text).toContain(words)
	if (!problem.retryAfter) expect(Number(wait)).toBeLessThanOrEqual(60)
})

test.each(RETRIED)('an answer of Next with %i says when to ask again', async (status) => {
	answer = (asked, response) =>
		sender.other(asked, response, { status, headers: {}, body: Buffer.from('Later.') })
	expect((await ask()).wait).toMatch(/^\d+$/)
})

test('a server that is not ready says when to ask again', async () => {
	answer = (asked, response) =>
		answerHealth(Object.assign(asked, { url: '/healthz/ready' }), response, {
			safety: {},
			isReady: async () => false,
		})
	expect(await ask()).toMatchObject({ status: 503, wait: expect.stringMatching(/^\d+$/) })
})
