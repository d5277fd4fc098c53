import { count, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDb } from '@/db'
import { moods, ratings, respects, respectTallies, setAsideVotes } from '@/db/schema'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { moodTally } from '@/domain/moods'
import { ratingTally } from '@/domain/ratings'
import { READER_COOKIE } from '@/lib/cookies'
import { sign } from '@/lib/signing'
import { eventually } from '@/lib/testing'
import { NEW_READERS_MAX } from '@/lib/vote-rules'
import { parseTrustedProxies } from '@/server/client-ip'
import { sendRequest } from '../support/http-client'
import { liveStory, reader } from '../support/stories'
import { startAnother, withServer } from './in-process-server'
import { ATTACKS, type Attempt, expectedVotes } from './stuffing-attacks'
import { cookieIn, onConnections, voteForm } from './vote-client'

withServer()

/** Attempts of all attacks; for the whole of them: `STUFFING=10000`. */
const ATTEMPTS = Number(process.env.STUFFING ?? 1_000)
const partOf = (share: number): number => Math.max(1, Math.round((share * ATTEMPTS) / 10_000))

let trusting: string
let distrusting: string
let sent = 0

beforeAll(async () => {
	process.env.SQUARE_LIMITS = '1'
	trusting = (await startAnother(undefined, { trustedProxies: parseTrustedProxies(['127.0.0.1']) })).address
	distrusting = (await startAnother()).address
})
afterAll(() => {
	process.env.SQUARE_LIMITS = '0'
	console.log(`${sent} attempts`)
})

type Sum = { mood_votes: number; ratings: number; waiting: number }

/** The sums that readers see on the page of a story's counts, from its file. */
async function publicCounts(slug: string): Promise<Sum> {
	const { text } = await sendRequest(`${trusting}/news/${slug}/counts.csv`)
	const [head = '', ...lines] = text.trim().split('\r\n')
	const sums = lines.at(-1)?.split(',') ?? []
	const numbers = head.split(',').map((name, at): [string, number] => [name, Number(sums[at])])
	const { mood_votes, ratings, waiting } = Object.fromEntries(numbers)
	return { mood_votes, ratings, waiting } as Sum
}

async function rowsOf(table: typeof moods | typeof ratings | typeof setAsideVotes, articleId: number) {
	const [row] = await readDb().select({ number: count() }).from(table).where(eq(table.articleId, articleId))
	return row?.number ?? 0
}

/** Asserts that tallies, rows and the public counts of a story are the same. */
async function expectCounts(story: { articleId: number; slug: string }, counts: Sum): Promise<void> {
	const { articleId, slug } = story
	expect({
		mood_votes: await rowsOf(moods, articleId),
		ratings: await rowsOf(ratings, articleId),
		waiting: await rowsOf(setAsideVotes, articleId),
	}).toEqual(counts)
	expect((await moodTally(articleId)).total).toBe(counts.mood_votes)
	expect((await ratingTally(articleId)).total).toBe(counts.ratings)
	// A count is up to a second old.
	await eventually(async () => expect(await publicCounts(slug)).toEqual(counts))
}

const MOOD_OF = ['happy', 'sad', 'angry']

test.each(ATTACKS)('$name: as many votes count as the rules say', async ({ share, isTrusted, attempt }) => {
	const story = await liveStory()
	const attempts: Attempt[] = Array.from({ length: partOf(share) }, (_, number) => attempt(number))
	const address = isTrusted ? trusting : distrusting
	// Each reader votes and rates, in one of the two orders, so that both kinds have the same readers.
	const kinds = [
		{ route: 'moods', field: (job: number) => `mood=${MOOD_OF[job % MOOD_OF.length]}` },
		{ route: 'rating', field: (job: number) => `stars=${1 + (job % 5)}` },
	]
	await onConnections(address, attempts.length, async (connection, job) => {
		const { lines, cookie } = attempts[job] as Attempt
		const [first, second] = job % 2 ? kinds : kinds.toReversed()
		const form = (kind = first, own = cookie) =>
			voteForm({
				path: `/news/${story.slug}/${kind?.route}`,
				body: kind?.field(job) ?? '',
				lines,
				cookie: own,
			})
		const voted = await connection.request(form())
		const given = cookieIn(voted)
		const rated = await connection.request(form(second, given || cookie))
		sent += 2
		expect([voted.status, rated.status]).toEqual([303, 303])
	})
	const { counted, waiting } = expectedVotes(attempts)
	await expectCounts(story, { mood_votes: counted, ratings: counted, waiting: 2 * waiting })
})

test('parallel votes of one reader are one vote', async () => {
	const story = await liveStory()
	const readers = Array.from({ length: partOf(500) / 10 + 1 }, () => reader().readerId as string)
	await onConnections(trusting, readers.length * 10, async (connection, job) => {
		const id = readers[Math.floor(job / 10)] as string
		const cookie = `${READER_COOKIE}=${sign('reader', id)}`
		const lines = [`X-Forwarded-For: 192.0.2.${readers.indexOf(id) % 250}`]
		const body = job % 3 ? `mood=${MOOD_OF[job % 3]}` : 'stars=3'
		const path = `/news/${story.slug}/${job % 3 ? 'moods' : 'rating'}`
		sent += 1
		expect((await connection.request(voteForm({ path, body, cookie, lines }))).status).toBe(303)
	})
	await expectCounts(story, { mood_votes: readers.length, ratings: readers.length, waiting: 0 })
})

const VALUES = [
	...['stars=0', 'stars=6', 'stars=-1', 'stars=NaN', 'stars=1e309', 'stars=5.0', 'stars=5e0', 'stars=%205'],
	...[
		'stars=٥',
		'stars=0x5',
		'stars=5%00',
		'stars[]=5',
		'stars=',
		'stars=Infinity',
		'stars=9007199254740993',
	],
	...['stars=5,5', 'stars=%EF%BC%95', 'mood=furious', 'mood=__proto__', 'mood=constructor', 'mood=Happy'],
	...['mood=happy%20', 'mood=happy%00', 'mood[]=happy', 'mood=', 'mood=happy,sad', 'mood=0', 'x=1', ''],
	...["mood='%20or%201=1--", 'mood=%22%22', 'mood=null', 'mood=%C0%AFhappy', 'mood=h%CC%88appy'],
]

test('values out of range are refused, and store nothing', async () => {
	const story = await liveStory()
	const statuses = new Set<number>()
	await onConnections(trusting, partOf(300), async (connection, job) => {
		const body = encodeURI(VALUES[job % VALUES.length] as string).replaceAll('%25', '%')
		const path = `/news/${story.slug}/${body.startsWith('stars') ? 'rating' : 'moods'}`
		const lines = [`X-Forwarded-For: 192.0.2.${job % 250}`]
		sent += 1
		statuses.add((await connection.request(voteForm({ path, body, lines }))).status)
	})
	expect([...statuses]).toEqual([422])
	await expectCounts(story, { mood_votes: 0, ratings: 0, waiting: 0 })
})

test('readers who withdraw leave no room for others of their network', async () => {
	const story = await liveStory()
	const path = `/news/${story.slug}/moods`
	const lines = ['X-Forwarded-For: 198.51.100.9']
	await onConnections(trusting, NEW_READERS_MAX, async (connection) => {
		const cookie = cookieIn(await connection.request(voteForm({ path, body: 'mood=sad', lines })))
		await connection.request(voteForm({ path, body: 'mood=withdraw', lines, cookie }))
		sent += 2
	})
	const late = partOf(300)
	await onConnections(trusting, late, async (connection) => {
		sent += 1
		await connection.request(voteForm({ path, body: 'mood=sad', lines }))
	})
	await expectCounts(story, { mood_votes: 0, ratings: 0, waiting: late })
})

test('respects of a network are bounded, and one of each reader counts', async () => {
	const { editor, articleId, slug } = await liveStory()
	const guest = { name: 'Ada', email: 'ada@example.org', body: 'The quay is wet.', parentId: null }
	const author = reader()
	const { id } = await postComment(author, articleId, guest)
	await moderateComment(editor, id, 'approved')
	const path = `/news/${slug}/respect`
	const statuses = new Map<number, number>()
	const give = async (body: string, cookie: string, address: string) => {
		await onConnections(trusting, 1, async (connection) => {
			const form = voteForm({ path, body, cookie, lines: [`X-Forwarded-For: ${address}`] })
			const { status } = await connection.request(form)
			sent += 1
			statuses.set(status, (statuses.get(status) ?? 0) + 1)
		})
	}
	const readers = Array.from({ length: NEW_READERS_MAX + partOf(400) }, () => reader().readerId as string)
	const cookieOf = (readerId = '') => `${READER_COOKIE}=${sign('reader', readerId)}`
	await Promise.all(readers.map((each, at) => give(`give=${id}`, cookieOf(each), `2001:db8:0:77::${at}`)))
	expect(Object.fromEntries(statuses)).toEqual({ 303: NEW_READERS_MAX, 429: partOf(400) })
	const one = reader().readerId as string
	await Promise.all(Array.from({ length: 30 }, () => give(`give=${id}`, cookieOf(one), '192.0.2.1')))
	statuses.clear()
	for (const value of [
		'0',
		'-1',
		'1e9',
		'NaN',
		`${id}.0`,
		`0${id}`,
		'9007199254740993',
		'',
		'%00',
		`${id + 1}`,
	])
		await give(`give=${value}`, cookieOf(reader().readerId as string), '192.0.2.2')
	await give(`give=${id}`, cookieOf(author.readerId ?? ''), '192.0.2.3')
	expect([...statuses.keys()].sort()).toEqual([404, 422])
	const rows = await readDb().select().from(respects).where(eq(respects.commentId, id))
	const [tally] = await readDb().select().from(respectTallies).where(eq(respectTallies.commentId, id))
	expect([rows.length, tally?.votes]).toEqual([NEW_READERS_MAX + 1, NEW_READERS_MAX + 1])
})

test('without the rules, all votes of a script would count', async () => {
	process.env.SQUARE_LIMITS = '0'
	const open = (await startAnother(undefined, { trustedProxies: parseTrustedProxies(['127.0.0.1']) })).address
	const story = await liveStory()
	const attempts = 3 * NEW_READERS_MAX
	await onConnections(open, attempts, async (connection) => {
		const lines = ['X-Forwarded-For: 198.51.100.1']
		await connection.request(voteForm({ path: `/news/${story.slug}/moods`, body: 'mood=sad', lines }))
	})
	expect((await moodTally(story.articleId)).total).toBe(attempts)
})
