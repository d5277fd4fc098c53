import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, expect, test, vi } from 'vitest'
import { env } from '@/lib/env'
import { onInvalidate } from '@/lib/invalidation'
import { eventually } from '@/lib/testing'
import { settings } from '../schema'
import { withDatabase } from '../testing'
import { startCheckpointer } from './checkpointer'
import { watchExternalWrites } from './external-writes'
import { walBytes } from './wal-sync'
import { write } from './write'

withDatabase()

let close: () => Promise<unknown> = async () => {}
let number = 0

afterEach(async () => {
	await close()
	vi.restoreAllMocks()
})

const databaseBytes = () => statSync(env.databaseFile).size

/** Growth of the database file in bytes … */
const GROWTH = 200_000
/** … after the free pages that migrations left. */
const FREE = 50_000

/** Inserts at least `bytes`, one page or more in each commit. */
async function grow(bytes = GROWTH + FREE): Promise<void> {
	const value = 'x'.repeat(4_000)
	for (let written = 0; written < bytes; written += value.length)
		await write(async (tx) => void (await tx.insert(settings).values({ key: `k${++number}`, value })))
}

test('checkpoints fill the database file without signalling external writes', async () => {
	close = startCheckpointer({ everyMs: 20 })
	const before = databaseBytes()
	const watching = watchExternalWrites()
	const received = vi.fn()
	const stop = onInvalidate(received)
	await grow()
	await eventually(() => expect(databaseBytes()).toBeGreaterThan(before + GROWTH))
	await new Promise((resolve) => setTimeout(resolve, 250))
	expect(received).not.toHaveBeenCalled()
	stop()
	clearInterval(watching)
})

test('the thread restarts after errors, with backoff', async () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {})
	const folder = env.dataDir
	process.env.DATA_DIR = `${folder}/missing`
	close = startCheckpointer({ everyMs: 20, reopenMs: 20 })
	await eventually(() => expect(log.mock.calls.length).toBeGreaterThan(2))
	process.env.DATA_DIR = folder
	const pauses = log.mock.calls.map(([text]) => /restarted in ([\d.]+) s/.exec(String(text))?.[1])
	expect(pauses.slice(0, 3)).toEqual(['0.02', '0.04', '0.08'])
	const before = databaseBytes()
	await grow()
	await eventually(() => expect(databaseBytes()).toBeGreaterThan(before + GROWTH))
})

test('a large WAL is logged and later truncated', async () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {})
	const lines = () => log.mock.calls.map(([text]) => String(text))
	const reader = new Database(env.databaseFile, { readonly: true })
	reader.exec('begin')
	reader.prepare('select count(*) from settings').get()
	close = startCheckpointer({ everyMs: 20, truncateFrom: 400_000, alarmBytes: 400_000 })
	await grow(1_000_000)
	expect(walBytes()).toBeGreaterThan(1_000_000)
	await eventually(() => expect(lines().join()).toContain('keeps the database open'))
	reader.close()
	await eventually(() => expect(walBytes()).toBeLessThan(400_000))
	await eventually(() => expect(lines().join()).toContain('again'))
	expect(lines()).toHaveLength(2)
})
