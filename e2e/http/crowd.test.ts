import type { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import { expect, test, vi } from 'vitest'
import { publishStory } from '@/domain/articles/publish'
import { saveStory } from '@/domain/articles/save'
import { findStory } from '@/domain/articles/stories'
import { READER_COOKIE } from '@/lib/cookies'
import type { RequestContext } from '@/lib/request-context'
import { sign } from '@/lib/signing'
import { singleton } from '@/lib/singleton'
import { DRAIN_MS } from '@/server/drain'
import { RawConnection, type RawResponse } from '../support/raw-connection'
import { liveStory } from '../support/stories'
import { startAnother, withServer } from './in-process-server'

withServer()

const CROWD = 5_000
/** Connections opened at a time; a listening socket keeps 511 waiting. */
const BATCH = 250
/** Pages asked for by one reader each, made one after the other: what comes next waits for seconds. */
const QUEUE = 200
/** A busy machine serves a crowd in twenty seconds instead of two. */
const BUSY_MS = 60_000

const lines = (...each: string[]) => `${each.join('\r\n')}\r\n\r\n`
const get = (page: string, ...more: string[]) => lines(`GET ${page} HTTP/1.1`, 'Host: square.test', ...more)
const oneReader = () => `Cookie: ${READER_COOKIE}=${sign('reader', crypto.randomUUID())}`

test('five thousand who wait for a page that has just changed wait for one rendering of it', async () => {
	const server = await startAnother()
	const { editor, articleId } = await liveStory({ headline: 'The lock opens' })
	const page = '/news/the-lock-opens'
	const before = new Set<string>()
	// Each asks once at once: the house does not wait long for somebody who says nothing.
	const crowd = await openMany(server.address, CROWD, async (connection) => {
		before.add(mark(await connection.request(get(page))))
	})
	expect(before.size).toBe(1)

	const others = await openMany(server.address, QUEUE)
	const queue = askAll(others, get('/sign-in', oneReader()))
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
	expect(renderings().filter(({ dependencies }) => dependencies.has(`article:${articleId}`))).toHaveLength(1)
	expect(new Set(answers.map(mark)).size).toBe(1)
	expect(answers[0]?.status).toBe(200)
	expect(String(answers[0]?.body)).toContain('The lock closes')
	expect((await queue).every(({ status }) => status === 200)).toBe(true)
	for (const connection of [...crowd, ...others]) connection.close()
})

test('a house that closes answers what has been asked, says that it closes, and is gone in time', async () => {
	const server = await startAnother()
	await liveStory({ headline: 'The last bus' })
	const page = '/news/the-last-bus'
	const [idle, spoken, posting, reading] = (await openMany(server.address, 4)) as [
		RawConnection,
		RawConnection,
		RawConnection,
		RawConnection,
	]
	const asking = await openMany(server.address, 40)
	await idle.request(get(page))
	await spoken.request(get(page, 'X-Unusual: yes'))
	const arrived = countRequests(server.server)
	const answers = askAll(asking, get(page, oneReader()))
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
	await Promise.all([idle.closed, spoken.closed])
	await expect(RawConnection.open(server.address)).rejects.toThrow('ECONNREFUSED')
	await closing
	expect(performance.now() - began).toBeLessThan(DRAIN_MS)
})

/** Readers who vote without a pause, each on one connection until that is closed. */
const VOTERS = 150

test('a server that closes under load resets no form', async () => {
	const server = await startAnother()
	await liveStory({ headline: 'The last bus' })
	const outcomes = { answered: 0, refused: 0, closed: 0, lost: [] as string[] }
	const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
	/** Sends one form, half of them in two parts. */
	const vote = async (connection: RawConnection, who: string): Promise<boolean> => {
		const heard = connection
			.read()
			.catch((error: Error) => void outcomes.lost.push(`${who}: ${error.message}`))
		const split = Math.random() < 0.5 ? MOOD.length : MOOD.length - 3
		connection.write(MOOD.slice(0, split))
		await pause(20 * Math.random())
		if (split < MOOD.length) connection.write(MOOD.slice(split))
		const answer = await heard
		if (!answer) return false
		if (answer.status === 303) outcomes.answered += 1
		else if (answer.status === 503) outcomes.refused += 1
		else outcomes.lost.push(`status ${answer.status}`)
		return answer.headers.connection !== 'close'
	}
	const voter = async (thinkMs: number, who: string) => {
		const connection = await RawConnection.open(server.address)
		while (await vote(connection, who)) await pause(thinkMs * Math.random())
		connection.close()
		outcomes.closed += 1
	}
	const voters = Array.from({ length: VOTERS }, (_, number) => voter(number % 3 ? 0 : 300, 'voter'))
	await vi.waitFor(() => expect(outcomes.answered).toBeGreaterThan(2 * VOTERS), { timeout: BUSY_MS })
	// A form whose end never comes is refused in time, not cut off.
	const slow = await RawConnection.open(server.address)
	const refused = slow.request(MOOD.slice(0, -3))
	const closing = server.close()
	// Who comes while it still listens is answered, too.
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
	greet: (connection: RawConnection) => Promise<void> = async () => {},
): Promise<RawConnection[]> {
	const connections: RawConnection[] = []
	const openOne = async () => {
		const connection = await RawConnection.open(address)
		await greet(connection)
		connections.push(connection)
	}
	while (connections.length < number)
		await Promise.all(Array.from({ length: Math.min(BATCH, number - connections.length) }, openOne))
	return connections
}

const askAll = (connections: RawConnection[], bytes: string) =>
	Promise.all(connections.map((connection) => connection.request(bytes)))

/** What two answers share if and only if they say the same. */
const mark = ({ status, headers, body }: RawResponse): string =>
	`${status} ${headers.etag} ${createHash('sha256').update(body).digest('base64url')}`

/** Every rendering runs within an exchange of its own, which afterwards names what the page was made from. */
function watchRenderings(): () => RequestContext[] {
	const storage = singleton<AsyncLocalStorage<RequestContext>>('exchange', () => {
		throw new Error('No page has been made yet.')
	})
	const run = vi.spyOn(storage, 'run')
	return () => run.mock.calls.map(([exchange]) => exchange)
}

function countRequests(server: Server, page?: string): { number: number } {
	const count = { number: 0 }
	server.on('request', ({ url }: IncomingMessage) => {
		if (!page || url === page) count.number += 1
	})
	return count
}
