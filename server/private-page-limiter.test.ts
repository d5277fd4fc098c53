import { beforeEach, expect, test } from 'vitest'
import { sign } from '@/lib/signing'
import { PrivatePageLimiter, RateLimitedError } from './private-page-limiter'

beforeEach(() => {
	process.env.SQUARE_LIMITS = '1'
	process.env.SQUARE_SECRET = 'a secret of this test'
})

const reader = (id: string) => `square-reader=${sign('reader', id)}`

async function pagesAllowed(
	limiter: PrivatePageLimiter,
	network: string,
	cookie: (number: number) => string | undefined,
) {
	for (let number = 0; ; number += 1)
		try {
			await limiter.consume(network, cookie(number))
		} catch (error) {
			expect(error).toBeInstanceOf(RateLimitedError)
			expect((error as RateLimitedError).retryAfter).toBeGreaterThan(0)
			expect((error as RateLimitedError).retryAfter).toBeLessThanOrEqual(60)
			return number
		}
}

test('the limit of one reader spares others on its network', async () => {
	const limiter = new PrivatePageLimiter()
	expect(await pagesAllowed(limiter, '192.0.2.1', () => reader('one'))).toBe(120)
	await limiter.consume('192.0.2.1', reader('two'))
	await limiter.consume('192.0.2.1', undefined)
})

test('new and forged readers are limited by network', async () => {
	const limiter = new PrivatePageLimiter()
	const cookies = [
		(number: number) => reader(`r-${number}`),
		(number: number) => `square-session=made-up-${number}`,
	]
	for (const [index, cookie] of cookies.entries())
		expect(await pagesAllowed(limiter, `192.0.2.${index}`, cookie)).toBe(1_200)
	await limiter.consume('192.0.2.9', reader('r-1'))
})
