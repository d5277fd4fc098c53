import { expect, test } from 'vitest'
import { traceWrites } from '@/db/testing'

/** A function that reads before it writes: the lock it takes, and the table that it reads after the lock. */
export type LockCase = [name: string, run: () => Promise<unknown>, lock: () => string, table: string]

export function testLocks(cases: LockCase[]): void {
	test.each(cases)('%s locks before it reads', async (_, run, lock, table) => {
		const trace = await traceWrites(run)
		const locked = trace.indexOf(`lock ${lock()}`)
		const read = trace.findIndex((line) => line.startsWith('select') && line.includes(`from "${table}"`))
		expect(locked, trace.join('\n')).toBeGreaterThanOrEqual(0)
		expect(read, trace.join('\n')).toBeGreaterThan(locked)
	})
}
