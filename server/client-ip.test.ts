import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientIp } from './client-ip'

const ipOf = (remoteAddress: string, forwarded: string | undefined, trusted: string[]) =>
	clientIp(
		{ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage,
		trusted,
	)

test('X-Forwarded-For is ignored without trusted proxies', () => {
	expect(ipOf('203.0.113.5', '198.51.100.1', [])).toBe('203.0.113.5')
	expect(ipOf('::ffff:203.0.113.5', undefined, [])).toBe('203.0.113.5')
})

test('the last untrusted X-Forwarded-For entry of a trusted proxy counts', () => {
	expect(ipOf('127.0.0.1', '198.51.100.1', ['127.0.0.1'])).toBe('198.51.100.1')
	expect(ipOf('::ffff:127.0.0.1', 'forged, 198.51.100.1', ['127.0.0.1'])).toBe('198.51.100.1')
	expect(ipOf('127.0.0.1', 'forged, 198.51.100.1, 10.0.0.2', ['127.0.0.1', '10.0.0.2'])).toBe('198.51.100.1')
	expect(ipOf('127.0.0.1', '', ['127.0.0.1'])).toBe('127.0.0.1')
})
