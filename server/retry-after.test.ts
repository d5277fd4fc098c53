import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { UPLOADS_BUSY, UPLOADS_RETRY_SECONDS } from '@/lib/photo-paths'
import type { ErrorPage } from '@/lib/request-context'
import '@/db'
import { storageRefusal } from '@/lib/storage-failure'
import { waitWords } from '@/lib/wait-words'
import { AppHandler } from './app-handler'
import { ArrivalLimit } from './arrival-limit'
import * as problems from './error-pages'
import { serveHealth } from './health'
import { PageHandler } from './page-handler'
import { ResponseWriter } from './response-writer'

/** Exceeds the spool, so that the upload is rejected by its headers. */
const TOO_MANY_BYTES = 512 * 1024 * 1024
const RETRIED = [429, 503, 507]

const writer = new ResponseWriter({ siteUrl: 'http://square.test', purgesProxies: false })
/** A failing Next handler, so that error pages are sent in their plain form. */
const nextHandler = () => Promise.reject(new Error('Rendering failed.'))
const host = 'square.test'
const pages = new PageHandler({
	writer,
	cacheableRoutes: [],
	savedBytes: async () => 0,
	cacheBytes: 0,
	nextHandler,
	host,
})
const appHandler = new AppHandler({
	nextHandler,
	writer,
	pages,
	host,
	dev: true,
	actions: null,
	formRoutes: [],
	spoolDir: tmpdir(),
	mayUpload: async () => true,
	arrivals: new ArrivalLimit(),
})

let server: Server
let respond: (incoming: IncomingMessage, response: ServerResponse) => Promise<unknown>
beforeAll(async () => {
	server = createServer((incoming, response) => void respond(incoming, response))
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => void server.close())
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))

type Reply = { status: number | undefined; wait: string | undefined; text: string }

function ask(headers: Record<string, string | number> = {}, method = 'GET'): Promise<Reply> {
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
])('%s gets 503 with the wait for a full spool', async (_, headers) => {
	respond = (incoming, response) => appHandler.handle(incoming, response, '192.0.2.1')
	const { status, wait, text } = await ask({ ...upload, ...headers }, 'POST')
	expect([status, wait]).toEqual([503, String(UPLOADS_RETRY_SECONDS)])
	expect(text).toContain(UPLOADS_BUSY)
	expect(text).toContain(waitWords(Number(wait)))
})

const known = Object.entries(problems).filter((each): each is [string, ErrorPage] => {
	const { kind, status } = each[1] as Partial<ErrorPage>
	return kind === 'error' && RETRIED.includes(status ?? 0)
})
const failing = (code: string) => Object.assign(new Error(code), { code })
const failed = ['SQLITE_BUSY', 'SQLITE_FULL', 'EIO'].map((code) => {
	const rejection = storageRefusal(failing(code))
	const status = code === 'SQLITE_FULL' ? 507 : 503
	const errorPage: ErrorPage = { kind: 'error', status, title: code, detail: rejection?.message ?? '' }
	return [code, { ...errorPage, retryAfter: rejection?.retryAfter }] as [string, ErrorPage]
})
const unreadable: [string, ErrorPage] = ['UNREADABLE', problems.errorPageFor(failing('EIO'))]

test.each([...known, ...failed, unreadable])(
	'%s names the same wait in text and header',
	async (_, errorPage) => {
		respond = async (incoming, response) => writer.sendPlainError(incoming, response, errorPage)
		const { status, wait, text } = await ask()
		expect(status).toBe(errorPage.status)
		expect(wait).toMatch(/^\d+$/)
		const words = errorPage.retryAfter ? waitWords(errorPage.retryAfter) : 'in a minute at the latest'
		expect(text).toContain(words)
		if (!errorPage.retryAfter) expect(Number(wait)).toBeLessThanOrEqual(60)
	},
)

test.each(RETRIED)('a Next response with status %i gets Retry-After', async (status) => {
	respond = (incoming, response) =>
		writer.sendBuffered(incoming, response, { status, headers: {}, body: Buffer.from('Later.') })
	expect((await ask()).wait).toMatch(/^\d+$/)
})

test('a failing readiness check gets Retry-After', async () => {
	respond = (incoming, response) =>
		serveHealth(Object.assign(incoming, { url: '/healthz/ready' }), response, {
			securityHeaders: {},
			isReady: async () => false,
		})
	expect(await ask()).toMatchObject({ status: 503, wait: expect.stringMatching(/^\d+$/) })
})
