import { statSync } from 'node:fs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { onChanges } from '@/lib/changes'
import { env } from '@/lib/env'
import { copyLogBeside } from './checkpoints'
import { watchOutside } from './outside'
import { settings } from './schema'
import { withDatabase } from './testing'
import { write } from './write'

withDatabase()

let thread: ReturnType<typeof copyLogBeside>
const heard = vi.fn()

beforeAll(async () => {
	thread = copyLogBeside(20)
	await new Promise((resolve) => thread.once('online', resolve))
})

afterAll(() => thread.terminate())

test('what is committed comes into the database, and nobody takes that for a change from outside', async () => {
	const databaseBytes = () => statSync(env.databaseFile).size
	const before = databaseBytes()
	const watching = watchOutside()
	onChanges(heard)
	const value = 'x'.repeat(4_000)
	for (let number = 0; number < 50; number += 1)
		await write(async (tx) => void (await tx.insert(settings).values({ key: `k${number}`, value })))
	await vi.waitFor(() => expect(databaseBytes()).toBeGreaterThan(before + 50 * 4_000), { timeout: 5_000 })
	await new Promise((resolve) => setTimeout(resolve, 250))
	expect(heard).not.toHaveBeenCalled()
	clearInterval(watching)
})
