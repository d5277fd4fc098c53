import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { newRequestContext, requestContext } from '@/lib/request-context'
import { renderWithNext, syntheticGet } from './next-renderer'

type Write = (response: ServerResponse, request: IncomingMessage) => void

const render = (write: Write, request = syntheticGet('/', { host: 'square.test' })) =>
	renderWithNext(
		async (incoming, response) => write(response, incoming),
		request,
		newRequestContext('client'),
	)

test.each<[string, Write]>([
	['one chunk', (response) => void response.end('Zoë')],
	['an encoding', (response) => void response.end('5a6fc3ab', 'hex')],
	['a callback alone', (response) => void response.write('Zoë', () => response.end(() => {}))],
	[
		'buffers and arrays',
		(response) => void [response.write(Buffer.from('Zo')), response.end(new Uint8Array([0xc3, 0xab]))],
	],
	['an end after a turn of the loop', (response) => void setImmediate(() => response.end('Zoë'))],
	['writes after the end', (response) => void [response.end('Zoë'), response.write('!'), response.end('!')]],
])('a body is buffered with %s', async (_, write) => {
	expect((await render(write)).body.toString()).toBe('Zoë')
})

test.each<[string, Write]>([
	['fields', (response) => void response.writeHead(201, { 'X-A': '1', 'Set-Cookie': ['a=1', 'b=2'] })],
	[
		'a status text and fields',
		(response) => void response.writeHead(201, 'Made', { 'X-A': '1', 'Set-Cookie': ['a=1', 'b=2'] }),
	],
	[
		'a list',
		(response) => void response.writeHead(201, ['X-A', '1', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2']),
	],
	[
		'replaced fields',
		(response) =>
			void response
				.setHeader('X-A', '0')
				.writeHead(201, ['X-A', '1', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2']),
	],
	[
		'single calls',
		(response) => {
			response.statusCode = 201
			response.setHeader('X-A', '1').appendHeader('Set-Cookie', 'a=1').appendHeader('Set-Cookie', 'b=2')
		},
	],
])('status and headers are kept from %s', async (_, write) => {
	const { status, headers } = await render((response, request) => {
		write(response, request)
		response.end()
	})
	expect([status, { ...headers }]).toEqual([201, { 'x-a': '1', 'set-cookie': ['a=1', 'b=2'] }])
})

test('a response ends as a sent one does', async () => {
	const events: unknown[] = []
	await render((response) => {
		for (const event of ['finish', 'close'])
			response.on(event, () => events.push([event, response.writableEnded, response.writableFinished]))
		events.push(response.headersSent)
		events.push(response.write('a'))
		events.push(response.headersSent)
		response.end('b', () => events.push('callback'))
	})
	expect(events).toEqual([false, true, true, ['finish', true, true], ['close', true, true], 'callback'])
})

test('the body of a HEAD is buffered, for its length', async () => {
	const request = Object.assign(syntheticGet('/', {}), { method: 'HEAD' })
	expect((await render((response) => void response.end('four'), request)).body).toHaveLength(4)
})

test('a handler that throws rejects the render', async () => {
	const failing = () => {
		throw new Error('Rendering failed.')
	}
	await expect(render(failing)).rejects.toThrow('Rendering failed.')
})

test('the handler runs in the given request context', async () => {
	const { body } = await render((response) => void response.end(requestContext().clientIp))
	expect(body.toString()).toBe('client')
})

test('a synthetic GET has the given headers and no body', async () => {
	const request = syntheticGet('/news/lamp', { cookie: 'a=1' })
	const { method, url, headers } = request
	expect([method, url, headers]).toEqual(['GET', '/news/lamp', { accept: 'text/html', cookie: 'a=1' }])
	let bytes = 0
	for await (const chunk of request) bytes += chunk.length
	expect(bytes).toBe(0)
})
