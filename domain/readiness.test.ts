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

/** Longer ago than any heartbeat, for the test that begins. */
let later = 0
beforeEach(() => {
	later += 60_000
	const now = performance.now.bind(performance)
	vi.spyOn(performance, 'now').mockImplementation(() => now() + later)
	return () => vi.restoreAllMocks()
})

test('a heartbeat reaches the disk, and no more often than every few seconds', async () => {
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
	later += 60_000
	await eventually(async () => expect(await isReady()).toBe(true))
})

test('not ready while stories cannot be read', async () => {
	const said = vi.spyOn(console, 'error').mockImplementation(() => {})
	writeDb().$client.exec('alter table revisions rename to revisions_away')
	expect(await isReady()).toBe(false)
	expect(said).toHaveBeenCalled()
	writeDb().$client.exec('alter table revisions_away rename to revisions')
	expect(await isReady()).toBe(true)
})

test('not ready while the disk has no room for a comment', async () => {
	const said = vi.spyOn(console, 'error').mockImplementation(() => {})
	const real = await fs.promises.statfs(env.dataDir)
	const disk = vi.spyOn(fs.promises, 'statfs').mockResolvedValue(Object.assign(real, { bavail: 3 }))
	expect(await isReady()).toBe(false)
	expect(said.mock.calls.join()).toContain('full')
	disk.mockRestore()
	expect(await isReady()).toBe(true)
})
