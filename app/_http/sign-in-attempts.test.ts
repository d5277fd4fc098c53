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

/** Seconds to wait, or 0 for a try that was admitted and failed. */
const fail = (account: string, address: string, browser: string | null = null): Promise<number> =>
	runInContext(newRequestContext(address), () =>
		admitSignIn(account, browser).then(
			() => 0,
			(error) => (isRefusal(error) ? ((error as Refusal).retryAfter ?? -1) : Promise.reject(error)),
		),
	)
const succeed = (account: string, address: string, browser: string | null = null) =>
	runInContext(newRequestContext(address), async () => (await admitSignIn(account, browser)).succeeded())

/** A hundred wrong passwords from ten addresses and from ten networks of an IPv6 /48. */
async function guess(account: string): Promise<void> {
	for (let number = 0; number < 100; number += 1) {
		await fail(account, `198.51.${number % 10}.${number}`)
		await fail(account, `2001:db8:7:${number % 10}::1`)
	}
}

test('a browser or a network that signed in before passes a wall of wrong passwords', async () => {
	await succeed('owner', '192.0.2.1')
	await guess('owner')
	expect(await fail('owner', '203.0.113.9')).toBeGreaterThan(0)
	expect(await fail('owner', '192.0.2.1')).toBe(0)
	expect(await fail('owner', '203.0.113.9', 'known')).toBe(0)
})

test('a known browser is stopped by its own wrong passwords alone', async () => {
	for (let number = 0; number < 9; number += 1) expect(await fail('own', '192.0.2.2', 'b')).toBe(0)
	await succeed('own', '192.0.2.2', 'b')
	for (let number = 0; number < 10; number += 1) expect(await fail('own', '192.0.2.2', 'b')).toBe(0)
	expect(await fail('own', '192.0.2.2', 'b')).toBe(900)
	expect(await fail('own', '192.0.2.2', 'another')).toBe(0)
})

test('others are told the true time after which a try is admitted', async () => {
	await guess('slow')
	const wait = await fail('slow', '203.0.113.10')
	vi.advanceTimersByTime((wait - 1) * 1_000)
	expect(await fail('slow', '203.0.113.10')).toBe(1)
	vi.advanceTimersByTime(1_000)
	expect(await fail('slow', '203.0.113.10')).toBe(0)
})

test('the guessers of one IPv6 /48 leave a gap for an unknown place', async () => {
	for (let second = 0; second < 600; second += 1) {
		await fail('gap', `2001:db8:8:${second.toString(16)}::1`)
		vi.advanceTimersByTime(1_000)
	}
	expect(await fail('gap', '203.0.113.11')).toBe(0)
})

test('guesses at one account are bounded, however many networks guess at once', async () => {
	const admitted: number[] = []
	let second = 0
	for (let number = 0; second < 86_400; number += 1) {
		const wait = await fail('bounded', `10.${(number >> 8) & 255}.${number & 255}.1`)
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

test('tries at the same moment are not admitted as one', async () => {
	const waits = await Promise.all(
		Array.from({ length: 50 }, (_, number) => fail('parallel', `10.0.${number}.1`)),
	)
	expect(waits.filter((wait) => wait === 0)).toHaveLength(10)
})

test('a success gives the tries of an account back only to itself', async () => {
	for (let number = 0; number < 9; number += 1) await fail('shared', `10.1.${number}.1`)
	await succeed('shared', '10.2.1.1')
	expect(await fail('shared', '10.3.1.1')).toBe(0)
	expect(await fail('shared', '10.4.1.1')).toBeGreaterThan(0)
	vi.advanceTimersByTime(61 * MINUTE)
	expect(await fail('shared', '10.5.1.1')).toBe(0)
})
