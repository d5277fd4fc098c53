import { beforeEach, expect, test, vi } from 'vitest'
import { sendRequest } from '@/e2e/support/http-client'
import { RawConnection, requestOnce } from '@/e2e/support/raw-connection'
import { eventually } from '@/lib/testing'
import { echoPage, errorPage, type Handler, withHandlers } from './http-server.fixture'

let finish: () => void = () => {}
const slowly: Handler = async (request, response) => {
	await new Promise<void>((resolve) => {
		finish = resolve
	})
	return echoPage(request, response)
}
let healthy: () => Promise<boolean>
const handlers: Record<string, Handler> = {
	'/': echoPage,
	'/account': slowly,
	'/error': errorPage,
	'/news/lamp': echoPage,
}
const server = withHandlers(handlers, { isHealthy: () => healthy() })
const closing = withHandlers(handlers)

beforeEach(() => {
	healthy = async () => true
	vi.spyOn(console, 'error').mockImplementation(() => {})
})

const get = (url: string, headers: Record<string, string> = {}) =>
	sendRequest(server.address + url, { headers: { host: 'square.test', ...headers } })

test.each([
	['/news/%6camp', '/news/lamp'],
	['/news/LAMP?page=2', '/news/lamp?page=2'],
	['/news/lamp?page=01', '/news/lamp'],
])('%s redirects to %s without a render', async (url, location) => {
	const { status, headers } = await get(url)
	expect([status, headers.location]).toEqual([301, location])
	expect(headers['content-security-policy']).toBeTruthy()
	expect(server.calls).toEqual([])
})

test('addresses outside the build share one rendered 404', async () => {
	for (let number = 0; number < 3; number += 1) {
		const { status, text } = await get(`/nowhere/${number}`)
		expect(status).toBe(404)
		expect(text).toContain('There is nothing at this address')
	}
	expect(server.calls).toEqual(['GET /error'])
})

test('files of the build are immutable and unknown ones 404', async () => {
	const { status, headers, text } = await get('/_next/static/ab.css')
	expect([status, headers['content-type'], text]).toEqual([200, 'text/css; charset=utf-8', '{}'])
	expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
	for (const url of ['/_next/static/c.css', '/_next/static/../routes-manifest.json', '/routes-manifest.json'])
		expect([url, (await get(url)).status]).toEqual([url, 404])
})

test('readiness follows the check, also when it throws', async () => {
	const statuses = async () => [(await get('/healthz/live')).status, (await get('/healthz/ready')).status]
	expect(await statuses()).toEqual([200, 200])
	healthy = async () => false
	expect(await statuses()).toEqual([200, 503])
	healthy = () => Promise.reject(new Error('The disk failed.'))
	expect(await statuses()).toEqual([200, 503])
	expect(server.calls).toEqual([])
})

test('a request outside the rules is rejected before the handler', async () => {
	for (const [request, status] of [
		['PUT / HTTP/1.1\r\nHost: square.test', 405],
		['GET / HTTP/1.1', 400],
		['GET / HTTP/1.1\r\nHost: square.test\r\nX-Middleware-Subrequest: a', 400],
		[`GET /?${'a&'.repeat(101)} HTTP/1.1\r\nHost: square.test`, 400],
		['POST /account HTTP/1.1\r\nHost: square.test\r\nContent-Length: 0', 405],
	] as const) {
		const answer = await requestOnce(server.address, `${request}\r\n\r\n`)
		expect([request, answer.status]).toEqual([request, status])
		expect(answer.headers['content-security-policy']).toBeTruthy()
	}
	expect(server.calls).toEqual([])
})

test('a WebSocket upgrade closes the connection', async () => {
	const connection = await RawConnection.open(server.address)
	connection.write('GET / HTTP/1.1\r\nHost: square.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
	await connection.closed
	expect(server.calls).toEqual([])
})

test('a closing server finishes its requests and accepts no more', async () => {
	const head = 'GET /account HTTP/1.1\r\nHost: square.test\r\n\r\n'
	const connection = await RawConnection.open(closing.address)
	const other = await RawConnection.open(closing.address)
	const pending = connection.request(head)
	await eventually(() => expect(closing.calls).toHaveLength(1))
	const closed = closing.close()
	const ready = await other.request('GET /healthz/ready HTTP/1.1\r\nHost: square.test\r\n\r\n')
	expect([ready.status, ready.headers.connection]).toEqual([503, 'close'])
	finish()
	expect((await pending).status).toBe(200)
	await closed
	await expect(requestOnce(closing.address, head)).rejects.toThrow(/ECONNREFUSED/)
})
