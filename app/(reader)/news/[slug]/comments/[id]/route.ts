import { seeOther } from '@/app/_http/form-route'
import { ownCommentRoute } from '@/app/_http/own-comment-route'
import { endWithOverride, permanentRedirect } from '@/app/_http/page-errors'
import { viewerFromRequest } from '@/app/_http/viewer-from-request'
import { commentPath } from '@/app/(reader)/list-paths'
import { findArticle } from '@/domain/articles/find-article'
import { editComment } from '@/domain/comments/own'
import { findLinkedComment } from '@/domain/comments/permalink'
import { findOwnDecision } from '@/domain/notices/own-decision'
import { namedError } from '@/lib/error-words'
import { decodeSafely } from '@/lib/urls'

type Context = { params: Promise<{ slug: string; id: string }> }

/**
 * Permalink of a comment: redirects to its page of the thread, or the author of a removed comment to the reasons; 410 for a
 * removed comment that the thread omits.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const { slug, id } = await params
	const found = await findArticle(decodeSafely(slug))
	if (found.kind === 'moved') return permanentRedirect(`/news/${found.slug}/comments/${id}`)
	if (found.kind !== 'live' || !/^[1-9]\d{0,14}$/.test(id))
		return endWithOverride(namedError(404, 'noComment'))
	const viewer = await viewerFromRequest(request)
	const comment = await findLinkedComment(viewer, found.article.id, Number(id))
	const isRemoved = comment === 'gone' || comment?.state === 'rejected'
	if (isRemoved && (await findOwnDecision(viewer, Number(id)))) return seeOther(`/decisions/${id}`)
	if (!comment) return endWithOverride(namedError(404, 'noComment'))
	if (comment === 'gone') return endWithOverride(namedError(410, 'commentRemoved'))
	return seeOther(commentPath(found.article.slug, comment.id))
}

/** Replaces the text of the viewer's own comment. */
export const POST = ownCommentRoute(async (viewer, { articleId, slug, id }, { body = '' }) => {
	const comment = await editComment(viewer, articleId, id, body)
	return { location: commentPath(slug, id), comment }
})
