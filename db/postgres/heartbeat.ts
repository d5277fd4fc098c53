import type { ClientBase } from 'pg'
import { SERVER_TIME } from './changes'
import { instanceId, setInstanceCount } from './instance'

/** Time in ms since the last heartbeat for which an instance counts as live. */
const LIVE_MS = 10_000
/** Time in ms until the row of a killed instance is deleted. */
const FORGOTTEN_MS = 60_000

/** One statement: writes the instance's row, deletes those of the dead, and counts the other live ones. */
const HEARTBEAT = `with own as (
		insert into instances (id, seen_at) values ($1, ${SERVER_TIME})
		on conflict (id) do update set seen_at = excluded.seen_at
	), dead as (
		delete from instances where seen_at < ${SERVER_TIME} - ${FORGOTTEN_MS} and id <> $1
	)
	select count(*)::int as others from instances where seen_at > ${SERVER_TIME} - ${LIVE_MS} and id <> $1`

type Client = Pick<ClientBase, 'query'>

/** Tells the other instances that this one is live, and counts them. */
export async function heartbeat(client: Client): Promise<void> {
	const { rows } = await client.query(HEARTBEAT, [instanceId()])
	setInstanceCount(rows[0].others + 1)
}

/** Removes the instance, so that the others have its share of the limits at once. */
export async function leave(client: Client): Promise<void> {
	await client.query('delete from instances where id = $1', [instanceId()])
}
