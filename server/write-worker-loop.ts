import { parentPort } from 'node:worker_threads'
import { newRequestContext, runInContext } from '@/lib/request-context'
import type { RouteRequest } from '@/lib/route-request'
import { bridgeInvalidations } from './invalidation-bridge'
import type { WorkerRoute } from './worker-routes'
import type { FromWorker, ToWorker, WorkerRequest, WorkerResponse } from './write-worker'

/**
 * Worker message loop: handles requests from the main thread until the thread is closed.
 *
 * @param beforeClose last work of the thread
 */
export function runWorkerLoop(
	routes: readonly WorkerRoute[],
	beforeClose: () => Promise<void> = async () => {},
): void {
	const post = (message: FromWorker): void => parentPort?.postMessage(message)
	const { receive } = bridgeInvalidations((invalidation) => post({ kind: 'invalidation', invalidation }))
	parentPort?.on('message', async (message: ToWorker) => {
		if (message.kind === 'invalidation') return receive(message.invalidation)
		if (message.kind === 'close') {
			await beforeClose().catch(console.error)
			return process.exit()
		}
		const { id, request } = message
		try {
			post({ kind: 'response', id, response: await handleRequest(request, routes) })
		} catch (error) {
			post({ kind: 'failed', id, error: error as Error, code: codeOf(error) })
		}
	})
}

function codeOf(error: unknown): unknown {
	for (let cause = error; cause instanceof Error; cause = cause.cause) if ('code' in cause) return cause.code
	return undefined
}

async function handleRequest(
	request: WorkerRequest,
	routes: readonly WorkerRoute[],
): Promise<WorkerResponse> {
	const context = newRequestContext(request.clientIp)
	const route = routes[request.route] as WorkerRoute
	const response = await runInContext(context, () => route.handle(toRouteRequest(request), request.param))
	return {
		status: response.status,
		headers: [...response.headers].filter(([name]) => name !== 'set-cookie'),
		cookies: response.headers.getSetCookie(),
		body: new Uint8Array(await response.arrayBuffer()),
		errorPage: context.override?.kind === 'error' ? context.override : null,
	}
}

/** The subset of `Request` that worker routes use: building a full `Request` takes longer than counting a vote. */
function toRouteRequest({ url, headers, body }: WorkerRequest): RouteRequest {
	const type = headers['content-type'] ?? ''
	const text = () => Buffer.from(body).toString()
	const formData = async () =>
		type.startsWith('application/x-www-form-urlencoded')
			? new URLSearchParams(text())
			: new Response(Uint8Array.from(body), { headers: { 'Content-Type': type } }).formData()
	return {
		url,
		headers: { get: (name) => headers[name] ?? null },
		json: async () => JSON.parse(text()),
		formData,
	}
}
