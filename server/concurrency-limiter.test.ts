import { expect, test } from 'vitest'
import { ConcurrencyLimiter, QueueFullError } from './concurrency-limiter'

const turn = () => new Promise(setImmediate)

test('four pages are made at a time, and beyond the queue Busy is thrown', async () => {
	const limiter = new ConcurrencyLimiter()
	const order: number[] = []
	let inside = 0
	let most = 0
	const visits = Array.from({ length: 600 }, (_, number) =>
		limiter.run('a', async () => {
			most = Math.max(most, ++inside)
			order.push(number)
			await turn()
			inside -= 1
			if (number === 3) throw new Error('a page that fails')
			return number
		}),
	)
	const results = await Promise.allSettled(visits)
	expect(most).toBe(4)
	expect(order).toEqual([...order].sort((a, b) => a - b))
	const refused = results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
	expect(refused.filter((reason) => reason instanceof QueueFullError)).toHaveLength(600 - 504)
	expect(refused.filter((reason) => !(reason instanceof QueueFullError))).toHaveLength(1)
	expect(await limiter.run('a', async () => 'open again')).toBe('open again')
})

test('a client with a full queue delays another by one turn', async () => {
	const limiter = new ConcurrencyLimiter()
	const order: string[] = []
	const page = (client: string) =>
		limiter.run(client, async () => {
			order.push(client)
			await turn()
		})
	const greedy = Array.from({ length: 504 }, () => page('greedy'))
	const others = ['one', 'two', 'three'].map(page)
	const results = await Promise.allSettled([...greedy, ...others])
	expect(order.slice(4, 12)).toEqual(expect.arrayContaining(['one', 'two', 'three']))
	// Room was taken from the newest of the client that held all of it.
	const refused = results.map(({ status }) => status === 'rejected')
	expect(refused.slice(501, 504)).toEqual([true, true, true])
	expect(refused.filter(Boolean)).toHaveLength(3)
})

test('a page that one client queued for comes with the turn of another that wants it too', async () => {
	const limiter = new ConcurrencyLimiter()
	const order: string[] = []
	const page = (client: string, name: string) =>
		limiter.run(
			client,
			async () => {
				order.push(name)
				await turn()
			},
			name,
		)
	const visits = Array.from({ length: 100 }, (_, number) => page('greedy', String(number)))
	limiter.prioritize('90', 'reader')
	limiter.prioritize('5', 'greedy')
	limiter.prioritize('none', 'reader')
	await Promise.all(visits)
	expect(order.indexOf('90')).toBeLessThan(8)
	expect(order.filter((name) => name !== '90')).toEqual(
		Array.from({ length: 100 }, (_, number) => String(number)).filter((name) => name !== '90'),
	)
})

test('a full queue of many clients refuses the newcomer with no smaller share', async () => {
	const limiter = new ConcurrencyLimiter()
	const page = (client: number) => limiter.run(String(client), turn)
	const crowd = Array.from({ length: 504 }, (_, number) => page(number))
	await expect(page(504)).rejects.toBeInstanceOf(QueueFullError)
	await Promise.all(crowd)
})

test('Busy tells how long the queue takes at the pace measured', async () => {
	let now = 0
	const limiter = new ConcurrencyLimiter(() => now)
	const slow = async () => {
		now += 400
	}
	for (let number = 0; number < 100; number += 1) await limiter.run('a', slow)
	const visits = Array.from({ length: 505 }, () => limiter.run('a', turn))
	const rejection = await visits[504]?.catch((error) => error)
	expect(rejection.retryAfter).toBe(50)
	await Promise.allSettled(visits)
})
