import type { IncomingMessage } from 'node:http'

/**
 * The address of whoever asks. Only a proxy that the publisher named is believed about others, and of what
 * the header claims only the last entry that no such proxy wrote: everything before it can be invented.
 */
export function clientIp(
	{ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
	trustedProxies: readonly string[],
): string {
	const peer = normalizeIp(socket.remoteAddress ?? 'unknown')
	if (!trustedProxies.includes(peer)) return peer
	const claimed = String(headers['x-forwarded-for'] ?? '')
		.split(',')
		.map(normalizeIp)
		.filter(Boolean)
	return claimed.findLast((clientIp) => !trustedProxies.includes(clientIp)) ?? peer
}

const normalizeIp = (clientIp: string): string => clientIp.trim().replace(/^::ffff:(?=\d+\.)/i, '')
