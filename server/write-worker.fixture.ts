import { invalidate, onInvalidate } from '@/lib/invalidation'
import { requestContext } from '@/lib/request-context'
import type { WorkerRoute } from './worker-routes'
import { runWorkerLoop } from './write-worker-loop'

/** Worker entry point for write-worker.test.ts. */
const received: string[] = []
onInvalidate(({ immediate }) => received.push(...immediate))

const path = /^\/$/
const routes: WorkerRoute[] = [
	{
		method: 'POST',
		path,
		handle: async (request, param) => {
			const fields = Object.fromEntries((await request.formData()).entries())
			const from = [param, request.url, request.headers.get('cookie'), requestContext().clientIp]
			invalidate({ immediate: [`written:${fields.name}`], deferred: [] })
			return Response.json(
				{ fields, from },
				{
					headers: [
						['Set-Cookie', 'a=1'],
						['Set-Cookie', 'b=2'],
					],
				},
			)
		},
	},
	{ method: 'GET', path, handle: async () => Response.json(received) },
	{
		method: 'GET',
		path,
		handle: async () => {
			requestContext().override = { kind: 'error', status: 422, title: 'No', detail: 'Not like this.' }
			return new Response(null, { status: 422 })
		},
	},
	{ method: 'GET', path, handle: () => Promise.reject(new Error('route failed')) },
	{ method: 'GET', path, handle: () => process.exit(1) },
]

runWorkerLoop(routes)
