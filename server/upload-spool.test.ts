import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from '@/lib/testing'
import { SpoolFullError, UploadSpool } from './upload-spool'

const BYTES = 2 * 1024 * 1024
/** Three uploads. */
const BYTES_MAX = 3 * BYTES

let folder: string
let server: Server
let running: string[]
/** URLs of all handled uploads. */
let handled: string[]
let release: () => void
let holdBack: boolean

beforeEach(() => serve())

afterEach(stop)

async function serve(waitMsMax?: number): Promise<void> {
	folder = mkdtempSync(join(tmpdir(), 'square-spool-'))
	running = []
	handled = []
	holdBack = true
	const released = new Promise<void>((resolve) => {
		release = resolve
	})
	const spool = new UploadSpool(folder, { bytesMax: BYTES_MAX, waitMsMax })
	server = createServer(async (request, response) => {
		try {
			const { size, sum } = await spool.run(
				request,
				async (whole) => {
					running.push(whole.url ?? '')
					handled.push(whole.url ?? '')
					if (holdBack) await released
					let [size, sum] = [0, 0]
					whole.on('data', (chunk) => {
						size += chunk.length
						sum += chunk[0]
					})
					await once(whole, 'end')
					running.splice(running.indexOf(whole.url ?? ''), 1)
					return { size, sum }
				},
				!request.url?.startsWith('/anonymous'),
			)
			response.end(`size ${size}, ${sum > 0}`)
		} catch (error) {
			response.statusCode = error instanceof SpoolFullError ? 503 : 500
			response.end()
		}
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
}

function stop(): void {
	release()
	server.closeAllConnections()
	server.close()
	rmSync(folder, { recursive: true, force: true })
}

const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const upload = (path: string) =>
	fetch(`${origin()}${path}`, { method: 'POST', body: new Uint8Array(randomBytes(BYTES)) })

/** Sends the headers of an upload without its body. */
function announce(path: string) {
	const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
	socket.write(`POST ${path} HTTP/1.1\r\nHost: square.test\r\nContent-Length: ${BYTES}\r\n\r\n`)
	const status = new Promise<string>((resolve) =>
		socket.once('data', (data) => resolve(data.toString('latin1').slice(9, 12))),
	)
	return { socket, status }
}

test('uploads are handled one at a time, each with its whole body', async () => {
	const sent = ['/1', '/2', '/3'].map(upload)
	await eventually(() => expect(running).toHaveLength(1))
	release()
	for (const response of await Promise.all(sent)) expect(await response.text()).toBe(`size ${BYTES}, true`)
	expect(running).toEqual([])
})

test('waiting uploads use neither memory nor named files', async () => {
	setFlagsFromString('--expose-gc')
	const collectGarbage: () => void = runInNewContext('gc')
	collectGarbage()
	const before = process.memoryUsage().arrayBuffers
	const waiting = ['/1', '/2', '/3'].map((path) => announce(path))
	for (const { socket } of waiting) for (let sent = 0; sent < BYTES; sent += 65_536) socket.write(zeros)
	await eventually(() => expect(running).toHaveLength(1))
	await eventually(() => expect(waiting.map(({ socket }) => socket.writableLength)).toEqual([0, 0, 0]))
	await eventually(() => {
		collectGarbage()
		expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(BYTES)
	})
	expect(readdirSync(folder)).toEqual([])
	release()
	expect(await Promise.all(waiting.map(({ status }) => status))).toEqual(['200', '200', '200'])
	for (const { socket } of waiting) socket.destroy()
})

const zeros = Buffer.alloc(65_536, 1)

test('an upload beyond the limit is rejected unread', async () => {
	const admitted = ['/1', '/2', '/3'].map(upload)
	await eventually(() => expect(running).toHaveLength(1))
	const refused = announce('/4')
	expect(await refused.status).toBe('503')
	refused.socket.destroy()
	release()
	for (const response of await Promise.all(admitted)) expect(response.status).toBe(200)
	expect((await upload('/5')).status).toBe(200)
})

test('an aborted upload frees its space', async () => {
	release()
	const broken = ['/1', '/2', '/3'].map(announce)
	await eventually(async () => expect((await upload('/4')).status).toBe(503))
	for (const { socket } of broken) socket.destroy()
	await eventually(async () => expect((await upload('/5')).status).toBe(200))
})

test('anonymous clients share one slot', async () => {
	release()
	const [first, second] = [announce('/anonymous/1'), announce('/anonymous/2')]
	expect(await Promise.race([first.status, second.status])).toBe('503')
	expect((await upload('/editor')).status).toBe(200)
	for (const { socket } of [first, second]) socket.destroy()
})

/** A server whose past uploads were fast; new ones wait for `release`. */
async function serveQuickly(waitMsMax: number): Promise<void> {
	stop()
	await serve(waitMsMax)
	holdBack = false
	for (let number = 0; number < 12; number += 1) expect((await upload(`/before/${number}`)).status).toBe(200)
	holdBack = true
}

test('an upload with a long expected wait is rejected unread', async () => {
	stop()
	await serve(1_000)
	const first = upload('/1')
	await eventually(() => expect(running).toHaveLength(1))
	// Before the first measurement, 4 s are expected per upload.
	const second = announce('/2')
	expect(await second.status).toBe('503')
	second.socket.destroy()
	release()
	expect((await first).status).toBe(200)
})

test('an upload that waits too long gets 503', async () => {
	await serveQuickly(500)
	const first = upload('/1')
	await eventually(() => expect(running).toHaveLength(1))
	const second = await upload('/2')
	expect(second.status).toBe(503)
	release()
	expect((await first).status).toBe(200)
	expect((await upload('/3')).status).toBe(200)
	expect(handled).not.toContain('/2')
})

test('the idle timeout is suspended during an upload', async () => {
	server.timeout = 300
	const first = upload('/1')
	await eventually(() => expect(running).toHaveLength(1))
	await new Promise((resolve) => setTimeout(resolve, 900))
	release()
	expect((await first).status).toBe(200)
})
