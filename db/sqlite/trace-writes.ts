import { vi } from 'vitest'
import { LOCKS, type Lock } from '../lock'
import { writeDb } from './connection'

/** Locks and statements of the writes that `run` makes, in order: `lock reader r1`, `select … from "moods" …`. */
export async function traceWrites(run: () => Promise<unknown>): Promise<string[]> {
	const trace: string[] = []
	const onLock = (lock: unknown) => void trace.push(`lock ${(lock as Parameters<Lock>).join(' ')}`.trim())
	const prototype = Object.getPrototypeOf(writeDb().$client.prepare('select 1'))
	const spies = (['all', 'get', 'run'] as const).map((method) => {
		const original = prototype[method]
		return vi.spyOn(prototype, method).mockImplementation(function (this: unknown, ...values: unknown[]) {
			const { source, database } = this as { source: string; database: unknown }
			if (database === writeDb().$client) trace.push(source)
			return original.apply(this, values)
		})
	})
	LOCKS.subscribe(onLock)
	try {
		await run()
	} finally {
		LOCKS.unsubscribe(onLock)
		for (const spy of spies) spy.mockRestore()
	}
	return trace
}
