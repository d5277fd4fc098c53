import { POST as closeAd } from '@/app/(reader)/ads/close/route'
import { POST as setLook } from '@/app/(reader)/look/route'
import { POST as comment } from '@/app/(reader)/news/[slug]/comments/route'
import { POST as castMood } from '@/app/(reader)/news/[slug]/moods/route'
import { POST as rate } from '@/app/(reader)/news/[slug]/rating/route'
import { GET as viewerState } from '@/app/api/viewer/route'
import type { Asked } from '@/lib/asked'
import type { DirectRoute } from '@/server/direct'

const onStory =
	(route: (request: Asked, context: { params: Promise<{ slug: string }> }) => Promise<Response>) =>
	(request: Asked, slug: string) =>
		route(request, { params: Promise.resolve({ slug }) })

/** Routes that readers use all at once, and that use nothing of Next. */
export const DIRECT_ROUTES: DirectRoute[] = [
	{ method: 'POST', path: /^\/news\/([^/]+)\/moods$/, answer: onStory(castMood) },
	{ method: 'POST', path: /^\/news\/([^/]+)\/rating$/, answer: onStory(rate) },
	{ method: 'POST', path: /^\/news\/([^/]+)\/comments$/, answer: onStory(comment) },
	{ method: 'POST', path: /^\/ads\/close$/, answer: closeAd },
	{ method: 'POST', path: /^\/look$/, answer: setLook },
	{ method: 'GET', path: /^\/api\/viewer$/, answer: viewerState },
]
