import { isIP, isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'

export type Ip = ipaddr.IPv4 | ipaddr.IPv6
/** A network: an address and the length of its prefix in bits. */
export type IpRange = [Ip, number]

/** Parses an address: IPv4-mapped IPv6 becomes IPv4, and a zone is dropped. Null if it is none. */
export function parseIp(text: string): Ip | null {
	// ipaddr.js alone also accepts the notations of `inet_aton`, such as `127.1` and `0x7f.1`.
	return isIP(text) === 0 ? null : ipaddr.process(text.replace(/%.*$/, ''))
}

/** Parses an address or a network in CIDR notation; null if it is neither. */
export function parseIpRange(text: string): IpRange | null {
	const [address = '', prefix, ...rest] = text.split('/')
	const ip = parseIp(address)
	if (!ip || rest.length > 0) return null
	const bits = ip.toByteArray().length * 8
	if (prefix === undefined) return [ip, bits]
	if (!/^\d{1,3}$/.test(prefix)) return null
	const mappedBits = (isIPv6(address) ? 128 : 32) - bits
	const length = Number(prefix) - mappedBits
	return length >= 0 && length <= bits ? [ip, length] : null
}

export const isInRange = (ip: Ip, range: IpRange): boolean => ip.kind() === range[0].kind() && ip.match(range)

/** Key for rate limits: the whole IPv4 address, also if mapped into IPv6, or the /64 prefix of IPv6. */
export function ipNetwork(address: string): string {
	const ip = parseIp(address)
	if (!(ip instanceof ipaddr.IPv6)) return ip?.toString() ?? address
	return ip.parts
		.slice(0, 4)
		.map((group) => group.toString(16))
		.join(':')
}

/** The wider network that one customer may own: the /24 of IPv4, the /48 of IPv6. */
export function widerIpNetwork(address: string): string {
	const network = ipNetwork(address)
	const [parts, separator] = network.includes(':') ? [network.split(':'), ':'] : [network.split('.'), '.']
	return parts.slice(0, 3).join(separator)
}
