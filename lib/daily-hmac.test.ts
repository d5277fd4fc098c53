import { afterEach, expect, test, vi } from 'vitest'
import { dailyHmac } from './daily-hmac'

afterEach(() => {
	vi.useRealTimers()
})

test('a value has one key a day, and another the next day', () => {
	vi.useFakeTimers({ toFake: ['performance'] })
	const today = dailyHmac('192.0.2.1')
	expect(today).not.toContain('192')
	expect(dailyHmac('192.0.2.1')).toBe(today)
	expect(dailyHmac('192.0.2.2')).not.toBe(today)
	vi.advanceTimersByTime(25 * 3_600_000)
	expect(dailyHmac('192.0.2.1')).not.toBe(today)
})
