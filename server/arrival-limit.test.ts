import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ArrivalLimit } from './arrival-limit'
import { handleClientErrors } from './client-errors'

const ARRIVAL_MS = 400
/** Of a whole period. */
const SLOW_BYTES = 2_000
const BODY_BYTES = 20_000
const SAFETY = { 'X-Content-Type-Options': 'nosniff' }

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
	handleClientErrors(server, SAFETY)
	stop = limit.watch(server)
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
	stop()
	server.closeAllConnections()
	server.close()
})

type Sending = { url: string; everyMs: number; bytes: number; headers?: string; end?: string }

/** Sends a form of 20 kB in pieces, and gives what came back with the time in ms until it did. */
function send({ url, everyMs, bytes, headers = `Content-Length: ${BODY_BYTES}`, end = '\r\n\r\n' }: Sending) {
	return new Promise<{ came: string; ms: number }>((resolve) => {
		const began = performance.now()
		const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
		let came = ''
		let left = BODY_BYTES
		const piece = setInterval(() => {
			const next = Math.min(bytes, left)
			left -= next
			if (next > 0) socket.write('x'.repeat(next))
		}, everyMs)
		socket.on('data', (chunk) => {
			came += chunk
			socket.end()
		})
		socket.on('error', () => {})
		socket.on('close', () => {
			clearInterval(piece)
			resolve({ came, ms: performance.now() - began })
		})
		socket.write(`POST ${url} HTTP/1.1\r\nHost: square.test\r\n${headers}${end}`)
	})
}

test('an upload on a slow line arrives whole, long after the limit of a form', async () => {
	const { came, ms } = await send({ url: '/upload', everyMs: 20, bytes: 300 })
	expect(came).toContain(`${BODY_BYTES} bytes`)
	expect(ms).toBeGreaterThan(2 * ARRIVAL_MS)
})

test.each<[string, Sending]>([
	['a form on the same line', { url: '/form', everyMs: 20, bytes: 300 }],
	['an upload in drops', { url: '/upload', everyMs: 20, bytes: 1 }],
	['an upload that stops', { url: '/upload', everyMs: 20, bytes: 0 }],
	['chunks in drops', { url: '/form', everyMs: 20, bytes: 0, headers: 'Transfer-Encoding: chunked' }],
	['the body of a GET', { url: '/', everyMs: 20, bytes: 1 }],
	['a half-sent head', { url: '/', everyMs: 20, bytes: 0, headers: 'X-Half: sent', end: '' }],
])('%s ends with 408 after the limit', async (_name, sending) => {
	const { came, ms } = await send(sending)
	expect(came).toContain('HTTP/1.1 408 Request Timeout')
	expect(came).toContain('X-Content-Type-Options: nosniff')
	expect(ms).toBeGreaterThanOrEqual(ARRIVAL_MS)
	expect(ms).toBeLessThan(10 * ARRIVAL_MS)
})

test('an upload that was fast at first ends once it is slow', async () => {
	const began = performance.now()
	const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
	socket.on('error', () => {})
	const head = `POST /upload HTTP/1.1\r\nHost: square.test\r\nContent-Length: ${BODY_BYTES}\r\n\r\n`
	socket.write(head + 'x'.repeat(BODY_BYTES - 100))
	const drops = setInterval(() => socket.write('x'), 30)
	await new Promise((resolve) => socket.on('close', resolve))
	clearInterval(drops)
	expect(performance.now() - began).toBeLessThan(10 * ARRIVAL_MS)
})

test('a form that arrives in time is forgotten, and its connection serves others', async () => {
	const { came } = await send({ url: '/form', everyMs: 1, bytes: BODY_BYTES })
	expect(came).toContain(`${BODY_BYTES} bytes`)
})
