import { viewerFromRequest } from '@/app/_http/viewer-from-request'
import { findLiveId } from '@/domain/articles/find-article'
import { liveChoices } from '@/domain/articles/live'
import { votesOf } from '@/domain/articles/responses'
import { countWaiting } from '@/domain/comments/held'
import { hasOwnState } from '@/domain/comments/own'
import { findDraft } from '@/domain/comments/post'
import { ownMoods } from '@/domain/moods'
import type { Viewer } from '@/domain/permissions'
import { ownRating } from '@/domain/ratings'
import { isSaved } from '@/domain/reading-list'
import { siteSettings } from '@/domain/settings'
import { countReturned } from '@/domain/votes/return'
import type { RouteRequest } from '@/lib/route-request'
import type { ViewerState } from '@/lib/viewer-state'

const HEADERS = { 'Cache-Control': 'private, no-store' }

/**
 * The viewer's state for a shared page: name, own votes, held comments, draft. Includes the tallies, so that votes
 * and counts are equally recent. Sets no cookie.
 */
export async function GET(request: RouteRequest): Promise<Response> {
	const viewer = await viewerFromRequest(request)
	const slug = new URL(request.url).searchParams.get('article')
	const articleId = slug ? await findLiveId(slug) : null
	const state: ViewerState = {
		name: viewer.person?.name ?? null,
		article: articleId ? await ownState(viewer, articleId) : null,
	}
	return Response.json(state, { headers: HEADERS })
}

async function ownState(viewer: Viewer, articleId: number): Promise<ViewerState['article']> {
	const choices = await liveChoices(articleId)
	if (!choices) return null
	const shown = votesOf(choices, await siteSettings())
	await countReturned(viewer)
	const [moods, rating, waiting, own, draft, saved] = await Promise.all([
		ownMoods(viewer, articleId),
		ownRating(viewer, articleId),
		countWaiting(viewer, articleId),
		hasOwnState(viewer, articleId),
		findDraft(viewer, articleId),
		isSaved(viewer, articleId),
	])
	return {
		moods: shown.moods ? moods : null,
		rating: shown.ratings ? rating : null,
		comments: { waiting, own, draft: draft !== null },
		saved,
	}
}
