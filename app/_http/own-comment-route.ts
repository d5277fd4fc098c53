import { findLiveId } from '@/domain/articles/find-article'
import type { PostedComment } from '@/domain/comments/post'
import type { Viewer } from '@/domain/permissions'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { decodeSafely } from '@/lib/urls'
import { type Fields, handleForm, success } from './form-route'
import { clientKey, enforceRateLimit } from './rate-limits'
import { recentWriteCookie } from './set-cookies'
import { viewerFromRequest } from './viewer-from-request'

type Context = { params: Promise<{ slug: string; id: string }> }

type Run = (
	viewer: Viewer,
	comment: { articleId: number; slug: string; id: number },
	fields: Fields,
) => Promise<{ location: string; comment?: PostedComment }>

/** Builds the POST route of a form about a reader's own comment; a refused one is shown on the comment's own page. */
export function ownCommentRoute(run: Run) {
	return async (request: Request, { params }: Context): Promise<Response> => {
		const { slug: given, id } = await params
		const slug = decodeSafely(given)
		return handleForm(request, {
			page: () => `/news/${slug}/comments/${id}/edit`,
			run: async (fields) => {
				await enforceRateLimit('comment', clientKey())
				const articleId = /^[1-9]\d{0,14}$/.test(id) ? await findLiveId(slug) : null
				if (!articleId) throw new Refusal('not-found', messages().refusals.notOwnComment)
				const viewer = await viewerFromRequest(request)
				if (!viewer.person && !viewer.readerId)
					throw new Refusal('not-found', messages().refusals.notOwnComment)
				const { location, comment } = await run(viewer, { articleId, slug, id: Number(id) }, fields)
				return success(request, {
					location,
					data: () => ({ ...comment, location }),
					cookies: [recentWriteCookie()],
				})
			},
		})
	}
}
