import type { IncomingMessage, ServerResponse } from 'node:http'
import { retryAfterHeader } from './response-writer'

/** Serves `/healthz/live` and `/healthz/ready` (200 or 503). @returns false for other URLs and for POST */
export async function serveHealth(
	request: IncomingMessage,
	response: ServerResponse,
	{ securityHeaders, isReady }: { securityHeaders: Record<string, string>; isReady: () => Promise<boolean> },
): Promise<boolean> {
	if (!request.url?.startsWith('/healthz/') || request.method === 'POST') return false
	if (request.url === '/healthz/live') sendText(response, 200, 'alive', securityHeaders)
	else if (request.url !== '/healthz/ready') return false
	else if (await isReady().catch(() => false)) sendText(response, 200, 'ready', securityHeaders)
	else sendText(response, 503, 'not ready', securityHeaders)
	return true
}

function sendText(
	response: ServerResponse,
	status: number,
	word: string,
	securityHeaders: Record<string, string>,
): void {
	response.writeHead(status, {
		...securityHeaders,
		'Content-Type': 'text/plain; charset=utf-8',
		'Cache-Control': 'no-store',
		...retryAfterHeader(status),
	})
	response.end(`${word}\n`)
}
