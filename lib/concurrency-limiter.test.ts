import { expect, test } from 'vitest'
import { ConcurrencyLimiter, QueueFullError } from './concurrency-limiter'

const LIMITS = { maxConcurrent: 4, maxQueued: 500 }

const turn = () => new Promise(setImmediate)

test('four tasks run at once; a full queue throws QueueFullError', async () => {
	const limiter = new ConcurrencyLimiter(LIMITS)
	const order: number[] = []
	let running = 0
	let maxRunning = 0
	const runs = Array.from({ length: 600 }, (_, number) =>
		limiter.run('a', async () => {
			maxRunning = Math.max(maxRunning, ++running)
			order.push(number)
			await turn()
			running -= 1
			if (number === 3) throw new Error('task failed')
			return number
		}),
	)
	const results = await Promise.allSettled(runs)
	expect(maxRunning).toBe(4)
	expect(order).toEqual([...order].sort((a, b) => a - b))
	const reasons = results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
	expect(reasons.filter((reason) => reason instanceof QueueFullError)).toHaveLength(600 - 504)
	expect(reasons.filter((reason) => !(reason instanceof QueueFullError))).toHaveLength(1)
	expect(await limiter.run('a', async () => 'open again')).toBe('open again')
})

test('a client with a full queue delays others by one turn', async () => {
	const limiter = new ConcurrencyLimiter(LIMITS)
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
	// The newest tasks of the client with the longest queue were evicted.
	const isRejected = results.map(({ status }) => status === 'rejected')
	expect(isRejected.slice(501, 504)).toEqual([true, true, true])
	expect(isRejected.filter(Boolean)).toHaveLength(3)
})

test('prioritize moves a queued task to a client with a shorter queue', async () => {
	const limiter = new ConcurrencyLimiter(LIMITS)
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
	const runs = Array.from({ length: 100 }, (_, number) => page('greedy', String(number)))
	limiter.prioritize('90', 'reader')
	limiter.prioritize('5', 'greedy')
	limiter.prioritize('none', 'reader')
	await Promise.all(runs)
	expect(order.indexOf('90')).toBeLessThan(8)
	expect(order.filter((name) => name !== '90')).toEqual(
		Array.from({ length: 100 }, (_, number) => String(number)).filter((name) => name !== '90'),
	)
})

test('a full queue with equal shares rejects a new client', async () => {
	const limiter = new ConcurrencyLimiter(LIMITS)
	const page = (client: number) => limiter.run(String(client), turn)
	const queued = Array.from({ length: 504 }, (_, number) => page(number))
	await expect(page(504)).rejects.toBeInstanceOf(QueueFullError)
	await Promise.all(queued)
})

test('retryAfter follows the measured task duration', async () => {
	let now = 0
	const limiter = new ConcurrencyLimiter(LIMITS, () => now)
	const slow = async () => {
		now += 400
	}
	for (let number = 0; number < 100; number += 1) await limiter.run('a', slow)
	const runs = Array.from({ length: 505 }, () => limiter.run('a', turn))
	const rejection = await runs[504]?.catch((error) => error)
	expect(rejection.retryAfter).toBe(50)
	await Promise.allSettled(runs)
})
