import type { ClientBase } from 'pg'
import type { Invalidation } from '@/lib/invalidation'
import { singleton } from '@/lib/singleton'
import { poolOf, readDb } from './connection'
import { instanceId, writerName } from './instance'

/** Channel of the notifications that changes were committed. */
export const CHANGES_CHANNEL = 'public_square_changes'
/** Time in ms for which rows are kept: a reader that is later than a second drops all pages anyway. */
const KEPT_MS = 10 * 60_000
/** Milliseconds since 1970 by the clock of the database server, which all instances share. */
export const SERVER_TIME = '(extract(epoch from clock_timestamp()) * 1000)::bigint'

type Client = Pick<ClientBase, 'query'>
type Row = { immediate: string[]; deferred: string[] }

export const hasTags = ({ immediate, deferred }: Invalidation): boolean =>
	immediate.length + deferred.length > 0

/** Records the tags of a group of writes in its transaction, for the other instances. */
export async function recordChanges(client: Client, { immediate, deferred }: Invalidation): Promise<void> {
	await client.query('insert into changes (writer, immediate, deferred) values ($1, $2, $3)', [
		writerName(),
		immediate,
		deferred,
	])
}

/**
 * Without a flush to disk, for which a notification would wait. In a transaction of its own, since those with a
 * notification commit one after another.
 */
const NOTIFY = `select set_config('synchronous_commit', 'off', true), pg_notify('${CHANGES_CHANNEL}', $1)`

const announcing = singleton('change-announcements', () => ({ isRunning: false, isRequested: false }))

/** Notifies the other instances; calls during a notification share the next one. */
export async function announceChanges(): Promise<void> {
	announcing.isRequested = true
	if (announcing.isRunning) return
	announcing.isRunning = true
	while (announcing.isRequested) {
		announcing.isRequested = false
		try {
			await poolOf(readDb()).query(NOTIFY, [instanceId()])
		} catch {
			// The others find the rows at their next poll.
		}
	}
	announcing.isRunning = false
}

/** The snapshot of the present moment: `changesSince` reads all that it does not see. */
export async function currentSnapshot(client: Client): Promise<string> {
	const { rows } = await client.query('select pg_current_snapshot()::text as snapshot')
	return rows[0].snapshot
}

/**
 * Rows that are visible now and were not in the earlier snapshot: those of transactions that began after it or were
 * running in it. Ids of rows would not do, because a lower one may become visible after a higher one.
 */
const SINCE = `select pg_current_snapshot()::text as snapshot, (
		select coalesce(json_agg(json_build_object('immediate', immediate, 'deferred', deferred)), '[]') from changes
		where (xid >= pg_snapshot_xmax($1::pg_snapshot) or xid = any(array(select pg_snapshot_xip($1::pg_snapshot))))
		and writer <> $2
	) as rows`

/** The changes by other processes since a snapshot, and the snapshot in which they were read. */
export async function changesSince(
	client: Client,
	snapshot: string,
): Promise<{ snapshot: string; changes: Invalidation }> {
	const { rows } = await client.query(SINCE, [snapshot, writerName()])
	const found = rows[0].rows as Row[]
	const changes = {
		immediate: [...new Set(found.flatMap(({ immediate }) => immediate))],
		deferred: [...new Set(found.flatMap(({ deferred }) => deferred))],
	}
	return { snapshot: rows[0].snapshot, changes }
}

/** Deletes the rows that every instance has read. */
export const purgeChanges = (client: Client): Promise<unknown> =>
	client.query(`delete from changes where at < ${SERVER_TIME} - ${KEPT_MS}`)
