import { beforeEach, expect, test } from 'vitest'
import { sign } from '@/lib/signing'
import { PrivatePageLimiter, RateLimitedError } from './private-page-limiter'

beforeEach(() => {
	process.env.SQUARE_LIMITS = '1'
	process.env.SQUARE_SECRET = 'a secret of this test'
})

const reader = (id: string) => `square-reader=${sign('reader', id)}`

async function pagesOf(
	limit: PrivatePageLimiter,
	network: string,
	cookie: (number: number) => string | undefined,
) {
	for (let number = 0; ; number += 1)
		try {
			await limit.consume(network, cookie(number))
		} catch (error) {
			expect(error).toBeInstanceOf(RateLimitedError)
			expect((error as RateLimitedError).retryAfter).toBeGreaterThan(0)
			expect((error as RateLimitedError).retryAfter).toBeLessThanOrEqual(60)
			return number
		}
}

test('one reader is limited, and another on the same network is not', async () => {
	const limit = new PrivatePageLimiter()
	expect(await pagesOf(limit, '192.0.2.1', () => reader('one'))).toBe(120)
	await limit.consume('192.0.2.1', reader('two'))
	await limit.consume('192.0.2.1', undefined)
})

test('readers made for nothing are limited by their network, and no other network is', async () => {
	const limit = new PrivatePageLimiter()
	const made = [
		(number: number) => reader(`r-${number}`),
		(number: number) => `square-session=made-up-${number}`,
	]
	for (const [index, cookie] of made.entries())
		expect(await pagesOf(limit, `192.0.2.${index}`, cookie)).toBe(1_200)
	await limit.consume('192.0.2.9', reader('r-1'))
})
