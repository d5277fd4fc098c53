import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

let submitForm: typeof import('./submit-form').submitForm
let server: Server
let recorded: number
let finish: RequestListener

beforeAll(async () => {
	vi.stubGlobal('document', { cookie: '', documentElement: { lang: 'en' } })
	// Reads the language of the page when it is loaded.
	submitForm = (await import('./submit-form')).submitForm
	server = createServer((request, response) => {
		request.resume().on('end', () => {
			recorded += 1
			finish(request, response)
		})
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
	vi.unstubAllGlobals()
	server.close()
})
beforeEach(() => {
	recorded = 0
})

const vote = () => {
	const action = `http://127.0.0.1:${(server.address() as AddressInfo).port}/news/a/moods`
	return submitForm({ action } as HTMLFormElement, { mood: 'happy' })
}

test.each<[string, RequestListener]>([
	['a broken connection', (request) => request.socket.destroy()],
	['an answer of a proxy', (_, response) => void response.writeHead(504).end('Gateway Timeout')],
])('a write followed by %s is reported as uncertain', async (_, then) => {
	finish = then
	const answer = await vote()
	expect(recorded).toBe(1)
	expect(answer).toMatchObject({
		ok: false,
		message: expect.stringContaining('see whether this was recorded'),
	})
	expect(answer).not.toMatchObject({ message: expect.stringContaining('nothing was recorded') })
})

test('a refusal keeps its status and message', async () => {
	finish = (_, response) => void response.writeHead(429).end(JSON.stringify({ detail: 'Too often.' }))
	expect(await vote()).toEqual({
		ok: false,
		status: 429,
		message: 'Too often.',
		field: undefined,
		signIn: undefined,
	})
})
