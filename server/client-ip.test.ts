import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientIp } from './client-ip'

const asked = (remoteAddress: string, forwarded: string | undefined, trusted: string[]) =>
	clientIp(
		{ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage,
		trusted,
	)

test('nobody is believed by default', () => {
	expect(asked('203.0.113.5', '198.51.100.1', [])).toBe('203.0.113.5')
	expect(asked('::ffff:203.0.113.5', undefined, [])).toBe('203.0.113.5')
})

test('a named proxy is believed about the last address it did not write itself', () => {
	expect(asked('127.0.0.1', '198.51.100.1', ['127.0.0.1'])).toBe('198.51.100.1')
	expect(asked('::ffff:127.0.0.1', 'forged, 198.51.100.1', ['127.0.0.1'])).toBe('198.51.100.1')
	expect(asked('127.0.0.1', 'forged, 198.51.100.1, 10.0.0.2', ['127.0.0.1', '10.0.0.2'])).toBe('198.51.100.1')
	expect(asked('127.0.0.1', '', ['127.0.0.1'])).toBe('127.0.0.1')
})
