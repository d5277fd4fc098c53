import Database from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { EVERYTHING, onChanges } from '@/lib/changes'
import { env } from '@/lib/env'
import { watchOutside } from './outside'
import { settings } from './schema'
import { withDatabase } from './testing'
import { write } from './write'

withDatabase()

let elsewhere: Database.Database
let watching: NodeJS.Timeout
let ticks = 0
const heard = vi.fn()

beforeAll(() => {
	elsewhere = new Database(env.databaseFile)
	elsewhere.exec('create table notes (words text)')
	watching = watchOutside(() => ticks)
	onChanges(({ now }) => {
		if (now.includes(EVERYTHING)) heard()
	})
})

afterAll(() => {
	clearInterval(watching)
	elsewhere.close()
})

beforeEach(() => heard.mockClear())

const note = (word = false): void => {
	elsewhere.exec('begin')
	elsewhere.exec(`insert into notes values ('x')`)
	if (word)
		elsewhere.pragma(`user_version = ${Number(elsewhere.pragma('user_version', { simple: true })) + 1}`)
	elsewhere.exec('commit')
}

/** Twice as long as anything takes to be noticed. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 250))

test('whoever writes from outside is noticed, with or without a word', async () => {
	note()
	await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce())
	note(true)
	await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2))
})

test('what the house itself writes is no news', async () => {
	await write(async (tx) => void (await tx.insert(settings).values({ key: 'a', value: 1 })))
	await settled()
	expect(heard).not.toHaveBeenCalled()
})

test('nor is what its other thread writes; but whoever leaves word meanwhile is noticed', async () => {
	ticks += 1
	note()
	ticks += 1
	await settled()
	expect(heard).not.toHaveBeenCalled()
	ticks += 1
	note()
	note(true)
	ticks += 1
	await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce())
})
