import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FORM_BYTES_MAX } from '@/lib/limits'
import { eventually } from '@/lib/testing'
import { BodyMemoryLimit, clientAborted, isUpload, readBody, withBody } from './request-body'

let server: Server
const begun: string[] = []
const gone: boolean[] = []
const held = new BodyMemoryLimit(1_000)
const peers: Socket[] = []

beforeAll(async () => {
	server = createServer(async (asked, response) => {
		try {
			const request = isUpload(asked) ? asked : withBody(asked, await readBody(asked, held))
			begun.push(request.url ?? '')
			let text = ''
			for await (const chunk of request) text += chunk
			response.end(JSON.stringify({ method: request.method, type: request.headers['content-type'], text }))
		} catch {
			gone.push(clientAborted(asked))
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
	let came = ''
	socket.on('data', (chunk) => {
		came += chunk
	})
	socket.write(
		`POST ${path} HTTP/1.1\r\nHost: square.test\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\n\r\n`,
	)
	return { socket, came: () => came }
}

/** Waits until the server has read all that was sent. */
const received = (socket: Socket): Promise<void> =>
	eventually(() => {
		const peer = peers.find(({ remotePort }) => remotePort && remotePort === socket.localPort)
		expect(peer?.bytesRead).toBe(socket.bytesWritten)
	})

test('nothing is begun before the whole form is here, and then it is read as it was sent', async () => {
	const { socket, came } = open('/slow', 10)
	socket.write('five ')
	await received(socket)
	expect(begun).not.toContain('/slow')
	socket.write('more.')
	await eventually(() =>
		expect(came()).toContain('{"method":"POST","type":"text/plain","text":"five more."}'),
	)
	socket.destroy()
})

test('who goes away with the form half sent has begun nothing', async () => {
	const { socket } = open('/away', 10)
	socket.write('five ')
	await received(socket)
	socket.destroy()
	await eventually(() => expect(gone).toEqual([true]))
	expect(begun).not.toContain('/away')
})

test('what no form of a reader has in it is read as it comes', async () => {
	const { socket } = open('/photograph', FORM_BYTES_MAX + 1)
	await eventually(() => expect(begun).toContain('/photograph'))
	socket.destroy()
})

test('where half-sent forms fill the room they are given, the largest is given up and a small one goes on', async () => {
	const small = open('/small', 10)
	small.socket.write('five ')
	const [first, second] = [open('/large', 900), open('/larger', 900)]
	const closed = new Promise((resolve) => second.socket.once('close', resolve))
	first.socket.write('x'.repeat(450))
	second.socket.write('x'.repeat(500))
	await Promise.all([small, first, second].map(({ socket }) => received(socket)))
	second.socket.write('x'.repeat(100))
	await closed
	small.socket.write('more.')
	first.socket.write('x'.repeat(450))
	await eventually(() => expect(begun).toEqual(expect.arrayContaining(['/small', '/large'])))
	expect(begun).not.toContain('/larger')
	for (const { socket } of [small, first]) socket.destroy()
})
