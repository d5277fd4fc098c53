import type { IncomingMessage } from 'node:http'
import { env } from '@/lib/env'
import { ipNetwork } from '@/lib/ip-network'
import { RateLimiter } from '@/lib/rate-limiter'
import type { ErrorPage } from '@/lib/request-context'
import { hmac } from '@/lib/signing'

/** Pages with help per network and minute, and of all clients per second; beyond them the shared page is sent. */
const NETWORK_PAGES_MAX = 20
const ALL_PAGES_MAX = 10

const byNetwork = new RateLimiter({ points: NETWORK_PAGES_MAX, duration: 60, keyPrefix: 'help' })
const all = new RateLimiter({ points: ALL_PAGES_MAX, duration: 1, keyPrefix: 'all help' })

/** Files, which programs ask for: their 404 has no reader. */
const FILE = /\.(?!html?$)\w{1,8}$/i

/**
 * Path of a request whose 404 page searches for the words of the address, as a person sees it; null for files, other
 * formats and clients beyond the limits, which get the shared page.
 */
export async function pathToHelp(
	{ method, url = '/', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
	{ status }: Pick<ErrorPage, 'status'>,
	clientIp: string,
): Promise<string | null> {
	const [path = '/'] = url.split('?', 1)
	if (status !== 404 || method !== 'GET' || FILE.test(path)) return null
	if (!(headers.accept ?? '').includes('text/html')) return null
	return (await isWithinLimits(clientIp)) ? path : null
}

async function isWithinLimits(clientIp: string): Promise<boolean> {
	if (!env.rateLimits) return true
	try {
		await byNetwork.consume(hmac('address', ipNetwork(clientIp)))
		await all.consume('')
		return true
	} catch (rejection) {
		if (rejection instanceof Error) throw rejection
		return false
	}
}
