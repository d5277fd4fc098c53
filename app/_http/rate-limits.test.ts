import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withDatabase } from '@/db/testing'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { waitWords } from '@/lib/wait-words'
import { clientKey, enforceRateLimit, limitFirstVotes } from './rate-limits'

withDatabase()

beforeEach(() => {
	vi.stubEnv('SQUARE_LIMITS', '1')
})
afterEach(() => {
	vi.unstubAllEnvs()
	vi.useRealTimers()
})

const from = <T>(address: string, run: () => T): T => runInContext(newRequestContext(address), run)

test('a key at its limit is refused with the wait, others pass', async () => {
	for (let turn = 0; turn < 6; turn += 1) await enforceRateLimit('comment', 'one')
	await expect(enforceRateLimit('comment', 'one')).rejects.toMatchObject({
		code: 'rate-limited',
		message: expect.stringMatching(/try again in 60 seconds/),
		retryAfter: 60,
	})
	await enforceRateLimit('comment', 'two')
})

test('repeated votes of one reader count once per story', () => {
	from('192.0.2.7', () => {
		for (let turn = 0; turn < 100; turn += 1) limitFirstVotes(1, 'the same reader')
		for (let number = 1; number < 20; number += 1) limitFirstVotes(1, `reader ${number}`)
		expect(() => limitFirstVotes(1, 'one more')).toThrow('not counted')
		limitFirstVotes(1, 'the same reader')
		limitFirstVotes(2, 'one more')
	})
	from('192.0.2.8', () => limitFirstVotes(1, 'one more'))
})

test('a refused first vote waits until the day ends', () => {
	vi.useFakeTimers({ toFake: ['Date', 'performance'] })
	from('192.0.2.9', () => {
		for (let number = 0; number < 20; number += 1) limitFirstVotes(1, `reader ${number}`)
		vi.advanceTimersByTime(6 * 3_600_000)
		limitFirstVotes(1, 'reader 5')
		const refused = () => limitFirstVotes(1, 'late')
		expect(refused).toThrow('try again in 18 hours')
		expect(refused).toThrow(expect.objectContaining({ retryAfter: 18 * 3_600 }))
		vi.advanceTimersByTime(18 * 3_600_000 + 1_000)
		limitFirstVotes(1, 'late')
	})
})

test.each([
	[1, '1 second'],
	[9, '9 seconds'],
	[41, '50 seconds'],
	[91, '2 minutes'],
	[5_400, '2 hours'],
	[86_400, '24 hours'],
])('waitWords(%i) is %s', (seconds, words) => {
	expect(waitWords(seconds)).toBe(words)
})

test('clientKey does not contain the IP address', () => {
	const key = from('192.0.2.1', clientKey)
	expect(key).not.toContain('192')
})
