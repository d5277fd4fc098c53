import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { ALL_TAGS, type Confirmation, invalidate } from '@/lib/invalidation'
import { singleton } from '@/lib/singleton'
import { CHANGES_CHANNEL, changesSince, currentSnapshot, hasTags, purgeChanges } from './changes'
import { clientOptions, closeDatabase as closeConnections, poolOf, readDb } from './connection'
import { pg } from './driver'
import { heartbeat, leave } from './heartbeat'
import { instanceId } from './instance'

/** Interval of polls, besides those that notifications cause; one of them may be late before changes count as missing. */
const POLL_EVERY_MS = 500
/** Age of the last poll above which changes of other processes may be missing. */
const UNCONFIRMED_AFTER_MS = 1_000
const CHECK_EVERY_MS = 250
/** Interval of the word that changes may be missing: documents are rendered again after it. */
const REPEAT_EVERY_MS = 1_000
/** Limits in ms on connecting and on a query, after which the connection is given up. */
const CONNECT_WITHIN_MS = 1_000
const QUERY_WITHIN_MS = 2_000
const RECONNECT_AFTER_MS = 250
const HEARTBEAT_EVERY_MS = 2_000
const PURGE_EVERY_MS = 60_000

/** Pause above which rows may have been purged before they were read, as in a process that was suspended. */
const GAP_MS = 60_000

/**
 * Reads the changes that other processes have committed, on a connection of its own, and invalidates their tags: at
 * notifications, and twice a second. Any doubt whether all changes are known is declared as `Confirmation`.
 */
class ChangeFeed {
	#client: Client | null = null
	#isStopped = false
	/** Start of the last poll that succeeded, by the monotonic clock. */
	#confirmedAt = Number.NEGATIVE_INFINITY
	#doubt: Exclude<Confirmation, 'confirmed'> | null = 'unconfirmed'
	#declaredAt = Number.NEGATIVE_INFINITY
	#isConnected = false
	#isLogged = false
	#wake: () => void = () => {}
	#isNotified = false
	readonly #timer = setInterval(() => {
		// After the answers that have arrived during a long turn of the event loop.
		setImmediate(() => this.#checkAge())
	}, CHECK_EVERY_MS).unref()
	readonly #running = this.#run()

	async stop(): Promise<void> {
		this.#isStopped = true
		clearInterval(this.#timer)
		this.#wake()
		await this.#running
	}

	async #run(): Promise<void> {
		while (!this.#isStopped) {
			const client = new pg.Client({
				...clientOptions(),
				connectionTimeoutMillis: CONNECT_WITHIN_MS,
				query_timeout: QUERY_WITHIN_MS,
			})
			this.#client = client
			this.#isConnected = false
			try {
				await this.#follow(client)
			} catch (error) {
				await this.#lose(error)
			}
			// A connection that does not answer would not end by itself.
			await Promise.race([client.end().catch(() => {}), sleep(CONNECT_WITHIN_MS)])
			if (!this.#isStopped && !this.#isConnected) await sleep(RECONNECT_AFTER_MS)
		}
	}

	/** Polls until the connection is lost or the feed is stopped. */
	async #follow(client: Client): Promise<void> {
		let lost: Error | null = null
		const lose = (error?: Error) => {
			lost ??= error ?? new Error('The connection has ended.')
			// At once, and not at the next poll: from here on changes may be missing.
			if (!this.#isStopped && this.#client === client && !this.#doubt) this.#declare('unconfirmed')
			this.#wake()
		}
		client.on('error', lose).on('end', () => lose())
		client.on('notification', ({ payload }) => {
			if (payload === instanceId()) return
			this.#isNotified = true
			this.#wake()
		})
		await client.connect()
		this.#isConnected = true
		await client.query(`listen ${CHANGES_CHANNEL}`)
		await heartbeat(client)
		let startedAt = performance.now()
		let readAt = Date.now()
		let snapshot = await currentSnapshot(client)
		this.#confirm(startedAt, true)
		const due = { heartbeat: startedAt + HEARTBEAT_EVERY_MS, purge: startedAt }
		while (!this.#isStopped) {
			await this.#next()
			if (lost) throw lost
			startedAt = performance.now()
			const read = await changesSince(client, snapshot)
			snapshot = read.snapshot
			if (hasTags(read.changes)) invalidate(read.changes)
			this.#confirm(startedAt, Math.abs(Date.now() - readAt) > GAP_MS)
			readAt = Date.now()
			if (startedAt >= due.heartbeat) {
				due.heartbeat = startedAt + HEARTBEAT_EVERY_MS
				await heartbeat(client)
			}
			if (startedAt >= due.purge) {
				due.purge = startedAt + PURGE_EVERY_MS
				await purgeChanges(client)
			}
		}
		await leave(client)
	}

	/** Waits for a notification or the next poll. */
	async #next(): Promise<void> {
		if (!this.#isNotified && !this.#isStopped)
			await new Promise<void>((resolve) => {
				const timer = setTimeout(resolve, POLL_EVERY_MS).unref()
				this.#wake = () => {
					clearTimeout(timer)
					resolve()
				}
			})
		this.#isNotified = false
		this.#wake = () => {}
	}

	/** @param isNew whether earlier changes are unknown, as after a reconnection */
	#confirm(at: number, isNew = false): void {
		this.#confirmedAt = at
		this.#isLogged = false
		if (!this.#doubt && !isNew) return
		this.#doubt = null
		invalidate({ immediate: isNew ? [ALL_TAGS] : [], deferred: [], confirmation: 'confirmed' })
	}

	/** Without a connection the database cannot be reached, unless those of reads answer. */
	async #lose(error: unknown): Promise<void> {
		if (this.#isStopped) return
		if (!this.#isLogged) console.error(`The feed of changes is interrupted, and opened again: ${error}`)
		this.#isLogged = true
		const doubt = this.#isConnected || (await isAnswering()) ? 'unconfirmed' : 'unreachable'
		if (this.#doubt !== doubt) this.#declare(doubt)
	}

	#checkAge(): void {
		const now = performance.now()
		if (this.#isStopped || (!this.#doubt && now - this.#confirmedAt <= UNCONFIRMED_AFTER_MS)) return
		if (!this.#doubt || now - this.#declaredAt >= REPEAT_EVERY_MS) this.#declare(this.#doubt ?? 'unconfirmed')
	}

	#declare(doubt: Exclude<Confirmation, 'confirmed'>): void {
		this.#doubt = doubt
		this.#declaredAt = performance.now()
		invalidate({ immediate: [], deferred: [], confirmation: doubt })
	}
}

async function isAnswering(): Promise<boolean> {
	const answered = poolOf(readDb())
		.query('select 1')
		.then(
			() => true,
			() => false,
		)
	return Promise.race([answered, sleep(CONNECT_WITHIN_MS, false)])
}

const slot = singleton<{ feed: ChangeFeed | null }>('change-feed', () => ({ feed: null }))

/** Starts to invalidate the tags of changes by other processes: other instances, and the command line. */
export function watchExternalWrites(): void {
	slot.feed ??= new ChangeFeed()
}

/** Closes this thread's connections and its feed; the next read or write opens the connections again. */
export async function closeDatabase(options: { final?: boolean } = {}): Promise<void> {
	const { feed } = slot
	slot.feed = null
	await feed?.stop()
	await closeConnections(options)
}
