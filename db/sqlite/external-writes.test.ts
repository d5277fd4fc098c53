import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { compiled } from '@/lib/compiled'
import { env } from '@/lib/env'
import { ALL_TAGS, onInvalidate } from '@/lib/invalidation'
import { eventually } from '@/lib/testing'
import { settings } from '../schema'
import { withDatabase } from '../testing'
import { write } from '../write'
import { sharedCommitCounters } from './commit-count'
import { watchExternalWrites } from './external-writes'

withDatabase()

const PROGRAM = compiled('db/sqlite/external-writes.fixture.ts')
/** Commits of the thread that count as load. */
const COMMITS = 100

let elsewhere: Database.Database
let watching: NodeJS.Timeout
let thread: Worker | null = null
const received = vi.fn()

beforeAll(() => {
	elsewhere = new Database(env.databaseFile)
	elsewhere.exec('create table notes (words text)')
	watching = watchExternalWrites()
	onInvalidate(({ immediate }) => {
		if (immediate.includes(ALL_TAGS)) received()
	})
})

afterAll(() => {
	clearInterval(watching)
	elsewhere.close()
})

beforeEach(() => received.mockClear())

afterEach(async () => {
	await thread?.terminate()
	thread = null
})

/** What a SQL shell does: it knows nothing of us, and may have to wait for a lock. */
const note = (): void => void elsewhere.exec(`insert into notes values ('x')`)

const put = (value: number) =>
	write(async (tx) => {
		await tx
			.insert(settings)
			.values({ key: 'own', value })
			.onConflictDoUpdate({ target: settings.key, set: { value } })
	})

/** Twice as long as anything takes to be noticed. */
const settled = () => new Promise((done) => setTimeout(done, 250))

/** Opens a thread of this process that commits without a pause, and waits until it has done so for a while. */
function openThread(): Promise<void> {
	const worker = new Worker(PROGRAM, { workerData: sharedCommitCounters() })
	thread = worker
	let commits = 0
	return new Promise((done, failed) => {
		worker.once('error', failed)
		worker.on('message', (message: 'commit' | 'foreign') => {
			if (message === 'foreign') received()
			else if (++commits === COMMITS) done()
		})
	})
}

test('a write by another process is noticed', async () => {
	note()
	await eventually(() => expect(received).toHaveBeenCalledOnce())
	note()
	await eventually(() => expect(received).toHaveBeenCalledTimes(2))
})

test('writes of this process are not taken for foreign ones', async () => {
	for (const value of [1, 1, 2]) await put(value)
	await write(async () => {})
	await write(async () => Promise.reject(new Error('changed my mind'))).catch(() => {})
	await settled()
	expect(received).not.toHaveBeenCalled()
})

test('writes of another thread of this process are not taken for foreign ones', async () => {
	await openThread()
	for (let value = 0; value < COMMITS; value += 1) await put(value)
	await settled()
	expect(received).not.toHaveBeenCalled()
})

test('a write by another process is noticed while both threads write without a pause', async () => {
	await openThread()
	let writing = true
	const storm = (async () => {
		for (let value = 0; writing; value += 1) await put(value)
	})()
	for (let number = 1; number <= 20; number += 1) {
		note()
		await eventually(() => expect(received).toHaveBeenCalledTimes(number))
	}
	writing = false
	await storm
	await settled()
	expect(received).toHaveBeenCalledTimes(20)
})

test('a commit that fails is not accounted for', async () => {
	await write(async (tx) => {
		tx.$client.pragma('defer_foreign_keys = ON')
		tx.$client.exec(
			`insert into sessions (session_token, user_id, expires, created_at) values ('t', 'nobody', 0, 0)`,
		)
	}).then(
		() => expect.fail('The commit should have failed.'),
		(error) => expect(String(error)).toContain('FOREIGN KEY'),
	)
	note()
	await eventually(() => expect(received).toHaveBeenCalledOnce())
})
