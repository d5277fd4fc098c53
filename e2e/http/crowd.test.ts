import { createHash } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import { expect, test, vi } from 'vitest'
import { publishStory } from '@/domain/articles/publish'
import { saveStory } from '@/domain/articles/save'
import { findStory } from '@/domain/articles/stories'
import { READER_COOKIE } from '@/lib/cookies'
import { sign } from '@/lib/signing'
import { DRAIN_MS } from '@/server/drain'
import { RawConnection, type RawResponse } from '../support/raw-connection'
import { liveStory } from '../support/stories'
import { startAnother, withServer } from './in-process-server'
import { watchRenderings } from './renderings'

withServer()

const CROWD = 5_000
/** Connections opened at a time; a listening socket's backlog is 511. */
const BATCH = 250
/** Private pages, each rendered in turn, so that later requests wait for seconds. */
const QUEUE = 200
/** A busy machine serves a crowd in twenty seconds instead of two. */
const BUSY_MS = 60_000

const lines = (...each: string[]) => `${each.join('\r\n')}\r\n\r\n`
const get = (page: string, ...more: string[]) => lines(`GET ${page} HTTP/1.1`, 'Host: square.test', ...more)
const readerCookie = () => `Cookie: ${READER_COOKIE}=${sign('reader', crypto.randomUUID())}`

test('5,000 requests for an invalidated page share one render', async () => {
	const server = await startAnother()
	const { editor, articleId } = await liveStory({ headline: 'The lock opens' })
	const page = '/news/the-lock-opens'
	const before = new Set<string>()
	// Each connection sends a request at once, before the server's timeout for idle new connections.
	const crowd = await openMany(server.address, CROWD, async (connection) => {
		before.add(fingerprint(await connection.request(get(page))))
	})
	expect(before.size).toBe(1)

	const others = await openMany(server.address, QUEUE)
	const queue = requestAll(others, get('/sign-in', readerCookie()))
	const story = await findStory(editor, articleId)
	const fields = { ...story.fields, headline: 'The lock closes' }
	const saved = await saveStory(editor, articleId, story.headRevisionId, fields)
	if (saved.kind !== 'saved') throw new Error('The story was not saved.')
	await publishStory(editor, articleId, { revisionId: saved.revisionId })

	const renderings = watchRenderings()
	const arrived = countRequests(server.server, page)
	let waitedAtFirst = 0
	const answers = await Promise.all(
		crowd.map(async (connection) => {
			const answer = await connection.request(get(page))
			waitedAtFirst ||= arrived.number
			return answer
		}),
	)
	expect(waitedAtFirst).toBe(CROWD)
	const shells = renderings().filter(({ shell }) => shell)
	expect(shells.filter(({ dependencies }) => dependencies.has(`article:${articleId}`))).toHaveLength(1)
	expect(new Set(answers.map(fingerprint)).size).toBe(1)
	expect(answers[0]?.status).toBe(200)
	expect(String(answers[0]?.body)).toContain('The lock closes')
	expect((await queue).every(({ status }) => status === 200)).toBe(true)
	for (const connection of [...crowd, ...others]) connection.close()
})

test('a closing server finishes open requests in time', async () => {
	const server = await startAnother()
	await liveStory({ headline: 'The last bus' })
	const page = '/news/the-last-bus'
	const [idle, used, posting, reading] = (await openMany(server.address, 4)) as [
		RawConnection,
		RawConnection,
		RawConnection,
		RawConnection,
	]
	const asking = await openMany(server.address, 40)
	await idle.request(get(page))
	await used.request(get(page, 'X-Unusual: yes'))
	const arrived = countRequests(server.server)
	const answers = requestAll(asking, get(page, readerCookie()))
	for (const connection of [posting, reading]) connection.write(MOOD.slice(0, -3))
	await vi.waitFor(() => expect(arrived.number).toBe(asking.length + 2), { timeout: BUSY_MS })

	const began = performance.now()
	const closing = server.close()
	const last = [[posting, '/healthz/ready'] as const, [reading, page] as const].map(
		async ([connection, url]) => {
			const voted = connection.read()
			const answer = connection.read()
			connection.write(MOOD.slice(-3) + get(url))
			expect((await voted).status).toBe(303)
			await connection.closed
			return answer
		},
	)
	const [ready, read] = (await Promise.all(last)) as [RawResponse, RawResponse]
	expect([ready.status, String(ready.body), ready.headers.connection]).toEqual([503, 'not ready\n', 'close'])
	expect([read.status, read.headers.connection]).toEqual([200, 'close'])
	expect((await answers).map(({ status }) => status)).toEqual(Array(asking.length).fill(200))
	await Promise.all([idle.closed, used.closed])
	await expect(RawConnection.open(server.address)).rejects.toThrow('ECONNREFUSED')
	await closing
	expect(performance.now() - began).toBeLessThan(DRAIN_MS)
})

/** Clients that vote without a pause, each on one connection until the server closes it. */
const VOTERS = 150

test('a server closing under load resets no form', async () => {
	const server = await startAnother()
	await liveStory({ headline: 'The last bus' })
	const outcomes = { answered: 0, refused: 0, closed: 0, lost: [] as string[] }
	const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
	/** Sends one form, half of them in two parts. */
	const vote = async (connection: RawConnection, client: string): Promise<boolean> => {
		const response = connection
			.read()
			.catch((error: Error) => void outcomes.lost.push(`${client}: ${error.message}`))
		const split = Math.random() < 0.5 ? MOOD.length : MOOD.length - 3
		connection.write(MOOD.slice(0, split))
		await pause(20 * Math.random())
		if (split < MOOD.length) connection.write(MOOD.slice(split))
		const answer = await response
		if (!answer) return false
		if (answer.status === 303) outcomes.answered += 1
		else if (answer.status === 503) outcomes.refused += 1
		else outcomes.lost.push(`status ${answer.status}`)
		return answer.headers.connection !== 'close'
	}
	const voter = async (thinkMs: number, client: string) => {
		const connection = await RawConnection.open(server.address)
		while (await vote(connection, client)) await pause(thinkMs * Math.random())
		connection.close()
		outcomes.closed += 1
	}
	const voters = Array.from({ length: VOTERS }, (_, number) => voter(number % 3 ? 0 : 300, 'voter'))
	await vi.waitFor(() => expect(outcomes.answered).toBeGreaterThan(2 * VOTERS), { timeout: BUSY_MS })
	// An incomplete form is refused in time instead of reset.
	const slow = await RawConnection.open(server.address)
	const refused = slow.request(MOOD.slice(0, -3))
	const closing = server.close()
	// New clients are answered while the server still listens.
	await pause(100)
	voters.push(...Array.from({ length: VOTERS }, () => voter(0, 'newcomer')))
	await Promise.all([closing, ...voters])
	expect(outcomes.lost).toEqual([])
	expect(outcomes.closed).toBe(2 * VOTERS)
	expect(outcomes.answered).toBeGreaterThan(3 * VOTERS)
	const { status, headers, body } = await refused
	expect([status, headers.connection, headers['retry-after']]).toEqual([503, 'close', '5'])
	expect(String(body)).toContain('Nothing was recorded')
})

const MOOD = `${lines(
	'POST /news/the-last-bus/moods HTTP/1.1',
	'Host: square.test',
	'Content-Type: application/x-www-form-urlencoded',
	'Content-Length: 8',
)}mood=sad`

async function openMany(
	address: string,
	number: number,
	onOpen: (connection: RawConnection) => Promise<void> = async () => {},
): Promise<RawConnection[]> {
	const connections: RawConnection[] = []
	const openOne = async () => {
		const connection = await RawConnection.open(address)
		await onOpen(connection)
		connections.push(connection)
	}
	while (connections.length < number)
		await Promise.all(Array.from({ length: Math.min(BATCH, number - connections.length) }, openOne))
	return connections
}

const requestAll = (connections: RawConnection[], bytes: string) =>
	Promise.all(connections.map((connection) => connection.request(bytes)))

/** A hash of status, ETag and body. */
const fingerprint = ({ status, headers, body }: RawResponse): string =>
	`${status} ${headers.etag} ${createHash('sha256').update(body).digest('base64url')}`

function countRequests(server: Server, page?: string): { number: number } {
	const count = { number: 0 }
	server.on('request', ({ url }: IncomingMessage) => {
		if (!page || url === page) count.number += 1
	})
	return count
}
