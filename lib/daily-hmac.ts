import { createHmac, randomBytes } from 'node:crypto'
import { singleton } from './singleton'

const DAY_MS = 86_400_000

const secret = singleton('daily-secret', () => ({ key: randomBytes(32), since: performance.now() }))

/**
 * HMAC-SHA-256 of a value under a random secret that exists only in memory and is replaced every 24 hours of the
 * monotonic clock, so that nobody can compute or compare the values of an earlier day.
 */
export function dailyHmac(value: string): string {
	if (performance.now() - secret.since >= DAY_MS) {
		secret.key = randomBytes(32)
		secret.since = performance.now()
	}
	return createHmac('sha256', secret.key).update(value).digest('base64url')
}
