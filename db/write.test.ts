import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'
import Database from 'better-sqlite3'
import { count, eq } from 'drizzle-orm'
import { expect, onTestFinished, test, vi } from 'vitest'
import { env } from '@/lib/env'
import { onInvalidate } from '@/lib/invalidation'
import { eventually } from '@/lib/testing'
import { migrate } from './migrate'
import { settings } from './schema'
import { closeDatabase, readDb, writeDb } from './sqlite/connection'
import { withDatabase } from './testing'
import { LOCK_WAIT_MS, MIN_COMMIT_INTERVAL_MS, write } from './write'

withDatabase()

const put = (key: string) => write(async (tx) => void (await tx.insert(settings).values({ key, value: 1 })))
const has = async (key: string) =>
	(await readDb().select().from(settings).where(eq(settings.key, key))).length === 1

test('a write that throws undoes itself and none of its group', async () => {
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

test('what is acknowledged is already committed for every other connection', async () => {
	await Promise.all(
		Array.from({ length: 50 }, async (_, index) => {
			await put(`seen-${index}`)
			expect(await has(`seen-${index}`)).toBe(true)
		}),
	)
})

test('writes asked for while a group commits join the next one', async () => {
	await Promise.all(
		Array.from({ length: 30 }, async (_, index) => {
			await put(`first-${index}`)
			await put(`second-${index}`)
		}),
	)
	const [row] = await readDb().select({ number: count() }).from(settings)
	expect(row?.number).toBe(2 + 50 + 60)
})

/** Puts the test in the place of the clock and of every pause: a slow machine changes nothing. */
function holdPauses() {
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

/** Many times as long as a commit that nothing holds back needs to begin and end. */
async function someTurns(): Promise<void> {
	for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate)
}

test('a crowd shares commits, however its members arrive', async () => {
	const pauses = holdPauses()
	const committed = vi.fn()
	onTestFinished(onInvalidate(committed))
	const vote = () => write(async (tx) => tx.changedCount('moods:1'))
	await Promise.all([vote(), vote()])
	expect(committed).toHaveBeenCalledTimes(1)
	await eventually(() => expect(pauses.map(({ ms }) => ms)).toEqual([MIN_COMMIT_INTERVAL_MS]))
	for (let round = 1; round <= 3; round += 1) {
		const votes: Promise<void>[] = []
		for (let member = 0; member < 4; member += 1) {
			votes.push(vote())
			await someTurns()
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

test('a write that comes alone waits for no other', async () => {
	const pauses = holdPauses()
	const committed = vi.fn()
	onTestFinished(onInvalidate(committed))
	await someTurns()
	for (let number = 1; number <= 3; number += 1) {
		await write(async (tx) => tx.changedCount('moods:1'))
		expect(committed).toHaveBeenCalledTimes(number)
	}
	expect(pauses).toEqual([])
})

test('the connection for reads cannot write', () => {
	expect(() => readDb().insert(settings).values({ key: 'x', value: 1 }).run()).toThrow(/readonly/)
})

test('migrating again changes nothing and loses nothing', async () => {
	closeDatabase()
	migrate()
	expect(await has('a')).toBe(true)
})

const lock = () => {
	const other = new Database(env.databaseFile)
	other.exec('begin immediate')
	return () => other.close()
}

test('a write waits for the lock of another process, and the thread goes on meanwhile', async () => {
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

test('a write is refused once it has waited for the lock as long as it may', async () => {
	const said = vi.spyOn(console, 'error').mockImplementation(() => {})
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
	expect(said).toHaveBeenCalledOnce()
	said.mockRestore()
})

test('a full disk refuses the whole group by name, and the next write is stored', async () => {
	const said = vi.spyOn(console, 'error').mockImplementation(() => {})
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
	// What was acknowledged is there, and what was refused is not.
	expect(await has('beside')).toBe(refused[0].status === 'fulfilled')
	said.mockRestore()
})

test('nothing is acknowledged before the disk has it, and reads go on meanwhile', async () => {
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

test('a disk that refuses ends the house, and nothing is acknowledged after it', async () => {
	const disk = vi
		.spyOn(fs, 'fdatasync')
		.mockImplementation((_file, done) => done(Object.assign(new Error('EIO'), { code: 'EIO' })))
	const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
	const said = vi.spyOn(console, 'error').mockImplementation(() => {})
	await expect(put('lost')).rejects.toMatchObject({ code: 'unavailable', cause: { code: 'EIO' } })
	disk.mockRestore()
	const later = vi.fn()
	put('after').then(later, later)
	await eventually(() => expect(kill).toHaveBeenCalledWith(process.pid, 'SIGKILL'))
	expect(later).not.toHaveBeenCalled()
	expect(said).toHaveBeenCalled()
})
