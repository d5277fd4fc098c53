import type { IncomingMessage } from 'node:http'

/**
 * Client IP of a request. `X-Forwarded-For` counts only from a trusted proxy, and of its entries the last one
 * that is not itself a trusted proxy: the entries before it can be forged.
 */
export function clientIp(
	{ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
	trustedProxies: readonly string[],
): string {
	const peer = normalizeIp(socket.remoteAddress ?? 'unknown')
	if (!trustedProxies.includes(peer)) return peer
	const forwarded = String(headers['x-forwarded-for'] ?? '')
		.split(',')
		.map(normalizeIp)
		.filter(Boolean)
	return forwarded.findLast((ip) => !trustedProxies.includes(ip)) ?? peer
}

const normalizeIp = (ip: string): string => ip.trim().replace(/^::ffff:(?=\d+\.)/i, '')
