import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { count, eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { onChanges } from '@/lib/changes'
import { closeDatabase, read } from './connection'
import { migrate } from './migrate'
import { settings } from './schema'
import { withDatabase } from './testing'
import { write } from './write'

withDatabase()

const put = (key: string) => write(async (tx) => void (await tx.insert(settings).values({ key, value: 1 })))
const has = async (key: string) =>
	(await read().select().from(settings).where(eq(settings.key, key))).length === 1

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
	const [row] = await read().select({ number: count() }).from(settings)
	expect(row?.number).toBe(2 + 50 + 60)
})

test('a crowd shares commits, however its members arrive', async () => {
	let commits = 0
	const stop = onChanges(() => {
		commits += 1
	})
	const member = async (pauseMs: number) => {
		for (let turn = 0; turn < 20; turn += 1) {
			await write(async (tx) => tx.counted('moods:1'))
			await sleep(pauseMs)
		}
	}
	await Promise.all([1, 2, 3, 4].map(member))
	stop()
	// Without a pace it takes 50: each of the four comes at a time of its own.
	expect(commits).toBeLessThanOrEqual(30)
})

test('the connection for reads cannot write', () => {
	expect(() => read().insert(settings).values({ key: 'x', value: 1 }).run()).toThrow(/readonly/)
})

test('migrating again changes nothing and loses nothing', async () => {
	closeDatabase()
	migrate()
	expect(await has('a')).toBe(true)
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
	await vi.waitFor(() => expect(disk).toHaveBeenCalled())
	expect(await has('slow disk')).toBe(true)
	order.push('read')
	await written
	expect(order).toEqual(['read', 'on disk', 'acknowledged'])
	disk.mockRestore()
})

test('a disk that refuses ends the house, and nothing is acknowledged after it', async () => {
	const disk = vi.spyOn(fs, 'fdatasync').mockImplementation((_file, done) => done(new Error('EIO')))
	const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
	const said = vi.spyOn(console, 'error').mockImplementation(() => {})
	await expect(put('lost')).rejects.toThrow('EIO')
	disk.mockRestore()
	const later = vi.fn()
	put('after').then(later, later)
	await vi.waitFor(() => expect(kill).toHaveBeenCalledWith(process.pid, 'SIGKILL'))
	expect(later).not.toHaveBeenCalled()
	expect(said).toHaveBeenCalled()
})
