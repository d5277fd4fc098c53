import { afterEach, beforeEach, expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { newExchange, withExchange } from '@/lib/exchange'
import { addressKey, demandWithin, networkOf } from './limits'

withDatabase()

const before = process.env.SQUARE_LIMITS
beforeEach(() => {
	process.env.SQUARE_LIMITS = '1'
})
afterEach(() => {
	process.env.SQUARE_LIMITS = before
})

test('one key is stopped at its limit in plain words, another is not', async () => {
	for (let turn = 0; turn < 6; turn += 1) await demandWithin('comment', 'one')
	await expect(demandWithin('comment', 'one')).rejects.toMatchObject({
		code: 'too-often',
		message: /try again in \d+ seconds/,
	})
	await demandWithin('comment', 'two')
})

test.each([
	['192.0.2.1', '192.0.2.1'],
	['::ffff:192.0.2.1', '192.0.2.1'],
	['2001:db8::1', '2001:db8:0:0'],
	['2001:db8::2', '2001:db8:0:0'],
	['2001:0db8:0:0:1::9', '2001:db8:0:0'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
	['::1', '0:0:0:0'],
])('%s is counted as %s', (address, network) => {
	expect(networkOf(address)).toBe(network)
})

test('the key tells nothing about the address', () => {
	const key = withExchange(newExchange('192.0.2.1'), addressKey)
	expect(key).not.toContain('192')
})
