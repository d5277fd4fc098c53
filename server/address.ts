import type { IncomingMessage } from 'node:http'

/**
 * The address of whoever asks. Only a proxy that the publisher named is believed about others, and of what
 * the header claims only the last entry that no such proxy wrote: everything before it can be invented.
 */
export function addressOf(
	{ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
	trustedProxies: readonly string[],
): string {
	const peer = plain(socket.remoteAddress ?? 'unknown')
	if (!trustedProxies.includes(peer)) return peer
	const claimed = String(headers['x-forwarded-for'] ?? '')
		.split(',')
		.map(plain)
		.filter(Boolean)
	return claimed.findLast((address) => !trustedProxies.includes(address)) ?? peer
}

const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, '')
