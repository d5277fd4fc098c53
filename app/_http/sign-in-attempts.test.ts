import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withDatabase } from '@/db/testing'
import { isRefusal, type Refusal } from '@/lib/refusal'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { admitSignIn } from './sign-in-attempts'

withDatabase()

beforeEach(() => {
	vi.stubEnv('SQUARE_LIMITS', '1')
	vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] })
})
afterEach(() => {
	vi.unstubAllEnvs()
	vi.useRealTimers()
})

const MINUTE = 60_000

/** Seconds to wait, or 0 for an attempt that was admitted and failed. */
const failSignIn = (account: string, address: string, browser: string | null = null): Promise<number> =>
	runInContext(newRequestContext(address), () =>
		admitSignIn(account, browser).then(
			() => 0,
			(error) => (isRefusal(error) ? ((error as Refusal).retryAfter ?? -1) : Promise.reject(error)),
		),
	)
const succeedSignIn = (account: string, address: string, browser: string | null = null) =>
	runInContext(newRequestContext(address), async () => (await admitSignIn(account, browser)).succeeded())

/** A hundred wrong passwords from ten addresses and from ten networks of an IPv6 /48. */
async function guess(account: string): Promise<void> {
	for (let number = 0; number < 100; number += 1) {
		await failSignIn(account, `198.51.${number % 10}.${number}`)
		await failSignIn(account, `2001:db8:7:${number % 10}::1`)
	}
}

test('known browsers and networks can sign in during guessing', async () => {
	await succeedSignIn('owner', '192.0.2.1')
	await guess('owner')
	expect(await failSignIn('owner', '203.0.113.9')).toBeGreaterThan(0)
	expect(await failSignIn('owner', '192.0.2.1')).toBe(0)
	expect(await failSignIn('owner', '203.0.113.9', 'known')).toBe(0)
})

test('a known browser is limited only by its own failures', async () => {
	for (let number = 0; number < 9; number += 1) expect(await failSignIn('own', '192.0.2.2', 'b')).toBe(0)
	await succeedSignIn('own', '192.0.2.2', 'b')
	for (let number = 0; number < 10; number += 1) expect(await failSignIn('own', '192.0.2.2', 'b')).toBe(0)
	expect(await failSignIn('own', '192.0.2.2', 'b')).toBe(900)
	expect(await failSignIn('own', '192.0.2.2', 'another')).toBe(0)
})

test('retryAfter is the time until an unknown client is admitted', async () => {
	await guess('slow')
	const wait = await failSignIn('slow', '203.0.113.10')
	vi.advanceTimersByTime((wait - 1) * 1_000)
	expect(await failSignIn('slow', '203.0.113.10')).toBe(1)
	vi.advanceTimersByTime(1_000)
	expect(await failSignIn('slow', '203.0.113.10')).toBe(0)
})

test('guessing from one IPv6 /48 does not lock out other networks', async () => {
	for (let second = 0; second < 600; second += 1) {
		await failSignIn('gap', `2001:db8:8:${second.toString(16)}::1`)
		vi.advanceTimersByTime(1_000)
	}
	expect(await failSignIn('gap', '203.0.113.11')).toBe(0)
})

test('attempts on one account are bounded across networks', async () => {
	const admitted: number[] = []
	let second = 0
	for (let number = 0; second < 86_400; number += 1) {
		const wait = await failSignIn('bounded', `10.${(number >> 8) & 255}.${number & 255}.1`)
		if (wait === 0) admitted.push(second)
		vi.advanceTimersByTime(wait * 1_000)
		second += wait
	}
	const within = (from: number, seconds: number) =>
		admitted.filter((each) => each >= from && each < from + seconds).length
	expect(admitted.length).toBeGreaterThan(900)
	expect(admitted.length).toBeLessThanOrEqual(1_000)
	expect(Math.max(...admitted.map((each) => within(each, 900)))).toBeLessThanOrEqual(26)
	expect(within(43_200, 900)).toBe(10)
})

test('concurrent attempts are counted separately', async () => {
	const waits = await Promise.all(
		Array.from({ length: 50 }, (_, number) => failSignIn('parallel', `10.0.${number}.1`)),
	)
	expect(waits.filter((wait) => wait === 0)).toHaveLength(10)
})

test('a successful sign-in refunds only its own attempt', async () => {
	for (let number = 0; number < 9; number += 1) await failSignIn('shared', `10.1.${number}.1`)
	await succeedSignIn('shared', '10.2.1.1')
	expect(await failSignIn('shared', '10.3.1.1')).toBe(0)
	expect(await failSignIn('shared', '10.4.1.1')).toBeGreaterThan(0)
	vi.advanceTimersByTime(61 * MINUTE)
	expect(await failSignIn('shared', '10.5.1.1')).toBe(0)
})
