import { viewerFromRequest } from '@/app/_http/viewer-from-request'
import { findLiveId } from '@/domain/articles/find-article'
import { countWaiting } from '@/domain/comments/held'
import { findDraft } from '@/domain/comments/post'
import { moodTally, myMood } from '@/domain/moods'
import type { Viewer } from '@/domain/permissions'
import { myStars, ratingTally } from '@/domain/ratings'
import type { RouteRequest } from '@/lib/route-request'
import type { ViewerState } from '@/lib/viewer-state'

const HEADERS = { 'Cache-Control': 'private, no-store' }

/**
 * What a page made for everybody does not know about the one who looks at it. The tallies come along, so
 * that nobody is shown their own vote beside numbers that are older than it. Reading makes nobody a reader.
 */
export async function GET(request: RouteRequest): Promise<Response> {
	const asking = await viewerFromRequest(request)
	const slug = new URL(request.url).searchParams.get('article')
	const articleId = slug ? await findLiveId(slug) : null
	const state: ViewerState = {
		name: asking.person?.name ?? null,
		article: articleId ? await ownState(asking, articleId) : null,
	}
	return Response.json(state, { headers: HEADERS })
}

async function ownState(asking: Viewer, articleId: number): Promise<ViewerState['article']> {
	const [moods, mood, rating, stars, waiting, draft] = await Promise.all([
		moodTally(articleId),
		myMood(asking, articleId),
		ratingTally(articleId),
		myStars(asking, articleId),
		countWaiting(asking, articleId),
		findDraft(asking, articleId),
	])
	return {
		moods: { ...moods, mine: mood },
		rating: { ...rating, mine: stars },
		comments: { waiting, draft: draft !== null },
	}
}
