import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settings } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { compiled } from '@/lib/compiled'
import { env } from '@/lib/env'
import { eventually } from '@/lib/testing'
import { acquireServerLock, isServerRunning, withServerLock } from './server-lock'
import { write } from './write'

withDatabase()

const HOLDER = compiled('db/sqlite/lock-holder.fixture.ts')

/** Spawns a process that takes the lock of this DATA_DIR: the process, or its exit code if it was refused. */
async function holder(): Promise<ChildProcess | number> {
	const child = spawn(process.execPath, [HOLDER], {
		stdio: ['ignore', 'pipe', 'ignore'],
	})
	const [first] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
	return typeof first === 'number' ? first : child
}

test('a second server is refused until the first is killed', async () => {
	const first = await holder()
	if (typeof first === 'number') throw new Error('The lock could not be taken.')
	expect(isServerRunning()).toBe(true)
	expect(acquireServerLock).toThrow(/is in use by another server.*Stop that one first/s)
	await write(async (tx) => void (await tx.insert(settings).values({ key: 'beside', value: 1 })))
	first.kill('SIGKILL')
	await once(first, 'exit')
	expect(isServerRunning()).toBe(false)
	const release = acquireServerLock()
	expect(await holder()).toBe(1)
	release()
	const second = await holder()
	if (typeof second === 'number') throw new Error('The lock was not released.')
	second.kill('SIGKILL')
	await once(second, 'exit')
})

test('the lock is one empty file', async () => {
	await withServerLock(async () => {
		expect(readdirSync(env.dataDir).filter((name) => name.includes('lock'))).toEqual(['server.lock'])
		expect(statSync(`${env.dataDir}/server.lock`).size).toBe(0)
	})
})

test('the lock is reentrant within its process', async () => {
	const release = acquireServerLock()
	await withServerLock(async () => {})
	expect(await holder()).toBe(1)
	release()
	await eventually(async () => expect(await withServerLock(async () => 'free')).toBe('free'))
})
