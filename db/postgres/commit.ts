import { setTimeout as sleep } from 'node:timers/promises'
import { type Writer, writer } from './connection'
import { COMMIT_UNKNOWN, databaseErrorOf, isAnswer } from './connection-error'
import { renameWriter } from './instance'

/** Time for finding out what became of a commit; a restart of PostgreSQL takes seconds. */
const DECIDE_WITHIN_MS = 10_000
const ASK_EVERY_MS = 100

/**
 * Begins a transaction with a savepoint `job`. @returns its number, by which PostgreSQL knows later whether it was
 * committed
 */
export async function begin({ client }: Writer): Promise<string> {
	const begun = await client.query('begin; select pg_current_xact_id()::text as xid; savepoint job')
	const [, { rows }] = begun as unknown as [unknown, { rows: { xid: string }[] }]
	return rows[0]?.xid as string
}

/**
 * Commits. If the connection is lost meanwhile, PostgreSQL is asked over another one whether the transaction was
 * committed, so that no stored write is refused and none is acknowledged that is not.
 *
 * @throws the error of a transaction that was not committed; an error of code COMMIT_UNKNOWN if that cannot be found out
 */
export async function commit({ client }: Writer, xid: string): Promise<void> {
	try {
		await client.query('commit')
	} catch (error) {
		if (isAnswer(error)) throw error
		// From here on the feed reads what may be committed like the changes of another process.
		renameWriter()
		// It may still wait for its answer; its transaction ends with it.
		await client.end().catch(() => {})
		const status = await statusOf(xid)
		if (status === 'committed') return
		if (status === 'aborted') throw error
		throw Object.assign(new Error('The outcome of a commit is not known.', { cause: error }), {
			code: COMMIT_UNKNOWN,
		})
	}
}

/** The outcome of a transaction; null if PostgreSQL does not answer in time, or does not know the number. */
async function statusOf(xid: string): Promise<'committed' | 'aborted' | null> {
	for (const end = performance.now() + DECIDE_WITHIN_MS; performance.now() < end; await sleep(ASK_EVERY_MS)) {
		try {
			const { client } = await writer()
			const { rows } = await client.query('select pg_xact_status($1::text::xid8) as status', [xid])
			const status = rows[0]?.status
			if (status !== 'in progress') return status
		} catch (error) {
			// 22023: a number in the future, as after a failover to a server that has not received the transaction.
			if (databaseErrorOf(error)?.code === '22023') return null
		}
	}
	return null
}
