import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ArrivalLimit } from './arrival-limit'
import { handleClientErrors } from './client-errors'

const ARRIVAL_MS = 400
/** Per `ARRIVAL_MS`. */
const SLOW_BYTES = 2_000
const BODY_BYTES = 20_000
const SECURITY_HEADERS = { 'X-Content-Type-Options': 'nosniff' }

let server: Server
let stop: () => void

beforeAll(async () => {
	const limit = new ArrivalLimit({ arrivalMs: ARRIVAL_MS, slowBytes: SLOW_BYTES, checkMs: 20 })
	server = createServer({ connectionsCheckingInterval: 50 }, (request: IncomingMessage, response) => {
		if (request.url === '/upload') limit.allowSlow(request)
		let bytes = 0
		request.on('data', (chunk) => {
			bytes += chunk.length
		})
		request.on('error', () => {})
		request.on('end', () => response.end(`${bytes} bytes`))
	})
	server.headersTimeout = ARRIVAL_MS
	handleClientErrors(server, SECURITY_HEADERS)
	stop = limit.watch(server)
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
	stop()
	server.closeAllConnections()
	server.close()
})

type Sending = { url: string; everyMs: number; bytes: number; headers?: string; end?: string }

/** Sends a form of 20 kB in chunks; resolves to the received bytes and the time in ms. */
function send({ url, everyMs, bytes, headers = `Content-Length: ${BODY_BYTES}`, end = '\r\n\r\n' }: Sending) {
	return new Promise<{ received: string; ms: number }>((resolve) => {
		const began = performance.now()
		const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
		let received = ''
		let left = BODY_BYTES
		const timer = setInterval(() => {
			const next = Math.min(bytes, left)
			left -= next
			if (next > 0) socket.write('x'.repeat(next))
		}, everyMs)
		socket.on('data', (chunk) => {
			received += chunk
			socket.end()
		})
		socket.on('error', () => {})
		socket.on('close', () => {
			clearInterval(timer)
			resolve({ received, ms: performance.now() - began })
		})
		socket.write(`POST ${url} HTTP/1.1\r\nHost: square.test\r\n${headers}${end}`)
	})
}

test('a slow upload completes beyond the time limit of forms', async () => {
	const { received, ms } = await send({ url: '/upload', everyMs: 20, bytes: 300 })
	expect(received).toContain(`${BODY_BYTES} bytes`)
	expect(ms).toBeGreaterThan(2 * ARRIVAL_MS)
})

test.each<[string, Sending]>([
	['a form on the same line', { url: '/form', everyMs: 20, bytes: 300 }],
	['a trickled upload', { url: '/upload', everyMs: 20, bytes: 1 }],
	['a stalled upload', { url: '/upload', everyMs: 20, bytes: 0 }],
	['a stalled chunked body', { url: '/form', everyMs: 20, bytes: 0, headers: 'Transfer-Encoding: chunked' }],
	['the body of a GET', { url: '/', everyMs: 20, bytes: 1 }],
	['a half-sent head', { url: '/', everyMs: 20, bytes: 0, headers: 'X-Half: sent', end: '' }],
])('%s ends with 408 after the limit', async (_name, sending) => {
	const { received, ms } = await send(sending)
	expect(received).toContain('HTTP/1.1 408 Request Timeout')
	expect(received).toContain('X-Content-Type-Options: nosniff')
	expect(ms).toBeGreaterThanOrEqual(ARRIVAL_MS)
	expect(ms).toBeLessThan(10 * ARRIVAL_MS)
})

test('a fast upload ends once it becomes too slow', async () => {
	const began = performance.now()
	const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
	socket.on('error', () => {})
	const head = `POST /upload HTTP/1.1\r\nHost: square.test\r\nContent-Length: ${BODY_BYTES}\r\n\r\n`
	socket.write(head + 'x'.repeat(BODY_BYTES - 100))
	const trickle = setInterval(() => socket.write('x'), 30)
	await new Promise((resolve) => socket.on('close', resolve))
	clearInterval(trickle)
	expect(performance.now() - began).toBeLessThan(10 * ARRIVAL_MS)
})

test('a form that arrives in time is answered', async () => {
	const { received } = await send({ url: '/form', everyMs: 1, bytes: BODY_BYTES })
	expect(received).toContain(`${BODY_BYTES} bytes`)
})
