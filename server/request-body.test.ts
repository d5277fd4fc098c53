import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FORM_BYTES_MAX } from '@/lib/limits'
import { eventually } from '@/lib/testing'
import { BodyMemoryLimit, clientAborted, isUpload, readBody, withBody } from './request-body'

let server: Server
const started: string[] = []
const aborted: boolean[] = []
const memoryLimit = new BodyMemoryLimit(1_000)
const peers: Socket[] = []

beforeAll(async () => {
	server = createServer(async (incoming, response) => {
		try {
			const request = isUpload(incoming)
				? incoming
				: withBody(incoming, await readBody(incoming, memoryLimit))
			started.push(request.url ?? '')
			let text = ''
			for await (const chunk of request) text += chunk
			response.end(JSON.stringify({ method: request.method, type: request.headers['content-type'], text }))
		} catch {
			aborted.push(clientAborted(incoming))
		}
	})
	server.on('connection', (socket) => peers.push(socket))
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => {
	server.closeAllConnections()
	server.close()
})

const open = (path: string, length: number) => {
	const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
	let response = ''
	socket.on('data', (chunk) => {
		response += chunk
	})
	socket.write(
		`POST ${path} HTTP/1.1\r\nHost: square.test\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\n\r\n`,
	)
	return { socket, response: () => response }
}

/** Waits until the server has read all sent bytes. */
const untilRead = (socket: Socket): Promise<void> =>
	eventually(() => {
		const peer = peers.find(({ remotePort }) => remotePort && remotePort === socket.localPort)
		expect(peer?.bytesRead).toBe(socket.bytesWritten)
	})

test('the handler starts once the whole form is buffered', async () => {
	const { socket, response } = open('/slow', 10)
	socket.write('five ')
	await untilRead(socket)
	expect(started).not.toContain('/slow')
	socket.write('more.')
	await eventually(() =>
		expect(response()).toContain('{"method":"POST","type":"text/plain","text":"five more."}'),
	)
	socket.destroy()
})

test('an aborted form does not start the handler', async () => {
	const { socket } = open('/away', 10)
	socket.write('five ')
	await untilRead(socket)
	socket.destroy()
	await eventually(() => expect(aborted).toEqual([true]))
	expect(started).not.toContain('/away')
})

test('a body above the form limit is not buffered', async () => {
	const { socket } = open('/photograph', FORM_BYTES_MAX + 1)
	await eventually(() => expect(started).toContain('/photograph'))
	socket.destroy()
})

test('the largest incomplete form is evicted when memory is full', async () => {
	const small = open('/small', 10)
	small.socket.write('five ')
	const [first, second] = [open('/large', 900), open('/larger', 900)]
	const closed = new Promise((resolve) => second.socket.once('close', resolve))
	first.socket.write('x'.repeat(450))
	second.socket.write('x'.repeat(500))
	await Promise.all([small, first, second].map(({ socket }) => untilRead(socket)))
	second.socket.write('x'.repeat(100))
	await closed
	small.socket.write('more.')
	first.socket.write('x'.repeat(450))
	await eventually(() => expect(started).toEqual(expect.arrayContaining(['/small', '/large'])))
	expect(started).not.toContain('/larger')
	for (const { socket } of [small, first]) socket.destroy()
})
