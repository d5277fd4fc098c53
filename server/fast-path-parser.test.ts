import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import fc from '@/e2e/support/fast-check'
import { parseSimpleGet } from './fast-path'

const ORIGINAL = 'GET /ready HTTP/1.1\r\nHost: square.test\r\nAccept-Encoding: br\r\n\r\n'

/** Answers each request with its parts, as Node's parser reads them. */
let plainServer: Server

beforeAll(async () => {
	plainServer = createServer((request, response) => {
		const body: Buffer[] = []
		request.on('data', (chunk) => body.push(chunk))
		request.on('end', () => {
			const { method, url, headers } = request
			response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(body).toString() }))
		})
	})
	await new Promise<void>((resolve) => plainServer.listen(0, '127.0.0.1', resolve))
})

afterAll(() => {
	plainServer.closeAllConnections()
	plainServer.close()
})

/** Header lines as browsers send them on a kept connection. */
const BROWSER_REQUESTS = {
	'Chromium for a page': [
		'Host: square.test',
		'Connection: keep-alive',
		'Cache-Control: max-age=0',
		'sec-ch-ua: "Not:A-Brand";v="8", "Chromium";v="156"',
		'sec-ch-ua-mobile: ?0',
		'sec-ch-ua-platform: "Linux"',
		'Upgrade-Insecure-Requests: 1',
		'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0',
		'Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8',
		'Sec-Purpose: prefetch',
		'Sec-Speculation-Tags: null',
		'Sec-Fetch-Site: none',
		'Sec-Fetch-Mode: navigate',
		'Sec-Fetch-User: ?1',
		'Sec-Fetch-Dest: document',
		'Referer: http://square.test/',
		'Accept-Encoding: gzip, deflate, br, zstd',
		'Accept-Language: en-US,en;q=0.9',
		'Cookie: square-islands=1; square-appearance=dark.large',
		'If-None-Match: W/"BRR3PNfChAb8Zm_FCuJtdX"',
	],
	'Chromium for a font': [
		'Host: square.test',
		'Connection: keep-alive',
		'Origin: http://square.test',
		'Accept: */*',
		'Sec-Fetch-Site: same-origin',
		'Sec-Fetch-Mode: cors',
		'Sec-Fetch-Dest: font',
		'Referer: http://square.test/',
		'Accept-Encoding: gzip, deflate, br, zstd',
	],
	'Firefox for a page': [
		'Host: square.test',
		'User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
		'Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
		'Accept-Language: en-US,en;q=0.5',
		'Accept-Encoding: gzip, deflate, br, zstd',
		'DNT: 1',
		'Sec-GPC: 1',
		'Connection: keep-alive',
		'Cookie: square-islands=1',
		'Upgrade-Insecure-Requests: 1',
		'Sec-Fetch-Dest: document',
		'Priority: u=0, i',
		'Pragma: no-cache',
	],
	'nginx in front': [
		'Host: square.test',
		'X-Real-IP: 203.0.113.7',
		'X-Forwarded-For: 203.0.113.7',
		'X-Forwarded-Proto: https',
		'Accept-Encoding: br',
	],
}

test.each(Object.entries(BROWSER_REQUESTS))('parseSimpleGet accepts a request of %s', (_, lines) => {
	const packet = Buffer.from(`GET /ready?page=2 HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
	const sent = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
	expect(parseSimpleGet(packet)).toEqual({
		url: '/ready?page=2',
		acceptEncoding: sent('Accept-Encoding'),
		ifNoneMatch: sent('If-None-Match'),
		cookie: sent('Cookie'),
	})
})

const END = 'GET /end HTTP/1.1\r\nHost: square.test\r\nConnection: close\r\n\r\n'

/** Node's responses to a request and to a second one behind it, which shows where the first ended. */
async function nodeResponses(text: string): Promise<string> {
	const socket = connect((plainServer.address() as AddressInfo).port, '127.0.0.1')
	socket.end(Buffer.from(text + END, 'latin1'))
	let received = ''
	for await (const chunk of socket) received += chunk.toString('latin1')
	return received
}

const echoed = (answer = '{}') =>
	JSON.parse(Buffer.from(answer.slice(answer.indexOf('{')), 'latin1').toString())

test('parseSimpleGet reads mutated requests as Node does', async () => {
	const fragment = fc.constantFrom(
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
		'\xa0',
		'cookie: x=y\r\n',
		'Cookie:\t\r\n',
		'if-none-match: "f"\r\n',
		'Accept-Encoding: \r\n',
		'connection: close\r\n',
		'content-length: 1\r\n',
		'\r\n\r\n',
		'%',
		'\\',
	)
	const original = ORIGINAL.replace(
		'Host',
		'Cookie: a=b; c="d"\r\nIf-None-Match: W/"e"\r\nOrigin: http://f\r\nsec-fetch-mode: cors\r\nHost',
	)
	const lineStarts = [...original.matchAll(/\r\n/g)].map(({ index }) => index + 2)
	const position = fc.oneof(fc.constantFrom(...lineStarts), fc.nat({ max: original.length }))
	const mutation = fc.tuple(position, fc.nat({ max: 3 }), fragment)
	let accepted = 0
	await fc.assert(
		fc.asyncProperty(fc.array(mutation, { maxLength: 3 }), async (mutations) => {
			let text = original
			for (const [at, length, put] of mutations) text = text.slice(0, at) + put + text.slice(at + length)
			const read = parseSimpleGet(Buffer.from(text, 'latin1'))
			if (!read) return
			accepted += 1
			const [first, last, ...more] = (await nodeResponses(text)).split(/(?=HTTP\/1\.1 \d)/)
			expect(first, JSON.stringify(text)).toMatch(/^HTTP\/1\.1 200/)
			const { method, url, body, headers } = echoed(first)
			expect({ method, url, body }).toEqual({ method: 'GET', url: read.url, body: '' })
			expect(headers['accept-encoding']).toBe(read.acceptEncoding)
			expect(headers['if-none-match']).toBe(read.ifNoneMatch)
			expect(headers.cookie).toBe(read.cookie)
			expect([echoed(last).url, more]).toEqual(['/end', []])
		}),
		{ numRuns: 2_000 },
	)
	expect(accepted).toBeGreaterThan(200)
})
