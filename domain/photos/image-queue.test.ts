import { expect, test } from 'vitest'
import { queueImage } from './image-queue'

test('runs one job at a time; a failure affects no other', async () => {
	let running = 0
	const job = (fails: boolean) => async () => {
		running += 1
		expect(running).toBe(1)
		await new Promise(setImmediate)
		running -= 1
		if (fails) throw new Error('no')
		return 'yes'
	}
	const results = await Promise.allSettled([false, true, false].map((fails) => queueImage(job(fails))))
	expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('refuses jobs beyond the queue limit', async () => {
	const wait = () => new Promise(setImmediate)
	const waiting = Array.from({ length: 20 }, () => queueImage(wait))
	expect(() => queueImage(wait)).toThrow(
		expect.objectContaining({ message: expect.stringContaining('60 seconds'), retryAfter: 60 }),
	)
	await Promise.all(waiting)
	await queueImage(wait)
})
