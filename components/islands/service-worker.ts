import type { KeepMessage, OfflineConfig, RemoveMessage } from '@/lib/offline'
import { keep, remove, removeAll } from './offline/cached-stories'
import { cachedCopy, cachedList, fileOf, withoutGone } from './offline/responses'

/** Written in front of this script by the server. */
declare const OFFLINE: OfflineConfig | null

type ExtendableEvent = Event & { waitUntil: (work: Promise<unknown>) => void }
type FetchEvent = ExtendableEvent & { request: Request; respondWith: (response: Promise<Response>) => void }
type Handlers = {
	install: ExtendableEvent
	activate: ExtendableEvent
	fetch: FetchEvent
	message: ExtendableEvent & { data: KeepMessage | RemoveMessage; ports: readonly MessagePort[] }
}

/** The parts of `ServiceWorkerGlobalScope` that are used; the compiler knows the scope of pages only. */
const worker = self as unknown as {
	addEventListener: <Name extends keyof Handlers>(name: Name, run: (event: Handlers[Name]) => void) => void
	skipWaiting: () => Promise<void>
	clients: { claim: () => Promise<void> }
	registration: { unregister: () => Promise<boolean> }
}

/** Pages of one person: the browser requests them past this worker. */
const PRIVATE = /^\/(?:desk|account|api|password|preview|session|sign-\w+|welcome|error)(?:\/|$)/

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))

if (OFFLINE) serve(OFFLINE)
else
	worker.addEventListener('activate', (event) =>
		event.waitUntil(removeAll().then(() => worker.registration.unregister())),
	)

function serve(config: OfflineConfig): void {
	worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
	worker.addEventListener('message', (event) => event.waitUntil(received(event)))
	worker.addEventListener('fetch', (event) => {
		const { request } = event
		const { origin, pathname } = new URL(request.url)
		if (request.method !== 'GET' || origin !== location.origin) return
		if (request.mode === 'navigate') {
			if (!PRIVATE.test(pathname)) event.respondWith(page(request, pathname, config))
		} else if (request.destination) event.respondWith(file(request, pathname))
	})
}

async function received({ data, ports }: Handlers['message']): Promise<void> {
	await ('remove' in data ? remove(data.remove) : keep(data))
	ports[0]?.postMessage(null)
}

/** From the network; without a connection the kept copy, or the list of those kept. */
async function page(request: Request, path: string, config: OfflineConfig): Promise<Response> {
	try {
		return await withoutGone(path, await fetch(request))
	} catch (error) {
		const kept = (await cachedCopy(path, config)) ?? (await cachedList(config))
		if (kept) return kept
		throw error
	}
}

async function file(request: Request, path: string): Promise<Response> {
	try {
		return await fetch(request)
	} catch (error) {
		const kept = await fileOf(path)
		if (kept) return kept
		throw error
	}
}
