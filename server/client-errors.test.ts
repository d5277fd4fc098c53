import { createServer, IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect, Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handleClientErrors, hasOneHost } from './client-errors'
import { serveHealth } from './health'
import { securityHeaders } from './security-headers'

const SECURITY_HEADERS = securityHeaders('https://square.test')
let server: Server

beforeAll(async () => {
	server = createServer((request, response) => {
		void serveHealth(request, response, { securityHeaders: SECURITY_HEADERS, isReady: async () => false })
	})
	handleClientErrors(server, SECURITY_HEADERS)
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
	server.closeAllConnections()
	server.close()
})

/** Resolves to the bytes received until the server closes the connection. */
function send(text: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
		let received = ''
		socket.on('data', (chunk) => {
			received += chunk
		})
		socket.on('error', reject)
		socket.on('close', () => resolve(received))
		socket.write(text)
	})
}

const HOST = 'Host: square.test\r\n'

test.each([
	['no HTTP', 'NONSENSE\r\n\r\n', 400],
	['a header without a colon', `GET / HTTP/1.1\r\n${HOST}nonsense\r\n\r\n`, 400],
	['too long headers', `GET / HTTP/1.1\r\n${HOST}X: ${'x'.repeat(17_000)}\r\n\r\n`, 431],
	['an unknown expectation', `GET / HTTP/1.1\r\n${HOST}Expect: more\r\n\r\n`, 417],
	['a health check', `GET /healthz/live HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`, 200],
	['a failing health check', `GET /healthz/ready HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`, 503],
])('%s is answered with security headers', async (_name, text, status) => {
	const answer = await send(text)
	expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
	for (const [name, value] of Object.entries({
		...SECURITY_HEADERS,
		Connection: 'close',
		'Cache-Control': 'no-store',
	}))
		expect(answer).toContain(`\r\n${name}: ${value}\r\n`)
})

test.each<[string, string[], string, boolean]>([
	['one', ['Host', 'square.test', 'Accept', 'host'], '1.1', true],
	['none', ['Accept', 'host'], '1.1', false],
	['none by HTTP/1.0', [], '1.0', true],
	['two that are equal', ['Host', 'square.test', 'hOST', 'square.test'], '1.1', false],
	['two by HTTP/1.0', ['Host', 'a.test', 'host', 'b.test'], '1.0', false],
])('hasOneHost reads %s Host header', (_name, rawHeaders, httpVersion, valid) => {
	expect(hasOneHost(Object.assign(new IncomingMessage(new Socket()), { rawHeaders, httpVersion }))).toBe(
		valid,
	)
})
