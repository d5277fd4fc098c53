import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import type { Viewer } from '../permissions'
import { changeSettings } from '../settings'
import { postComment } from './post'

withDatabase()

const KEY = 'a key of the webhook / 20'
type Received = { headers: IncomingMessage['headers']; body: string }

let received: Received[]
let answer: (response: ServerResponse) => void
let articleId: number
const service = createServer(async (request, response) => {
	const chunks: Buffer[] = []
	for await (const chunk of request) chunks.push(chunk)
	received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
	answer(response)
})

const says =
	(data: unknown, status = 200) =>
	(response: ServerResponse) =>
		response.writeHead(status, { Location: '/elsewhere' }).end(JSON.stringify(data))

beforeEach(async () => {
	received = []
	await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
	const { port } = service.address() as AddressInfo
	vi.stubEnv('MODERATION_WEBHOOK', `http://${encodeURIComponent(KEY)}@127.0.0.1:${port}/comments`)
	vi.spyOn(console, 'error').mockImplementation(() => {})
	articleId = (await liveStory()).articleId
	await changeSettings(await createStaff('owner'), { commentsHeldFirst: 0 })
})

afterEach(async () => {
	vi.unstubAllEnvs()
	vi.restoreAllMocks()
	service.closeAllConnections()
	await new Promise((resolve) => service.close(resolve))
})

const post = (viewer: Viewer = reader()) =>
	postComment(viewer, articleId, {
		name: 'Ada',
		email: 'ada@example.org',
		parentId: null,
		body: 'I was there.',
	})

test('a comment is sent signed, without the address of its author', async () => {
	answer = says({ action: 'pass' })
	expect(await post()).toMatchObject({ state: 'approved', heldFor: [] })
	const [{ headers, body } = { headers: {}, body: '' }] = received
	const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
	expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', KEY).update(signed).digest('base64')}`)
	expect(headers.authorization).toBeUndefined()
	expect(JSON.parse(body)).toMatchObject({
		type: 'comment.posted',
		data: { text: 'I was there.', name: 'Ada' },
	})
	expect(body).not.toContain('ada@')
})

test('its words hold or refuse a comment', async () => {
	answer = says({ action: 'hold', reason: 'Toxicity 0.93' })
	expect((await post()).heldFor).toEqual([{ phase: 'webhook', words: 'Toxicity 0.93' }])
	answer = says({ action: 'hold', reason: `${'a'.repeat(299)}😀` })
	expect((await post()).heldFor).toEqual([{ phase: 'webhook', words: 'a'.repeat(299) }])
	answer = says({ action: 'refuse', reason: 'Toxicity 0.99' })
	await expect(post()).rejects.toThrow(
		'An automatic check does not take this comment, with the reason: Toxicity 0.99',
	)
})

test.each<[string, (response: ServerResponse) => void]>([
	['an error', says({ action: 'pass' }, 500)],
	['a redirect', says({ action: 'pass' }, 307)],
	['no action', says({ verdict: 'pass' })],
	['no JSON', (response) => response.end('pass')],
	['too long an answer', says({ action: 'pass', reason: 'x'.repeat(20_000) })],
	['a closed connection', (response) => response.destroy()],
	['silence', () => {}],
])('%s holds the comment', async (_, given) => {
	answer = given
	expect((await post()).heldFor).toEqual([{ phase: 'webhook', words: null }])
})

test('comments of staff are not sent', async () => {
	answer = says({ action: 'refuse' })
	expect(await post(await createStaff('editor'))).toMatchObject({ state: 'approved' })
	expect(received).toEqual([])
})
