import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { compiled } from '@/lib/compiled'
import { env } from '@/lib/env'
import { ALL_TAGS, onInvalidate } from '@/lib/invalidation'
import { eventually } from '@/lib/testing'
import { settings } from '../schema'
import { withDatabase } from '../testing'
import { writersData } from './commit-count'
import { watchExternalWrites } from './external-writes'
import { write } from './write'

withDatabase()

const PROGRAM = compiled('db/sqlite/external-writes.fixture.ts')
/** Number of the thread's commits before a test goes on. */
const COMMITS = 100

let externalDb: Database.Database
let watching: NodeJS.Timeout
let thread: Worker | null = null
const received = vi.fn()

beforeAll(() => {
	externalDb = new Database(env.databaseFile)
	externalDb.exec('create table notes (words text)')
	watching = watchExternalWrites()
	onInvalidate(({ immediate }) => {
		if (immediate.includes(ALL_TAGS)) received()
	})
})

afterAll(() => {
	clearInterval(watching)
	externalDb.close()
})

beforeEach(() => received.mockClear())

afterEach(async () => {
	await thread?.terminate()
	thread = null
})

/** Commits on a plain connection with a busy timeout, like a SQL shell. */
const writeExternally = (): void => void externalDb.exec(`insert into notes values ('x')`)

const put = (value: number) =>
	write(async (tx) => {
		await tx
			.insert(settings)
			.values({ key: 'own', value })
			.onConflictDoUpdate({ target: settings.key, set: { value } })
	})

/** Waits more than two polling intervals. */
const settled = () => new Promise((done) => setTimeout(done, 250))

/** Starts a worker thread that commits in a loop, and resolves after `COMMITS` commits. */
function openThread(): Promise<void> {
	const worker = new Worker(PROGRAM, { workerData: writersData() })
	thread = worker
	let commits = 0
	return new Promise((done, failed) => {
		worker.once('error', failed)
		worker.on('message', (message: 'commit' | 'external') => {
			if (message === 'external') received()
			else if (++commits === COMMITS) done()
		})
	})
}

test('a write by another process is detected', async () => {
	writeExternally()
	await eventually(() => expect(received).toHaveBeenCalledOnce())
	writeExternally()
	await eventually(() => expect(received).toHaveBeenCalledTimes(2))
})

test('writes of this thread are not reported as external', async () => {
	for (const value of [1, 1, 2]) await put(value)
	await write(async () => {})
	await write(async () => Promise.reject(new Error('changed my mind'))).catch(() => {})
	await settled()
	expect(received).not.toHaveBeenCalled()
})

test('writes of another thread are not reported as external', async () => {
	await openThread()
	for (let value = 0; value < COMMITS; value += 1) await put(value)
	await settled()
	expect(received).not.toHaveBeenCalled()
})

test('a write by another process is detected under load', async () => {
	await openThread()
	let writing = true
	const load = (async () => {
		for (let value = 0; writing; value += 1) await put(value)
	})()
	for (let number = 1; number <= 20; number += 1) {
		writeExternally()
		await eventually(() => expect(received).toHaveBeenCalledTimes(number))
	}
	writing = false
	await load
	await settled()
	expect(received).toHaveBeenCalledTimes(20)
})

test('a failed commit is not counted', async () => {
	await write(async (tx) => {
		tx.$client.pragma('defer_foreign_keys = ON')
		tx.$client.exec(
			`insert into sessions (session_token, user_id, expires, created_at) values ('t', 'nobody', 0, 0)`,
		)
	}).then(
		() => expect.fail('The commit should have failed.'),
		(error) => expect(String(error)).toContain('FOREIGN KEY'),
	)
	writeExternally()
	await eventually(() => expect(received).toHaveBeenCalledOnce())
})
