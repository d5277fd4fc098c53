import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'

type ParseError = Error & { code?: string }

/** Status by error code, as in Node's default handler; other codes get 400. */
const STATUS: Record<string, number> = {
	HPE_HEADER_OVERFLOW: 431,
	HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
	ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** Adds the security headers to the responses that Node sends itself: parse errors, timeouts, `Expect`. */
export function handleClientErrors(server: Server, securityHeaders: Record<string, string>): void {
	const headers = {
		...securityHeaders,
		'Cache-Control': 'no-store',
		'Content-Length': '0',
		Connection: 'close',
	}
	const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
	server.on('clientError', (error: ParseError, socket: Socket) => {
		if (!socket.writable || error.code === 'ECONNRESET' || hasSentHead(socket)) return void socket.destroy()
		const status = STATUS[error.code ?? ''] ?? 400
		socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${fields.join('')}\r\n`, () => socket.destroy())
	})
	server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
		response.writeHead(417, headers).end()
	})
}

/** Whether response headers were sent; Node keeps the current response in this field of the socket. */
const hasSentHead = (socket: Socket): boolean =>
	(socket as { _httpMessage?: ServerResponse })._httpMessage?.headersSent ?? false

/** RFC 9112, 3.2: one Host header, optional in HTTP/1.0. Node rejects a missing one only, without our headers. */
export function hasOneHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
	let hosts = 0
	for (let index = 0; index < rawHeaders.length; index += 2)
		if (rawHeaders[index]?.toLowerCase() === 'host') hosts += 1
	return hosts === 1 || (hosts === 0 && httpVersion === '1.0')
}
