import { setTimeout as sleep } from 'node:timers/promises'
import { count, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readDb } from '@/db'
import { moods } from '@/db/schema'
import { moodTally } from '@/domain/moods'
import { changeSettings } from '@/domain/settings'
import fc from '@/e2e/support/fast-check'
import { onInvalidate } from '@/lib/invalidation'
import { createNewsroom, type Newsroom, unique } from '../http/newsroom'
import { pagesOf, STEPS } from '../http/newsroom-model'
import { cookieIn, idOf, onConnections, voteForm } from '../http/vote-client'
import { liveStory } from '../support/stories'
import { hasPostgres, withInstances } from './instances'

/** Sizes of the short run; `INSTANCES=10` makes all of them ten times as large. */
const TIMES = Number(process.env.INSTANCES ?? 1)
const WRITES = 60 * TIMES
const VOTES = 1_000
const STEPS_TAKEN = 6 * TIMES
const PAGES_COMPARED = 8 * TIMES
const INTERRUPTIONS = 5 * TIMES
/** Limit on the time until a write is seen on another instance. */
const SEEN_WITHIN_MS = 1_000

/** Pages with counts that each instance makes once in five minutes. */
const OF_PERIODS = /^\/(most|moods|comments\/respected)/

const instances = withInstances()
let room: Newsroom

const textOf = async (address: string, page: string): Promise<string> => (await fetch(address + page)).text()

/** A page with the elements of its head in one order, which depends on the reads that end first. */
const stateOf = async (address: string, page: string): Promise<string> =>
	(await textOf(address, page)).replace(/<head>.*?<\/head>/s, (head) => head.split(/(?=<)/).sort().join(''))

/** Changes the name of the site, which every page shows, and returns it. */
async function rename(): Promise<string> {
	const siteName = `${unique('The Square')}!`
	await changeSettings(room.owner, { siteName })
	return siteName
}

/** Time in ms until a page of an instance shows a text; the description of the search is rendered in a millisecond. */
async function shownAfter(address: string, text: string, page = '/opensearch.xml'): Promise<number> {
	const startedAt = performance.now()
	while (!(await textOf(address, page)).includes(text)) {
		if (performance.now() - startedAt > 20_000) throw new Error(`${address} does not show “${text}”.`)
		await sleep(2)
	}
	return performance.now() - startedAt
}

const percentile = (values: number[], share: number): number =>
	[...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN

/** Ends the connections on which the instances learn of each other's writes. */
const interruptFeeds = () =>
	instances.query(
		"select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_snapshot_xmax%' and pid <> pg_backend_pid()",
	)

const onInstances = test.skipIf(!hasPostgres)

beforeAll(async () => {
	if (hasPostgres) room = await createNewsroom()
})

onInstances('a write on one is seen on the others within a second', async () => {
	const [, ...others] = instances.addresses
	const times: number[] = []
	for (let written = 0; written < WRITES; written += 1) {
		const name = await rename()
		times.push(...(await Promise.all(others.map((address) => shownAfter(address, name)))))
	}
	console.log(
		`seen after ${percentile(times, 0.5).toFixed()} ms (median), ${percentile(times, 0.99).toFixed()} ms (p99)`,
	)
	expect(percentile(times, 0.99)).toBeLessThan(SEEN_WITHIN_MS)
})

onInstances('random steps of a newsroom leave equal pages on all instances', async () => {
	const seed = Date.now()
	const one = fc.tuple(fc.constantFrom(...Object.keys(STEPS)), fc.nat({ max: 1_000 }))
	for (const [name, number] of fc.sample(one, { numRuns: STEPS_TAKEN, seed })) {
		const { staleness, take } = STEPS[name] as (typeof STEPS)[string]
		await take(room, number)
		await sleep(staleness === 'now' ? SEEN_WITHIN_MS : 2 * SEEN_WITHIN_MS + 100)
		const pages = (await pagesOf(room)).filter((page) => !OF_PERIODS.test(page))
		for (const page of pages.filter(
			(_, index) => (index + number) % Math.ceil(pages.length / PAGES_COMPARED) === 0,
		)) {
			const fresh = await stateOf(instances.uncached, page)
			for (const address of instances.addresses)
				expect(await stateOf(address, page), `${page} after ${name} ${number}, seed ${seed}`).toBe(fresh)
		}
	}
})

onInstances(`${VOTES} parallel votes on two instances all count`, async () => {
	const { articleId } = await liveStory({ headline: 'The two counts' })
	const path = '/news/the-two-counts'
	const heard: number[] = []
	const stop = onInvalidate(({ deferred }) => {
		if (deferred.includes(`moods:${articleId}`)) heard.push(performance.now())
	})
	await Promise.all(
		instances.processes.map(({ url }, server) =>
			onConnections(url, VOTES / 2, async (connection, job) => {
				const mood = (server + job) % 2 ? 'happy' : 'sad'
				const { status } = await connection.request(voteForm({ path: `${path}/moods`, body: `mood=${mood}` }))
				expect(status).toBe(303)
			}),
		),
	)
	const votedAt = performance.now()
	const [rows] = await readDb().select({ number: count() }).from(moods).where(eq(moods.articleId, articleId))
	expect(rows?.number).toBe(VOTES)
	expect((await moodTally(articleId)).total).toBe(VOTES)
	await sleep(2 * SEEN_WITHIN_MS)
	stop()
	expect((heard.at(-1) ?? Number.POSITIVE_INFINITY) - votedAt).toBeLessThan(SEEN_WITHIN_MS)
	const shown = await Promise.all(instances.addresses.map((address) => stateOf(address, path)))
	expect(new Set([...shown, await stateOf(instances.uncached, path)]).size).toBe(1)
})

onInstances('an interrupted feed leaves no page stale', async () => {
	for (let round = 0; round < INTERRUPTIONS; round += 1) {
		await Promise.all(instances.addresses.map((address) => textOf(address, '/')))
		const interrupted = interruptFeeds()
		await sleep(Math.random() * 50)
		const name = await rename()
		const writtenAt = performance.now()
		await interrupted
		await sleep(SEEN_WITHIN_MS - (performance.now() - writtenAt))
		for (const address of instances.addresses) expect(await textOf(address, '/')).toContain(name)
	}
})

onInstances('cached pages are served while PostgreSQL restarts', async () => {
	const name = await rename()
	await Promise.all(instances.addresses.map((address) => shownAfter(address, name, '/')))
	let isRestarting = true
	const addresses = instances.processes.map(({ url }) => url)
	const reading = addresses.map(async (address) => {
		let pages = 0
		for (; isRestarting; pages += 1) {
			const answer = await fetch(`${address}/`)
			expect(answer.status).toBe(200)
			expect(await answer.text()).toContain(name)
			await sleep(20)
		}
		return pages
	})
	await instances.postgres.restart()
	isRestarting = false
	for (const pages of await Promise.all(reading)) expect(pages).toBeGreaterThan(0)
	const next = await eventuallyRenamed()
	await Promise.all(instances.addresses.map((address) => shownAfter(address, next)))
})

onInstances('a killed instance loses no acknowledged vote', async () => {
	const { articleId } = await liveStory({ headline: 'The lost server' })
	const [one, two] = instances.processes
	const voted: string[] = []
	const vote = (url: string) =>
		onConnections(url, VOTES / 2, async (connection) => {
			const body = voteForm({ path: '/news/the-lost-server/moods', body: 'mood=happy' })
			const answer = await connection.request(body)
			if (answer.status === 303) voted.push(idOf(cookieIn(answer)))
			if (voted.length === VOTES / 4) process.kill(two.pid, 'SIGKILL')
		}).catch(() => {})
	await Promise.all([vote(one.url), vote(two.url)])
	expect(voted.length).toBeGreaterThan(VOTES / 2)
	const rows = await readDb().select({ id: moods.readerId }).from(moods).where(eq(moods.articleId, articleId))
	const kept = new Set(rows.map(({ id }) => id))
	expect(voted.filter((id) => !kept.has(id))).toEqual([])
	expect((await moodTally(articleId)).total).toBe(rows.length)
	const name = await rename()
	await shownAfter(one.url, name)
})

/** A write after the restart: the first one may meet the lost connection. */
const eventuallyRenamed = (): Promise<string> => rename().catch(() => sleep(100).then(rename))
