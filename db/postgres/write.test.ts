import { count, eq } from 'drizzle-orm'
import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { castMood } from '@/domain/moods'
import { liveStory, reader } from '@/e2e/support/stories'
import { env } from '@/lib/env'
import { onInvalidate } from '@/lib/invalidation'
import { eventually } from '@/lib/testing'
import { settings } from '../schema'
import { withDatabase } from '../testing'
import { readDb, writer } from './connection'
import { DELIVERIES, deliver } from './delivery.fixture'
import { write } from './write'

withDatabase()

const put = (key: string) => write(async (tx) => void (await tx.insert(settings).values({ key, value: 1 })))
const has = async (key: string) =>
	(await readDb().select().from(settings).where(eq(settings.key, key))).length === 1

/** A connection of another process. */
async function connect(): Promise<pg.Client> {
	const client = new pg.Client({ connectionString: env.databaseUrl })
	await client.connect()
	onTestFinished(async () => client.end())
	return client
}

const lockKey = (lock: string) => `hashtextextended('${lock}', 0)`

test('a write that throws rolls back only its savepoint', async () => {
	const outcomes = await Promise.allSettled([
		put('a'),
		write(async (tx) => {
			await tx.insert(settings).values({ key: 'half', value: 1 })
			throw new Error('changed my mind')
		}),
		put('b'),
		put('b'),
	])
	expect(outcomes.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected'])
	expect([await has('a'), await has('b'), await has('half')]).toEqual([true, true, false])
})

test.each(DELIVERIES)('a write that hides an error is refused alone, answers %s', async (delivery) => {
	await deliver(delivery)
	const [before, after] = [`before ${delivery}`, `after ${delivery}`]
	const outcomes = await Promise.allSettled([
		put(before),
		write(async (tx) => {
			await tx
				.insert(settings)
				.values({ key: before, value: 2 })
				.catch(() => {})
		}),
		put(after),
	])
	expect(outcomes.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
	expect([await has(before), await has(after)]).toEqual([true, true])
})

test('a lock that was rolled back with its write is taken anew', async () => {
	const other = await connect()
	const isFree = async () =>
		(await other.query(`select pg_try_advisory_xact_lock(${lockKey('article 7')}) as free`)).rows[0].free
	const locked = (then: () => Promise<void>) =>
		write(async (tx) => {
			await tx.lock('article', 7)
			await then()
		})
	const found: boolean[] = []
	const outcomes = await Promise.allSettled([
		locked(async () => {
			throw new Error('changed my mind')
		}),
		locked(async () => void found.push(await isFree())),
		locked(async () => void found.push(await isFree())),
	])
	expect(outcomes.map((each) => each.status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
	expect([...found, await isFree()]).toEqual([false, false, true])
})

test('a group of eight votes takes 43 round trips', async () => {
	const { articleId } = await liveStory()
	const vote = () => castMood(reader(), articleId, 'happy')
	await vote()
	const { client } = await writer()
	const { query } = client
	let [trips, unanswered] = [0, 0]
	const counted = (...given: unknown[]) => {
		if (unanswered === 0) trips += 1
		unanswered += 1
		const answer = (query as (...given: unknown[]) => Promise<unknown>).apply(client, given)
		return answer.finally(() => {
			unanswered -= 1
		})
	}
	Object.assign(client, { query: counted })
	onTestFinished(() => void Object.assign(client, { query }))
	await Promise.all(Array.from({ length: 8 }, vote))
	expect(trips).toBe(43)
})

test('writes that wait share a commit, and are seen when acknowledged', async () => {
	const committed = vi.fn()
	onTestFinished(onInvalidate(committed))
	const before = await readDb().$count(settings)
	await Promise.all(
		Array.from({ length: 50 }, async (_, index) => {
			await write(async (tx) => {
				await tx.insert(settings).values({ key: `seen-${index}`, value: 1 })
				tx.changed('settings')
			})
			expect(await has(`seen-${index}`)).toBe(true)
		}),
	)
	const [row] = await readDb().select({ number: count() }).from(settings)
	expect(row?.number).toBe(before + 50)
	expect(committed.mock.calls.length).toBeLessThan(25)
})

test('a lock excludes other processes until the commit', async () => {
	const other = await connect()
	await other.query(`begin; select pg_advisory_xact_lock(${lockKey('article 1')})`)
	let read = false
	const written = write(async (tx) => {
		await tx.lock('article', 1)
		read = true
	})
	await eventually(async () => {
		const { rows } = await other.query("select 1 from pg_locks where locktype = 'advisory' and not granted")
		expect(rows).toHaveLength(1)
	})
	expect(read).toBe(false)
	await other.query('commit')
	await written
	expect(read).toBe(true)
})

test('jobs of a deadlocked group are repeated once each', async () => {
	const other = await connect()
	await other.query(`begin; select pg_advisory_xact_lock(${lockKey('article 2')})`)
	const [one, two] = [
		write(async (tx) => {
			await tx.lock('article', 1)
			await tx.insert(settings).values({ key: 'one', value: 1 })
		}),
		write(async (tx) => {
			await tx.lock('article', 2)
			await tx.insert(settings).values({ key: 'two', value: 1 })
		}),
	]
	await eventually(async () => {
		const { rows } = await other.query("select 1 from pg_locks where locktype = 'advisory' and not granted")
		expect(rows).toHaveLength(1)
	})
	// Either side may be ended.
	const ended = await other
		.query(`select pg_advisory_xact_lock(${lockKey('article 1')})`)
		.catch((error: { code: string }) => error.code)
	await other.query('rollback')
	await Promise.all([one, two])
	expect([await has('one'), await has('two')]).toEqual([true, true])
	expect(ended === '40P01' || typeof ended === 'object').toBe(true)
})

test('a lost connection refuses its writes, and accepts later ones', async () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {})
	onTestFinished(() => log.mockRestore())
	const other = await connect()
	const { client } = await writer()
	const { rows } = await client.query('select pg_backend_pid() as pid')
	const refused = write(async (tx) => {
		await tx.insert(settings).values({ key: 'lost', value: 1 })
		await other.query('select pg_terminate_backend($1)', [rows[0].pid])
		await tx.insert(settings).values({ key: 'later', value: 1 })
	})
	await expect(refused).rejects.toMatchObject({ code: 'unavailable' })
	await put('again')
	expect([await has('lost'), await has('again')]).toEqual([false, true])
})
