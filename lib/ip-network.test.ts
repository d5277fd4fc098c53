import { expect, test } from 'vitest'
import { ipNetwork, widerIpNetwork } from './ip-network'

test.each([
	['192.0.2.1', '192.0.2.1'],
	['::ffff:192.0.2.1', '192.0.2.1'],
	['2001:db8::1', '2001:db8:0:0'],
	['2001:db8::2', '2001:db8:0:0'],
	['2001:0db8:0:0:1::9', '2001:db8:0:0'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
	['::1', '0:0:0:0'],
	['::FFFF:c000:201', '192.0.2.1'],
	['fe80::1%eth0', 'fe80:0:0:0'],
	['unknown', 'unknown'],
])('the network of %s is %s', (address, network) => {
	expect(ipNetwork(address)).toBe(network)
})

test.each([
	['192.0.2.1', '192.0.2'],
	['::ffff:192.0.2.77', '192.0.2'],
	['2001:db8:1:2::3', '2001:db8:1'],
	['2001:db8:1:ffff::', '2001:db8:1'],
	['unknown', 'unknown'],
])('the wider network of %s is %s', (address, network) => {
	expect(widerIpNetwork(address)).toBe(network)
})
