import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'
import Database from 'better-sqlite3'
import { count, eq } from 'drizzle-orm'
import { expect, onTestFinished, test, vi } from 'vitest'
import { env } from '@/lib/env'
import { onInvalidate } from '@/lib/invalidation'
import { eventually } from '@/lib/testing'
import { settings } from '../schema'
import { withDatabase } from '../testing'
import { LOCK_WAIT_MS } from '../write-queue'
import { closeDatabase, readDb, writeDb } from './connection'
import { migrate } from './migrate'
import { MIN_COMMIT_INTERVAL_MS, write } from './write'

withDatabase()

const put = (key: string) => write(async (tx) => void (await tx.insert(settings).values({ key, value: 1 })))
const has = async (key: string) =>
	(await readDb().select().from(settings).where(eq(settings.key, key))).length === 1

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

test('an acknowledged write is visible to other connections', async () => {
	await Promise.all(
		Array.from({ length: 50 }, async (_, index) => {
			await put(`seen-${index}`)
			expect(await has(`seen-${index}`)).toBe(true)
		}),
	)
})

test('writes queued during a commit run in the next group', async () => {
	await Promise.all(
		Array.from({ length: 30 }, async (_, index) => {
			await put(`first-${index}`)
			await put(`second-${index}`)
		}),
	)
	const [row] = await readDb().select({ number: count() }).from(settings)
	expect(row?.number).toBe(2 + 50 + 60)
})

/** Mocks the clock and every pause, so that results do not depend on the machine's speed. */
function mockPauses() {
	const pauses: { ms: number; end: () => void }[] = []
	vi.spyOn(performance, 'now').mockReturnValue(1_000)
	vi.spyOn(timers, 'setTimeout').mockImplementation(
		((ms: number) => new Promise<void>((end) => pauses.push({ ms, end }))) as typeof timers.setTimeout,
	)
	syncBuiltinESMExports()
	onTestFinished(() => {
		vi.restoreAllMocks()
		syncBuiltinESMExports()
	})
	return pauses
}

/** Waits 50 turns of the event loop, many times as long as an undelayed commit takes. */
async function manyTurns(): Promise<void> {
	for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate)
}

test('concurrent writes share commits', async () => {
	const pauses = mockPauses()
	const committed = vi.fn()
	onTestFinished(onInvalidate(committed))
	const vote = () => write(async (tx) => tx.changedCount('moods:1'))
	await Promise.all([vote(), vote()])
	expect(committed).toHaveBeenCalledTimes(1)
	await eventually(() => expect(pauses.map(({ ms }) => ms)).toEqual([MIN_COMMIT_INTERVAL_MS]))
	for (let round = 1; round <= 3; round += 1) {
		const votes: Promise<void>[] = []
		for (let number = 0; number < 4; number += 1) {
			votes.push(vote())
			await manyTurns()
		}
		expect(committed).toHaveBeenCalledTimes(round)
		pauses.at(-1)?.end()
		await Promise.all(votes)
		expect(committed).toHaveBeenCalledTimes(round + 1)
		await eventually(() =>
			expect(pauses.map(({ ms }) => ms)).toEqual(Array(round + 1).fill(MIN_COMMIT_INTERVAL_MS)),
		)
	}
	pauses.at(-1)?.end()
})

test('a single write commits without a pause', async () => {
	const pauses = mockPauses()
	const committed = vi.fn()
	onTestFinished(onInvalidate(committed))
	await manyTurns()
	for (let number = 1; number <= 3; number += 1) {
		await write(async (tx) => tx.changedCount('moods:1'))
		expect(committed).toHaveBeenCalledTimes(number)
	}
	expect(pauses).toEqual([])
})

test('readDb refuses writes', () => {
	expect(() => readDb().insert(settings).values({ key: 'x', value: 1 }).run()).toThrow(/readonly/)
})

test('a second migration keeps the rows', async () => {
	await closeDatabase()
	await migrate()
	expect(await has('a')).toBe(true)
})

const lock = () => {
	const other = new Database(env.databaseFile)
	other.exec('begin immediate')
	return () => other.close()
}

test('waiting for another process’s lock does not block the thread', async () => {
	const unlock = lock()
	let turns = 0
	const counting = setInterval(() => (turns += 1), 5)
	const written = put('after the lock')
	await eventually(() => expect(turns).toBeGreaterThan(20))
	expect(await has('after the lock')).toBe(false)
	unlock()
	await written
	clearInterval(counting)
	expect(await has('after the lock')).toBe(true)
})

test('a write is refused after LOCK_WAIT_MS', async () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {})
	const unlock = lock()
	const early = put('early')
	const now = performance.now.bind(performance)
	const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + LOCK_WAIT_MS)
	const late = put('late')
	await expect(early).rejects.toMatchObject({ code: 'busy', cause: { code: 'SQLITE_BUSY' } })
	expect(await has('late')).toBe(false)
	unlock()
	await late
	clock.mockRestore()
	expect(await has('early')).toBe(false)
	expect(log).toHaveBeenCalledOnce()
	log.mockRestore()
})

test('a full disk refuses its group only', async () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {})
	const client = writeDb().$client
	const pages = client.pragma('page_count', { simple: true }) as number
	const full = client.pragma(`max_page_count = ${pages}`, { simple: true })
	expect(full).toBe(pages)
	const long = 'x'.repeat(1_000_000)
	const refused = await Promise.allSettled([
		put('beside'),
		write(async (tx) => void (await tx.insert(settings).values({ key: 'long', value: long }))),
	])
	client.pragma('max_page_count = 1000000')
	expect(refused[1]).toMatchObject({ reason: { code: 'full', cause: { code: 'SQLITE_FULL' } } })
	await put('after')
	expect([await has('long'), await has('after')]).toEqual([false, true])
	// The row exists if and only if its write was acknowledged.
	expect(await has('beside')).toBe(refused[0].status === 'fulfilled')
	log.mockRestore()
})

test('writes are acknowledged after fdatasync, which does not block reads', async () => {
	const order: string[] = []
	const disk = vi.spyOn(fs, 'fdatasync').mockImplementation((file, done) => {
		setTimeout(() => {
			fs.fdatasyncSync(file)
			order.push('on disk')
			done(null)
		}, 50)
	})
	const written = put('slow disk').then(() => order.push('acknowledged'))
	await eventually(() => expect(disk).toHaveBeenCalled())
	expect(await has('slow disk')).toBe(true)
	order.push('read')
	await written
	expect(order).toEqual(['read', 'on disk', 'acknowledged'])
	disk.mockRestore()
})

test('a failed fdatasync stops acknowledgements and the process', async () => {
	const disk = vi
		.spyOn(fs, 'fdatasync')
		.mockImplementation((_file, done) => done(Object.assign(new Error('EIO'), { code: 'EIO' })))
	const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
	const log = vi.spyOn(console, 'error').mockImplementation(() => {})
	await expect(put('lost')).rejects.toMatchObject({ code: 'unavailable', cause: { code: 'EIO' } })
	disk.mockRestore()
	const later = vi.fn()
	put('after').then(later, later)
	await eventually(() => expect(kill).toHaveBeenCalledWith(process.pid, 'SIGKILL'))
	expect(later).not.toHaveBeenCalled()
	expect(log).toHaveBeenCalled()
})
