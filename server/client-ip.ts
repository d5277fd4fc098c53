import type { IncomingMessage } from 'node:http'
import { type Ip, type IpRange, isInRange, parseIp, parseIpRange } from '@/lib/ip-network'
import { StartRefusal } from '@/lib/start-refusal'

/** Parses the addresses and networks of `TRUSTED_PROXIES`. @throws StartRefusal */
export function parseTrustedProxies(entries: readonly string[]): IpRange[] {
	return entries.map((entry) => {
		const range = parseIpRange(entry)
		if (range) return range
		throw new StartRefusal(
			`TRUSTED_PROXIES contains “${entry}”, which is neither an IP address nor a network in CIDR notation.`,
			'Correct the setting, for example: TRUSTED_PROXIES=127.0.0.1,10.0.0.0/8',
		)
	})
}

/**
 * Client IP of a request: of the connection and the `X-Forwarded-For` entries, from the last to the first, the first
 * address that is not a trusted proxy. Earlier entries can be forged. An entry that is no address ends the search at
 * the proxy that sent it.
 */
export function clientIp(
	{ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
	trustedProxies: readonly IpRange[],
): string {
	let client = parseIp(socket.remoteAddress ?? '')
	if (!client) return 'unknown'
	const entries = String(headers['x-forwarded-for'] ?? '').split(',')
	for (const entry of entries.reverse()) {
		const address: Ip = client
		if (!trustedProxies.some((range) => isInRange(address, range))) break
		const previous = parseForwardedIp(entry.trim())
		if (!previous) break
		client = previous
	}
	return client.toString()
}

/** Parses an entry of `X-Forwarded-For`, to which some proxies add brackets and the port. */
function parseForwardedIp(entry: string): Ip | null {
	const [, bracketed, withoutPort] = /^(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)$/.exec(entry) ?? []
	return parseIp(bracketed ?? withoutPort ?? entry)
}
