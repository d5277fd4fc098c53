import fs from 'node:fs'
import Database from 'better-sqlite3'
import { beforeEach, expect, test, vi } from 'vitest'
import { writeDb } from '@/db/sqlite/connection'
import { withDatabase } from '@/db/testing'
import { liveStory } from '@/e2e/support/stories'
import { env } from '@/lib/env'
import { eventually } from '@/lib/testing'
import { isReady } from './readiness'

withDatabase()

/** Clock offset in ms, beyond the interval of heartbeats, for the test that starts. */
let clockOffset = 0
beforeEach(() => {
	clockOffset += 60_000
	const now = performance.now.bind(performance)
	vi.spyOn(performance, 'now').mockImplementation(() => now() + clockOffset)
	return () => vi.restoreAllMocks()
})

test('heartbeats sync to disk, at most one per interval', async () => {
	await liveStory()
	const disk = vi.spyOn(fs, 'fdatasync')
	const bytes = () => fs.statSync(`${env.databaseFile}-wal`).size
	const before = bytes()
	for (let number = 0; number < 5; number += 1) expect(await isReady()).toBe(true)
	expect(disk).toHaveBeenCalledOnce()
	expect(bytes()).toBeGreaterThan(before)
})

test('not ready while another process holds the write lock', async () => {
	const other = new Database(env.databaseFile)
	other.exec('begin immediate')
	expect(await isReady()).toBe(false)
	other.close()
	clockOffset += 60_000
	await eventually(async () => expect(await isReady()).toBe(true))
})

test('not ready while stories are unreadable', async () => {
	const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
	writeDb().$client.exec('alter table revisions rename to revisions_away')
	expect(await isReady()).toBe(false)
	expect(logged).toHaveBeenCalled()
	writeDb().$client.exec('alter table revisions_away rename to revisions')
	expect(await isReady()).toBe(true)
})

test('not ready while the disk is full', async () => {
	const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
	const real = await fs.promises.statfs(env.dataDir)
	const disk = vi.spyOn(fs.promises, 'statfs').mockResolvedValue(Object.assign(real, { bavail: 3 }))
	expect(await isReady()).toBe(false)
	expect(logged.mock.calls.join()).toContain('full')
	disk.mockRestore()
	expect(await isReady()).toBe(true)
})
