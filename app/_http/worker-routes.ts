import type { RouteRequest } from '@/lib/route-request'
import type { WorkerRoute } from '@/server/worker-routes'
import { GET as adSeen } from '../(reader)/ads/[id]/seen/route'
import { GET as visitAd } from '../(reader)/ads/[id]/visit/route'
import { POST as closeAd } from '../(reader)/ads/close/route'
import { POST as setAppearance } from '../(reader)/appearance/route'
import { POST as comment } from '../(reader)/news/[slug]/comments/route'
import { POST as castMood } from '../(reader)/news/[slug]/moods/route'
import { POST as rate } from '../(reader)/news/[slug]/rating/route'
import { POST as respect } from '../(reader)/news/[slug]/respect/route'
import { POST as save } from '../(reader)/news/[slug]/saved/route'
import { POST as setThreadOrder } from '../(reader)/news/[slug]/thread/route'
import { POST as removeSaved } from '../(reader)/reading-list/remove/route'
import { GET as viewerState } from '../api/viewer/route'

const onStory =
	(route: (request: RouteRequest, context: { params: Promise<{ slug: string }> }) => Promise<Response>) =>
	(request: RouteRequest, slug: string) =>
		route(request, { params: Promise.resolve({ slug }) })

const onAd =
	(route: (request: RouteRequest, context: { params: Promise<{ id: string }> }) => Promise<Response>) =>
	(request: RouteRequest, id: string) =>
		route(request, { params: Promise.resolve({ id }) })

/** Routes under peak load that run in the write worker; they must not use Next. */
export const WORKER_ROUTES: WorkerRoute[] = [
	{ method: 'POST', path: /^\/news\/([^/]+)\/moods$/, handle: onStory(castMood) },
	{ method: 'POST', path: /^\/news\/([^/]+)\/rating$/, handle: onStory(rate) },
	{ method: 'POST', path: /^\/news\/([^/]+)\/comments$/, handle: onStory(comment) },
	{ method: 'POST', path: /^\/news\/([^/]+)\/respect$/, handle: onStory(respect) },
	{ method: 'POST', path: /^\/news\/([^/]+)\/thread$/, handle: onStory(setThreadOrder) },
	{ method: 'POST', path: /^\/news\/([^/]+)\/saved$/, handle: onStory(save) },
	{ method: 'POST', path: /^\/reading-list\/remove$/, handle: removeSaved },
	{ method: 'POST', path: /^\/ads\/close$/, handle: closeAd },
	{ method: 'GET', path: /^\/ads\/([^/]+)\/seen$/, handle: onAd(adSeen) },
	{ method: 'GET', path: /^\/ads\/([^/]+)\/visit$/, handle: onAd(visitAd) },
	{ method: 'POST', path: /^\/appearance$/, handle: setAppearance },
	{ method: 'GET', path: /^\/api\/viewer$/, handle: viewerState },
]
