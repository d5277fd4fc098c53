import { expect, test } from 'vitest'
import { Refusal } from '@/lib/refusal'
import { withDatabase } from '../testing'
import { poolOf, readDb } from './connection'
import { changeShared } from './shared-values'

withDatabase()

const HOUR_MS = 3_600_000

/** Each call has a connection of its own, as calls of several processes have. */
const countUp = async (key: string, ttlMs = HOUR_MS): Promise<number> => {
	let counted = 0
	await changeShared<number>(key, ttlMs, (old) => {
		counted = (old ?? 0) + 1
		return counted
	})
	return counted
}

test('changes of a value at the same moment all count', async () => {
	const counts = await Promise.all(Array.from({ length: 50 }, () => countUp('guesses')))
	expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
})

test('an expired value and one of another key are not seen', async () => {
	await countUp('short', 0)
	expect(await countUp('short')).toBe(1)
	expect(await countUp('short')).toBe(2)
	expect(await countUp('other')).toBe(1)
})

test('a change that throws changes nothing', async () => {
	await countUp('kept')
	await expect(
		changeShared('kept', HOUR_MS, () => {
			throw new Refusal('rate-limited', 'Later.')
		}),
	).rejects.toMatchObject({ code: 'rate-limited' })
	expect(await countUp('kept')).toBe(2)
	const { rows } = await poolOf(readDb()).query(
		`select count(*)::int as n from pg_locks where locktype = $1
			and database = (select oid from pg_database where datname = current_database())`,
		['advisory'],
	)
	expect(rows[0].n).toBe(0)
})
