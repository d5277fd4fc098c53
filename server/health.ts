import type { IncomingMessage, ServerResponse } from 'node:http'
import { retryAfterHeader } from './sender'

/** Says whether the process lives, and whether it is ready for readers; to whoever watches over it. */
export async function answerHealth(
	request: IncomingMessage,
	response: ServerResponse,
	{ safety, isReady }: { safety: Record<string, string>; isReady: () => Promise<boolean> },
): Promise<boolean> {
	if (!request.url?.startsWith('/healthz/') || request.method === 'POST') return false
	if (request.url === '/healthz/live') say(response, 200, 'alive', safety)
	else if (request.url !== '/healthz/ready') return false
	else if (await isReady().catch(() => false)) say(response, 200, 'ready', safety)
	else say(response, 503, 'not ready', safety)
	return true
}

function say(response: ServerResponse, status: number, word: string, safety: Record<string, string>): void {
	response.writeHead(status, {
		...safety,
		'Content-Type': 'text/plain; charset=utf-8',
		'Cache-Control': 'no-store',
		...retryAfterHeader(status),
	})
	response.end(`${word}\n`)
}
