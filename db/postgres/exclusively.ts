import { withClient } from './migrate'

/** Number of the advisory lock of first starts, the letters "sqOn". */
const FIRST_START_LOCK = 0x73714f6e

/** Runs `run` while no other process of this database runs one; others wait. */
export const exclusively = <T>(run: () => Promise<T>): Promise<T> =>
	withClient(async (client) => {
		await client.query('begin')
		// The transaction holds nothing but the lock, which ends with it, also behind a pooler.
		await client.query('set local idle_in_transaction_session_timeout = 0')
		await client.query('select pg_advisory_xact_lock($1)', [FIRST_START_LOCK])
		try {
			return await run()
		} finally {
			await client.query('commit').catch(() => {})
		}
	})
