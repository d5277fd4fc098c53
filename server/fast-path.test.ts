import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '@/lib/testing'
import { type FastPath, installFastPath, parseSimpleGet } from './fast-path'

const TIMES = { firstMs: 5_000, idleMs: 5_000 }
const PLAIN = 'GET /ready HTTP/1.1\r\nHost: square.test\r\nAccept-Encoding: br\r\n\r\n'
const READY = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nready'

/** A server of Node's alone, and the same with somebody in front; both tell what they understood. */
let alone: Server
let guarded: Server
let front: FastPath
let answeredByNode = 0
let looks = 0
let answersInTheMaking = 0

const soon = async (answer: Buffer | null) => {
	answersInTheMaking += 1
	await new Promise((resolve) => setTimeout(resolve, 40))
	answersInTheMaking -= 1
	return answer
}

const answers: Record<string, () => Buffer | Promise<Buffer | null>> = {
	'/ready': () => Buffer.from(READY),
	'/coming': () => soon(Buffer.from(READY)),
	'/failing': () => soon(null),
}

const listen = async (server: Server): Promise<Server> => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	return server
}

const tell = (): Server =>
	createServer((request, response) => {
		answeredByNode += 1
		const body: Buffer[] = []
		request.on('data', (chunk) => body.push(chunk))
		request.on('end', () => {
			const { method, url, headers } = request
			response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(body).toString() }))
		})
	})

beforeAll(async () => {
	alone = await listen(tell())
	guarded = tell()
	const ready = ({ url }: { url: string }) => {
		looks += 1
		return answers[url]?.() ?? null
	}
	front = installFastPath(guarded, ready, TIMES)
	await listen(guarded)
})

afterAll(() => {
	for (const server of [alone, guarded]) {
		server.closeAllConnections()
		server.close()
	}
})

/** For an answer, or to see that none comes. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 25))
const WAITS_MAX = 40
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Sends packets one after the other on one connection and gives all that came back once it is quiet. */
async function send(server: Server, packets: (string | Buffer)[]): Promise<string> {
	const accepted = once(server, 'connection')
	const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
	socket.setNoDelay(true)
	let came = ''
	const state = () => [came, looks, answeredByNode].join()
	socket.on('data', (chunk) => {
		came += chunk.toString('latin1')
	})
	socket.on('error', () => {})
	const [peer] = (await accepted) as [Socket]
	for (const packet of packets) {
		const before = state()
		socket.write(packet)
		// Each packet is read before the next is written, so that it is one of its own.
		while (!peer.destroyed && peer.bytesRead < socket.bytesWritten) await nextTurn()
		// A whole request is waited for until it is seen.
		const whole = packet.toString('latin1').endsWith('\r\n\r\n')
		for (let rest = WAITS_MAX; whole && !peer.destroyed && rest > 0 && state() === before; rest -= 1)
			await pause()
	}
	let before = ''
	const quiet = () => came !== '' && came === before && answersInTheMaking === 0
	for (let rest = WAITS_MAX; rest > 0 && !quiet(); rest -= 1) {
		before = came
		await pause()
	}
	socket.destroy()
	return came
}

test('a plain request for what lies ready never reaches Node’s server, however often it is repeated', async () => {
	const before = answeredByNode
	expect(await send(guarded, [PLAIN, PLAIN, PLAIN])).toBe(READY.repeat(3))
	expect(answeredByNode).toBe(before)
})

test('… nor does one for what is just being made; what is asked meanwhile is answered after it', async () => {
	const before = answeredByNode
	const pending = PLAIN.replace('/ready', '/coming')
	expect(await send(guarded, [pending, PLAIN, pending])).toBe(READY.repeat(3))
	expect(answeredByNode).toBe(before)
})

test('what could not be made after all is Node’s to answer, with all that follows', async () => {
	const before = answeredByNode
	const came = await send(guarded, [PLAIN.replace('/ready', '/failing'), PLAIN])
	expect(came).toContain('"url":"/failing"')
	expect(came).toContain('"url":"/ready"')
	expect(answeredByNode).toBe(before + 2)
})

test.each<[string, string[]]>([
	['another page', [PLAIN.replace('/ready', '/other')]],
	['a cookie', [PLAIN.replace('Host', 'Cookie: a=b\r\nHost')]],
	['a form', ['POST /ready HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc']],
	['a GET with a body', [PLAIN.replace('\r\n\r\n', '\r\nContent-Length: 3\r\n\r\n'), 'abc']],
	['a GET in pieces', [PLAIN.slice(0, 11), PLAIN.slice(11, 40), PLAIN.slice(40)]],
	['a GET byte by byte', [...PLAIN]],
	['HEAD', [PLAIN.replace('GET', 'HEAD')]],
	['HTTP/1.0', [PLAIN.replace('1.1', '1.0')]],
	['two requests in a packet', [PLAIN + PLAIN]],
	['a request and half of another', [PLAIN + PLAIN.slice(0, 20), PLAIN.slice(20)]],
	['a folded header', [PLAIN.replace('br', 'br\r\n , gzip')]],
	['bare line ends', [PLAIN.replaceAll('\r\n', '\n')]],
	['two hosts', [PLAIN.replace('Host', 'Host: other\r\nHost')]],
	['no host', [PLAIN.replace('Host: square.test\r\n', '')]],
	['a space before the colon', [PLAIN.replace('Host:', 'Host :')]],
	[
		'chunks and a length',
		[PLAIN.replace('Host', 'Transfer-Encoding: chunked\r\nContent-Length: 4\r\nHost'), '0\r\n\r\n'],
	],
	['a wish to close', [PLAIN.replace('Host', 'Connection: close\r\nHost')]],
	['a wish to upgrade', [PLAIN.replace('Host', 'Connection: upgrade\r\nUpgrade: x\r\nHost')]],
	['an absolute address', [PLAIN.replace('/ready', 'http://square.test/ready')]],
	['nonsense', ['\0\0\0\r\n\r\n']],
	['TLS', ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03']],
])('%s is answered by Node’s server, as if nobody stood in front', async (_, packets) => {
	const undated = (answer: string) => answer.replace(/^Date: .*$/gm, 'Date')
	expect(undated(await send(guarded, packets))).toBe(undated(await send(alone, packets)))
})

test('after plain requests a connection can still send anything', async () => {
	const came = await send(guarded, [
		PLAIN,
		'POST /form HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc',
		PLAIN,
	])
	expect(came.startsWith(READY)).toBe(true)
	expect(came).toContain('"body":"abc"')
	expect(came.match(/"url":"\/ready"/g)).toHaveLength(1)
})

const END = 'GET /end HTTP/1.1\r\nHost: square.test\r\nConnection: close\r\n\r\n'

/**
 * All that Node's server answers to one request and to a last one behind it, which shows where the first ended.
 */
async function received(text: string): Promise<string> {
	const socket = connect((alone.address() as AddressInfo).port, '127.0.0.1')
	socket.end(Buffer.from(text + END, 'latin1'))
	let came = ''
	for await (const chunk of socket) came += chunk.toString('latin1')
	return came
}

const told = (answer = '{}') =>
	JSON.parse(Buffer.from(answer.slice(answer.indexOf('{')), 'latin1').toString())

test('what is read here reads the same to Node, whatever is sent', async () => {
	const spice = fc.constantFrom(
		'\r\n',
		'\n',
		'\r',
		' ',
		'\t',
		':',
		'\0',
		'\x7f',
		'é',
		',',
		';',
		'X: y\r\n',
		'content-length: 1\r\n',
		'\r\n\r\n',
		'%',
		'\\',
	)
	const lineStarts = [...PLAIN.matchAll(/\r\n/g)].map(({ index }) => index + 2)
	const position = fc.oneof(fc.constantFrom(...lineStarts), fc.nat({ max: PLAIN.length }))
	const cut = fc.tuple(position, fc.nat({ max: 3 }), spice)
	await fc.assert(
		fc.asyncProperty(fc.array(cut, { maxLength: 3 }), async (cuts) => {
			let text = PLAIN
			for (const [at, length, put] of cuts) text = text.slice(0, at) + put + text.slice(at + length)
			const read = parseSimpleGet(Buffer.from(text, 'latin1'))
			if (!read) return
			const [first, last, ...more] = (await received(text)).split(/(?=HTTP\/1\.1 \d)/)
			expect(first, JSON.stringify(text)).toMatch(/^HTTP\/1\.1 200/)
			const { method, url, body, headers } = told(first)
			expect({ method, url, body }).toEqual({ method: 'GET', url: read.url, body: '' })
			expect(headers['accept-encoding']).toBe(read.acceptEncoding)
			expect([told(last).url, more]).toEqual(['/end', []])
		}),
		{ numRuns: 1_000 },
	)
})

test('an answer that was awaited when the server closes is given, and is the last on its connection', async () => {
	const socket = connect((guarded.address() as AddressInfo).port, '127.0.0.1')
	const ended = new Promise<string>((resolve) => {
		let came = ''
		socket.on('data', (chunk) => {
			came += chunk
		})
		socket.on('end', () => resolve(came))
	})
	socket.write(PLAIN.replace('/ready', '/coming'))
	await eventually(() => expect(front.answering.size).toBe(1))
	front.close()
	expect(await ended).toBe(READY)
	expect(front.answering.size).toBe(0)
})

test('a connection that its client has ended is ended here, too, answered or not', async () => {
	const { port } = guarded.address() as AddressInfo
	for (const said of ['', PLAIN, PLAIN.repeat(2)]) {
		const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
		const ended = new Promise((resolve) => socket.once('end', () => resolve('ended')))
		socket.resume().end(said)
		const late = new Promise((resolve) => setTimeout(resolve, 1_000, 'still open'))
		expect(await Promise.race([ended, late])).toBe('ended')
	}
})
