import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withDatabase } from '@/db/testing'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { waitWords } from '@/lib/wait-words'
import { clientKey, enforceRateLimit } from './rate-limits'

withDatabase()

beforeEach(() => {
	vi.stubEnv('SQUARE_LIMITS', '1')
})
afterEach(() => {
	vi.unstubAllEnvs()
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
