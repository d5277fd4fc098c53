import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientIp, parseTrustedProxies } from './client-ip'

const ipOf = (remoteAddress: string | undefined, forwarded: string | undefined, trusted: string[]) =>
	clientIp(
		{ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage,
		parseTrustedProxies(trusted),
	)

test('X-Forwarded-For is ignored without trusted proxies', () => {
	expect(ipOf('203.0.113.5', '198.51.100.1', [])).toBe('203.0.113.5')
	expect(ipOf('::ffff:203.0.113.5', undefined, [])).toBe('203.0.113.5')
	expect(ipOf(undefined, '198.51.100.1', ['127.0.0.1'])).toBe('unknown')
})

test('the last untrusted X-Forwarded-For entry of a trusted proxy counts', () => {
	expect(ipOf('127.0.0.1', '198.51.100.1', ['127.0.0.1'])).toBe('198.51.100.1')
	expect(ipOf('::ffff:127.0.0.1', 'forged, 198.51.100.1', ['127.0.0.1'])).toBe('198.51.100.1')
	expect(ipOf('127.0.0.1', 'forged, 198.51.100.1, 10.0.0.2', ['127.0.0.1', '10.0.0.2'])).toBe('198.51.100.1')
	expect(ipOf('127.0.0.1', '', ['127.0.0.1'])).toBe('127.0.0.1')
})

test.each([
	['10.1.2.3', '198.51.100.1, 10.200.0.9', ['10.0.0.0/8'], '198.51.100.1'],
	['11.0.0.1', '198.51.100.1', ['10.0.0.0/8'], '11.0.0.1'],
	['172.31.255.1', '198.51.100.1', ['172.16.0.0/12'], '198.51.100.1'],
	['172.32.0.1', '198.51.100.1', ['172.16.0.0/12'], '172.32.0.1'],
	['::ffff:10.1.2.3', '198.51.100.1', ['10.0.0.0/8'], '198.51.100.1'],
	['10.1.2.3', '198.51.100.1', ['::ffff:10.0.0.0/104'], '198.51.100.1'],
	['fd00::7', '2001:db8::1', ['fd00::/8'], '2001:db8::1'],
	['10.1.2.3', '198.51.100.1', ['fd00::/8'], '10.1.2.3'],
	['0:0:0:0:0:0:0:1', '198.51.100.1', ['::1'], '198.51.100.1'],
])('from %s with %s behind %s the client is %s', (peer, forwarded, trusted, client) => {
	expect(ipOf(peer, forwarded, trusted)).toBe(client)
})

test('an entry without an address ends the chain before it', () => {
	expect(ipOf('10.0.0.1', '198.51.100.1, forged', ['10.0.0.0/8'])).toBe('10.0.0.1')
	expect(ipOf('10.0.0.1', '198.51.100.1, 127.1, 10.0.0.2', ['10.0.0.0/8', '127.0.0.1'])).toBe('10.0.0.2')
	expect(ipOf('10.0.0.1', '198.51.100.1,', ['10.0.0.0/8'])).toBe('10.0.0.1')
})

test('a client in a trusted network has its own address', () => {
	expect(ipOf('10.0.0.1', '10.9.9.9, 10.0.0.2', ['10.0.0.0/8'])).toBe('10.9.9.9')
})

test.each([
	['198.51.100.1:4711', '198.51.100.1'],
	['[2001:db8::1]:4711', '2001:db8::1'],
	['[2001:DB8:0::1]', '2001:db8::1'],
	['::ffff:198.51.100.1', '198.51.100.1'],
	['fe80::1%eth0', 'fe80::1'],
	['[fe80::1%eth0]:80', 'fe80::1'],
	['[2001:db8::1', '127.0.0.1'],
	['198.51.100.1:', '127.0.0.1'],
])('the X-Forwarded-For entry %s is the address %s', (entry, address) => {
	expect(ipOf('127.0.0.1', `203.0.113.9, ${entry}`, ['127.0.0.1'])).toBe(address)
})

test.each([
	'localhost',
	'10.0.0.0/33',
	'fd00::/129',
	'10.0.0.0/',
	'10.0.0.0/-1',
	'10.0.0.0/8/8',
	'10.0/8',
	'127.1',
	'::ffff:10.0.0.0/8',
	'127.0.0.1:80',
])('the trusted proxy %s is refused with the setting’s name', (entry) => {
	expect(() => parseTrustedProxies(['127.0.0.1', entry])).toThrow(
		expect.objectContaining({
			name: 'StartRefusal',
			message: expect.stringMatching(`^TRUSTED_PROXIES contains “${entry}”, `),
		}),
	)
})
