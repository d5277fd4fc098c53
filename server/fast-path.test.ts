import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '@/lib/testing'
import { type FastPath, installFastPath, type SimpleGet } from './fast-path'

const TIMEOUTS = { firstMs: 5_000, idleMs: 5_000 }
const SIMPLE_GET = 'GET /ready HTTP/1.1\r\nHost: square.test\r\nAccept-Encoding: br\r\n\r\n'
const CACHED_RESPONSE = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nready'

/** Two echo servers: one of Node alone, one with the fast path. */
let plainServer: Server
let fastServer: Server
let fastPath: FastPath
let requestsToNode = 0
let lookups = 0
let pendingResponses = 0

const afterDelay = async (response: Buffer | null) => {
	pendingResponses += 1
	await new Promise((resolve) => setTimeout(resolve, 40))
	pendingResponses -= 1
	return response
}

const responses: Record<string, () => Buffer | Promise<Buffer | null>> = {
	'/ready': () => Buffer.from(CACHED_RESPONSE),
	'/coming': () => afterDelay(Buffer.from(CACHED_RESPONSE)),
	'/failing': () => afterDelay(null),
}

const listen = async (server: Server): Promise<Server> => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	return server
}

const echoServer = (): Server =>
	createServer((request, response) => {
		requestsToNode += 1
		const body: Buffer[] = []
		request.on('data', (chunk) => body.push(chunk))
		request.on('end', () => {
			const { method, url, headers } = request
			response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(body).toString() }))
		})
	})

beforeAll(async () => {
	plainServer = await listen(echoServer())
	fastServer = echoServer()
	const lookUp = ({ url, cookie }: SimpleGet) => {
		lookups += 1
		if (cookie?.includes('private')) return null
		return responses[url]?.() ?? null
	}
	fastPath = installFastPath(fastServer, lookUp, TIMEOUTS)
	await listen(fastServer)
})

afterAll(() => {
	for (const server of [plainServer, fastServer]) {
		server.closeAllConnections()
		server.close()
	}
})

/** Time for a response to arrive. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 25))
const WAITS_MAX = 40
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Sends packets in turn on one connection and returns the bytes received until it is quiet. */
async function send(server: Server, packets: (string | Buffer)[]): Promise<string> {
	const accepted = once(server, 'connection')
	const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
	socket.setNoDelay(true)
	let received = ''
	const state = () => [received, lookups, requestsToNode].join()
	socket.on('data', (chunk) => {
		received += chunk.toString('latin1')
	})
	socket.on('error', () => {})
	const [peer] = (await accepted) as [Socket]
	for (const packet of packets) {
		const before = state()
		socket.write(packet)
		// The server reads each packet before the next is written, so that they are not merged.
		while (!peer.destroyed && peer.bytesRead < socket.bytesWritten) await nextTurn()
		// Waits until the server has processed a complete request.
		const whole = packet.toString('latin1').endsWith('\r\n\r\n')
		for (let rest = WAITS_MAX; whole && !peer.destroyed && rest > 0 && state() === before; rest -= 1)
			await pause()
	}
	let before = ''
	const arrived = () => pendingResponses === 0 && received.length === peer.bytesWritten
	const quiet = () => received !== '' && received === before && arrived()
	for (let rest = WAITS_MAX; rest > 0 && !quiet(); rest -= 1) {
		before = received
		await pause()
	}
	socket.destroy()
	return received
}

test('repeated GETs of a cached page bypass Node’s server', async () => {
	const before = requestsToNode
	expect(await send(fastServer, [SIMPLE_GET, SIMPLE_GET, SIMPLE_GET])).toBe(CACHED_RESPONSE.repeat(3))
	expect(requestsToNode).toBe(before)
})

test('requests during a pending render are answered in order, without Node', async () => {
	const before = requestsToNode
	const pending = SIMPLE_GET.replace('/ready', '/coming')
	expect(await send(fastServer, [pending, SIMPLE_GET, pending])).toBe(CACHED_RESPONSE.repeat(3))
	expect(requestsToNode).toBe(before)
})

test('after a failed render Node answers the rest of the connection', async () => {
	const before = requestsToNode
	const received = await send(fastServer, [SIMPLE_GET.replace('/ready', '/failing'), SIMPLE_GET])
	expect(received).toContain('"url":"/failing"')
	expect(received).toContain('"url":"/ready"')
	expect(requestsToNode).toBe(before + 2)
})

test.each<[string, string[]]>([
	['another page', [SIMPLE_GET.replace('/ready', '/other')]],
	['a private cookie', [SIMPLE_GET.replace('Host', 'Cookie: private=1\r\nHost')]],
	['two Cookie headers', [SIMPLE_GET.replace('Host', 'Cookie: a=b\r\nCookie: c=d\r\nHost')]],
	['a cookie beyond ASCII', [SIMPLE_GET.replace('Host', 'Cookie: a=\xa0\r\nHost')]],
	[
		'two If-None-Match headers',
		[SIMPLE_GET.replace('Host', 'If-None-Match: "a"\r\nIf-None-Match: "b"\r\nHost')],
	],
	['two Accept-Encoding headers', [SIMPLE_GET.replace('Host', 'Accept-Encoding: gzip\r\nHost')]],
	['a range', [SIMPLE_GET.replace('Host', 'Range: bytes=0-1\r\nHost')]],
	['a date', [SIMPLE_GET.replace('Host', 'If-Modified-Since: Thu, 01 Jan 2026 00:00:00 GMT\r\nHost')]],
	['Save-Data', [SIMPLE_GET.replace('Host', 'Save-Data: on\r\nHost')]],
	['a form', ['POST /ready HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc']],
	['a GET with a body', [SIMPLE_GET.replace('\r\n\r\n', '\r\nContent-Length: 3\r\n\r\n'), 'abc']],
	['a GET in pieces', [SIMPLE_GET.slice(0, 11), SIMPLE_GET.slice(11, 40), SIMPLE_GET.slice(40)]],
	['a GET byte by byte', [...SIMPLE_GET]],
	['HEAD', [SIMPLE_GET.replace('GET', 'HEAD')]],
	['HTTP/1.0', [SIMPLE_GET.replace('1.1', '1.0')]],
	['two requests in a packet', [SIMPLE_GET + SIMPLE_GET]],
	['a request and half of another', [SIMPLE_GET + SIMPLE_GET.slice(0, 20), SIMPLE_GET.slice(20)]],
	['a folded header', [SIMPLE_GET.replace('br', 'br\r\n , gzip')]],
	['bare line ends', [SIMPLE_GET.replaceAll('\r\n', '\n')]],
	['two hosts', [SIMPLE_GET.replace('Host', 'Host: other\r\nHost')]],
	['no host', [SIMPLE_GET.replace('Host: square.test\r\n', '')]],
	['a space before the colon', [SIMPLE_GET.replace('Host:', 'Host :')]],
	[
		'chunks and a length',
		[SIMPLE_GET.replace('Host', 'Transfer-Encoding: chunked\r\nContent-Length: 4\r\nHost'), '0\r\n\r\n'],
	],
	['Connection: close', [SIMPLE_GET.replace('Host', 'Connection: close\r\nHost')]],
	['Connection: upgrade', [SIMPLE_GET.replace('Host', 'Connection: upgrade\r\nUpgrade: x\r\nHost')]],
	['an absolute address', [SIMPLE_GET.replace('/ready', 'http://square.test/ready')]],
	['nonsense', ['\0\0\0\r\n\r\n']],
	['TLS', ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03']],
])('%s gets the response of Node’s server', async (_, packets) => {
	const undated = (answer: string) => answer.replace(/^Date: .*$/gm, 'Date')
	expect(undated(await send(fastServer, packets))).toBe(undated(await send(plainServer, packets)))
})

test('a connection is handed over to Node after simple GETs', async () => {
	const received = await send(fastServer, [
		SIMPLE_GET,
		'POST /form HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc',
		SIMPLE_GET,
	])
	expect(received.startsWith(CACHED_RESPONSE)).toBe(true)
	expect(received).toContain('"body":"abc"')
	expect(received.match(/"url":"\/ready"/g)).toHaveLength(1)
})

test('a pending response is sent at close and ends its connection', async () => {
	const socket = connect((fastServer.address() as AddressInfo).port, '127.0.0.1')
	const ended = new Promise<string>((resolve) => {
		let received = ''
		socket.on('data', (chunk) => {
			received += chunk
		})
		socket.on('end', () => resolve(received))
	})
	socket.write(SIMPLE_GET.replace('/ready', '/coming'))
	await eventually(() => expect(fastPath.awaitingResponse.size).toBe(1))
	fastPath.close()
	expect(await ended).toBe(CACHED_RESPONSE)
	expect(fastPath.awaitingResponse.size).toBe(0)
})

test('a connection that its client half-closes is ended', async () => {
	const { port } = fastServer.address() as AddressInfo
	for (const sent of ['', SIMPLE_GET, SIMPLE_GET.repeat(2)]) {
		const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
		const ended = new Promise((resolve) => socket.once('end', () => resolve('ended')))
		socket.resume().end(sent)
		const late = new Promise((resolve) => setTimeout(resolve, 1_000, 'still open'))
		expect(await Promise.race([ended, late])).toBe('ended')
	}
})
