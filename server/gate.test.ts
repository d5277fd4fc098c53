import { expect, test } from 'vitest'
import { Busy, Gate } from './gate'

test('four are inside at a time, each in turn, and the crowd beyond the queue is told to come later', async () => {
	const gate = new Gate()
	const order: number[] = []
	let inside = 0
	let most = 0
	const visits = Array.from({ length: 600 }, (_, number) =>
		gate.pass(async () => {
			most = Math.max(most, ++inside)
			order.push(number)
			await new Promise(setImmediate)
			inside -= 1
			if (number === 3) throw new Error('a page that fails')
			return number
		}),
	)
	const results = await Promise.allSettled(visits)
	expect(most).toBe(4)
	expect(order).toEqual([...order].sort((a, b) => a - b))
	const refused = results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
	expect(refused.filter((reason) => reason instanceof Busy)).toHaveLength(600 - 504)
	expect(refused.filter((reason) => !(reason instanceof Busy))).toHaveLength(1)
	expect(await gate.pass(async () => 'open again')).toBe('open again')
})
