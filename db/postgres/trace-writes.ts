import { LOCKS, type Lock } from '../lock'
import { writer } from './connection'

/** Statements that begin, end or lock, which each write has. */
const OF_TRANSACTION = /^(begin|commit|rollback|savepoint|release|select pg_advisory)/

/** Locks and statements of the writes that `run` makes, in order: `lock reader r1`, `select … from "moods" …`. */
export async function traceWrites(run: () => Promise<unknown>): Promise<string[]> {
	const trace: string[] = []
	const onLock = (lock: unknown) => void trace.push(`lock ${(lock as Parameters<Lock>).join(' ')}`.trim())
	const { client } = await writer()
	const original = client.query
	const traced = (query: string | { text: string }, ...rest: unknown[]) => {
		const text = typeof query === 'string' ? query : query.text
		if (!OF_TRANSACTION.test(text)) trace.push(text)
		return (original as (...given: unknown[]) => unknown).call(client, query, ...rest)
	}
	Object.assign(client, { query: traced })
	LOCKS.subscribe(onLock)
	try {
		await run()
	} finally {
		LOCKS.unsubscribe(onLock)
		Object.assign(client, { query: original })
	}
	return trace
}
