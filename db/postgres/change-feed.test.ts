import { type ChildProcess, fork } from 'node:child_process'
import pg from 'pg'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { compiled } from '@/lib/compiled'
import { env } from '@/lib/env'
import { instanceCount } from '@/lib/instance-count'
import { ALL_TAGS, type Invalidation, onInvalidate } from '@/lib/invalidation'
import { eventually } from '@/lib/testing'
import { settings } from '../schema'
import { withDatabase } from '../testing'
import { closeDatabase, watchExternalWrites } from './change-feed'
import type { ToOther } from './change-feed.fixture'
import { changesSince, currentSnapshot, purgeChanges, recordChanges } from './changes'
import { writer } from './connection'
import { writerName } from './instance'
import { write } from './write'

withDatabase()

const PROGRAM = compiled('db/postgres/change-feed.fixture.ts')
/** Limit on the time until a write of another process is seen. */
const SEEN_WITHIN_MS = 1_000

const received: Invalidation[] = []
const receivedTags = () => received.flatMap(({ immediate, deferred }) => [...immediate, ...deferred])
const confirmations = () => received.flatMap(({ confirmation }) => confirmation ?? [])
const log = vi.spyOn(console, 'error').mockImplementation(() => {})

let stopListening = () => {}
beforeEach(() => {
	stopListening = onInvalidate((changes) => received.push(changes))
})
afterEach(async () => {
	stopListening()
	await closeDatabase()
	received.length = 0
	log.mockClear()
})

async function connect(): Promise<pg.Client> {
	const client = new pg.Client({ connectionString: env.databaseUrl })
	await client.connect()
	onTestFinished(async () => client.end())
	return client
}

/** Starts the feed, and waits for its first word. */
async function startFeed(): Promise<void> {
	watchExternalWrites()
	await eventually(() => expect(confirmations()).toContain('confirmed'))
	received.length = 0
}

/** Starts another server process, and waits for its feed. */
async function startOther() {
	const child: ChildProcess = fork(PROGRAM)
	onTestFinished(() => void child.kill('SIGKILL'))
	const seen: string[] = []
	const commits: string[] = []
	let isConfirmed = false
	child.on('message', (message: { changes?: Invalidation; committed?: string }) => {
		if (message.committed) commits.push(message.committed)
		if (message.changes?.confirmation === 'confirmed') isConfirmed = true
		seen.push(...(message.changes?.immediate ?? []), ...(message.changes?.deferred ?? []))
	})
	await eventually(() => expect(isConfirmed).toBe(true))
	const send = (message: ToOther) => void child.send(message)
	return { child, seen, commits, send }
}

const change = (tag: 'settings' | 'ads') =>
	write(async (tx) => {
		await tx.insert(settings).values({ key: crypto.randomUUID(), value: 1 })
		tx.changed(tag)
	})

test('writes of two processes are seen by the other within a second', async () => {
	await startFeed()
	const other = await startOther()
	for (let number = 1; number <= 20; number += 1) {
		const startedAt = performance.now()
		other.send({ tag: 'settings', isCount: number % 2 === 0 })
		await change('ads')
		await eventually(() => {
			expect(receivedTags().filter((tag) => tag === 'settings')).toHaveLength(number)
			expect(other.seen.filter((tag) => tag === 'ads')).toHaveLength(number)
		})
		expect(performance.now() - startedAt).toBeLessThan(SEEN_WITHIN_MS)
	}
	// The own writes are not read again.
	expect(receivedTags().filter((tag) => tag === 'ads')).toHaveLength(20)
	expect(received.filter(({ deferred }) => deferred.includes('settings'))).toHaveLength(10)
	expect(receivedTags()).not.toContain(ALL_TAGS)
})

test('a row that becomes visible after a later one is read', async () => {
	const [reader, early, late] = [await connect(), await connect(), await connect()]
	await early.query('begin')
	await recordChanges(early, { immediate: ['early'], deferred: [] })
	await early.query("update changes set writer = 'early'")
	const first = await currentSnapshot(reader)
	await late.query("insert into changes (writer, immediate) values ('late', '{late}')")
	const second = await changesSince(reader, first)
	expect(second.changes.immediate).toEqual(['late'])
	await early.query('commit')
	const third = await changesSince(reader, second.snapshot)
	expect(third.changes.immediate).toEqual(['early'])
	expect((await changesSince(reader, third.snapshot)).changes.immediate).toEqual([])
})

test('a group without tags writes no row', async () => {
	const client = await connect()
	const rows = async () => (await client.query('select count(*)::int as n from changes')).rows[0].n
	const before = await rows()
	await write(async (tx) => void (await tx.insert(settings).values({ key: 'untagged', value: 1 })))
	expect(await rows()).toBe(before)
	await Promise.all([change('ads'), change('settings')])
	expect(await rows()).toBe(before + 1)
})

test('a lost connection is declared at once, a new one drops pages', async () => {
	await startFeed()
	const other = await connect()
	const terminate = `select pg_terminate_backend(pid) from pg_stat_activity
		where datname = current_database() and query like '%pg_current_snapshot%' and pid <> pg_backend_pid()`
	await other.query(terminate)
	await eventually(() => expect(confirmations()).toEqual(['unconfirmed', 'confirmed']))
	expect(received.find(({ confirmation }) => confirmation === 'confirmed')?.immediate).toEqual([ALL_TAGS])
	await other.query("insert into changes (writer, immediate) values ('', '{settings}')")
	await eventually(() => expect(receivedTags()).toContain('settings'))
})

test('an unreachable server is declared each second until it answers', async () => {
	const url = env.databaseUrl
	process.env.DATABASE_URL = 'postgres://square@127.0.0.1:9/none'
	onTestFinished(() => {
		process.env.DATABASE_URL = url
	})
	watchExternalWrites()
	await eventually(() => expect(confirmations().filter((word) => word === 'unreachable').length).toBe(2))
	process.env.DATABASE_URL = url
	await eventually(() => expect(confirmations().at(-1)).toBe('confirmed'))
	expect(received.at(-1)?.immediate).toEqual([ALL_TAGS])
	expect(log).toHaveBeenCalledTimes(1)
})

test('a commit without an answer is read as that of another process', async () => {
	await startFeed()
	const other = await connect()
	const { client } = await writer()
	const { rows } = await client.query('select pg_backend_pid() as pid')
	const name = writerName()
	const original = client.query
	// The connection ends between the commit and its answer, and PostgreSQL does not know the transaction later.
	Object.assign(client, {
		query: async (...given: unknown[]) => {
			const answer = await (original as (...each: unknown[]) => Promise<unknown>).apply(client, given)
			if (String(given[0]).startsWith('begin')) return [null, { rows: [{ xid: '999999999999' }] }]
			if (given[0] !== 'commit') return answer
			await other.query('select pg_terminate_backend($1)', [rows[0].pid])
			throw new Error('Connection terminated')
		},
	})
	await expect(change('ads')).rejects.toMatchObject({ code: 'unknown' })
	expect(writerName()).not.toBe(name)
	await eventually(() => expect(receivedTags().filter((tag) => tag === 'ads')).toHaveLength(2))
})

test('instances are counted while they live, and after a stop no more', async () => {
	await startFeed()
	const other = await startOther()
	await eventually(() => expect(instanceCount()).toBe(2))
	other.send('close')
	await eventually(() => expect(instanceCount()).toBe(1))
})

test('rows are purged after ten minutes', async () => {
	const client = await connect()
	await client.query("insert into changes (immediate, at) values ('{old}', 0), ('{new}', default)")
	await purgeChanges(client)
	const { rows } = await client.query(
		"select immediate[1] as tag from changes where immediate && '{old,new}'",
	)
	expect(rows).toEqual([{ tag: 'new' }])
})
