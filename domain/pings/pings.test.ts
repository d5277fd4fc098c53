import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { readDb, write } from '@/db'
import { pings, settings } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory } from '@/e2e/support/stories'
import { env } from '@/lib/env'
import { unscheduleStory, withdrawStory } from '../articles/publish'
import { trashStory } from '../articles/trash'
import { changeMachineAnswers } from '../machines'
import { changeSettings } from '../settings'
import { indexNowKey } from '../site-identity'
import { type SendOptions, sendPings } from './send'

withDatabase()

type Received = { path: string; type: string; body: string }
const received: Received[] = []
let status = 200
const service = createServer(async (request, response) => {
	let body = ''
	for await (const chunk of request) body += chunk
	received.push({ path: request.url ?? '', type: request.headers['content-type'] ?? '', body })
	response.writeHead(status).end('ok')
})
let address = ''
const HOUR_MS = 3_600_000

beforeAll(async () => {
	await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
	address = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
	vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(() => void service.close())
beforeEach(async () => {
	received.length = 0
	status = 200
	await write(async (tx) => {
		tx.changed('settings')
		await tx.delete(pings)
		await tx.delete(settings)
	})
})

const send = (options: SendOptions = {}) =>
	sendPings({ indexNow: `${address}/indexnow`, isAllowed: () => true, ...options })

/** A hub of this machine, which the setting's check would refuse. */
const enable = (key: 'websubHub' | 'indexNow', value: unknown = `${address}/hub`) =>
	write(async (tx) => {
		tx.changed('settings')
		await tx.insert(settings).values({ key, value })
	})

const queued = () => readDb().select().from(pings)

test('without an enabled service nothing is queued and sent', async () => {
	await liveStory()
	expect(await queued()).toEqual([])
	await send()
	expect(received).toEqual([])
})

test('a publication is announced once to each service, and again when it is withdrawn', async () => {
	await enable('websubHub')
	await enable('indexNow', true)
	const { editor, articleId, slug } = await liveStory({ headline: 'The mill turns' })
	await send()
	await send()
	const [hub, search] = received.sort((a, b) => a.path.localeCompare(b.path))
	expect(received).toHaveLength(2)
	const fields = new URLSearchParams(hub?.body)
	expect(fields.get('hub.mode')).toBe('publish')
	expect(fields.getAll('hub.url')).toEqual(
		['', '/sections/news'].flatMap((page) =>
			['xml', 'atom', 'json'].map((format) => `${env.siteUrl}${page}/feed.${format}`),
		),
	)
	expect(JSON.parse(search?.body ?? '')).toEqual({
		host: new URL(env.siteUrl).host,
		key: await indexNowKey(),
		keyLocation: `${env.siteUrl}/indexnow.txt`,
		urlList: [`${env.siteUrl}/news/${slug}`],
	})
	await withdrawStory(editor, articleId, 'It was not so.')
	await send()
	expect(received).toHaveLength(4)
})

test('a scheduled story is announced when it appears, and never if it does not', async () => {
	await enable('indexNow', true)
	const at = new Date(Date.now() + HOUR_MS)
	const stays = await liveStory({ headline: 'It stays' }, at)
	const leaves = await liveStory({ headline: 'It leaves' }, at)
	const trashed = await liveStory({ headline: 'It is trashed' }, at)
	await send()
	expect(received).toEqual([])
	await unscheduleStory(leaves.editor, leaves.articleId)
	await unscheduleStory(trashed.editor, trashed.articleId)
	await trashStory(trashed.editor, trashed.articleId)
	await send({ now: new Date(at.getTime() + 1_000) })
	expect(received.map(({ body }) => JSON.parse(body).urlList)).toEqual([
		[`${env.siteUrl}/news/${stays.slug}`],
	])
	expect(await queued()).toEqual([])
})

test('search engines are not told of a story that they may not list', async () => {
	await enable('websubHub')
	await enable('indexNow', true)
	const { editor, articleId } = await liveStory({ headline: 'Not for search' })
	await changeMachineAnswers(editor, articleId, { search: 'no', answers: null, training: null })
	await send()
	expect(received.map(({ path }) => path)).toEqual(['/hub'])
	expect(await queued()).toEqual([])
})

test('a failed announcement is repeated, later each time, and given up', async () => {
	await enable('websubHub')
	await liveStory()
	status = 503
	let now = new Date()
	const pauses: number[] = []
	for (let attempt = 1; attempt <= 6; attempt += 1) {
		await send({ now })
		expect(received).toHaveLength(attempt)
		// Before its time nothing is repeated.
		await send({ now })
		expect(received).toHaveLength(attempt)
		const [row] = await queued()
		if (!row) break
		pauses.push(row.dueAt.getTime() - now.getTime())
		now = row.dueAt
	}
	expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
	expect(pauses).toHaveLength(5)
	expect(await queued()).toEqual([])
})

test('a private address is not asked, and one that does not answer ends in time', async () => {
	await enable('websubHub')
	await liveStory()
	await sendPings()
	expect(received).toEqual([])
	const silent = createServer(() => {})
	await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
	const port = (silent.address() as AddressInfo).port
	await write(async (tx) => {
		tx.changed('settings')
		await tx
			.update(settings)
			.set({ value: `http://127.0.0.1:${port}` })
			.where(eq(settings.key, 'websubHub'))
	})
	await send({ now: new Date(Date.now() + HOUR_MS), timeoutMs: 50 })
	expect((await queued())[0]?.attempts).toBe(2)
	silent.closeAllConnections()
	silent.close()
})

test('a hub has an https address', async () => {
	const owner = await createStaff('owner')
	for (const websubHub of ['http://hub.example/', 'javascript:alert(1)', 'hub.example'])
		await expect(changeSettings(owner, { websubHub })).rejects.toMatchObject({ field: 'websubHub' })
	await changeSettings(owner, { websubHub: 'https://hub.example' })
	expect((await readDb().select().from(settings))[0]?.value).toBe('https://hub.example/')
})
