import { afterEach, expect, test } from 'vitest'
import { setInstanceCount, shareOf } from './instance-count'
import { RateLimiter } from './rate-limiter'

afterEach(() => setInstanceCount(1))

const admitted = async (points: number): Promise<number> => {
	const limiter = new RateLimiter({ points, duration: 60, keyPrefix: crypto.randomUUID() })
	for (let count = 0; ; count += 1) {
		const isAdmitted = await limiter.consume('key').then(
			() => true,
			() => false,
		)
		if (!isAdmitted) return count
	}
}

test.each([
	[1, 5, 5],
	[2, 5, 2],
	[3, 60, 20],
	[8, 5, 1],
])('each of %i instances admits its share of %i', async (instances, points, expected) => {
	setInstanceCount(instances)
	expect(await admitted(points)).toBe(expected)
	expect(shareOf(points)).toBe(expected)
})
