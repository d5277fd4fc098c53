import { seeOther } from '@/app/_http/form-route'
import { endWithOverride, permanentRedirect } from '@/app/_http/page-errors'
import { viewerFromRequest } from '@/app/_http/viewer-from-request'
import { commentPath } from '@/app/(reader)/list-paths'
import { findArticle } from '@/domain/articles/find-article'
import { findComment } from '@/domain/comments/paging'
import { findOwnDecision } from '@/domain/notices/own-decision'
import { namedError } from '@/lib/error-words'
import { decodeSafely } from '@/lib/urls'

type Context = { params: Promise<{ slug: string; id: string }> }

/**
 * Permalink of a comment: redirects to the page of the thread that holds it now, or the author of a removed comment
 * to the reasons.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const { slug, id } = await params
	const found = await findArticle(decodeSafely(slug))
	if (found.kind === 'moved') return permanentRedirect(`/news/${found.slug}/comments/${id}`)
	if (found.kind !== 'live' || !/^[1-9]\d{0,14}$/.test(id))
		return endWithOverride(namedError(404, 'noComment'))
	const viewer = await viewerFromRequest(request)
	const comment = await findComment(viewer, found.article.id, Number(id))
	if (!comment && (await findOwnDecision(viewer, Number(id)))) return seeOther(`/decisions/${id}`)
	if (!comment) return endWithOverride(namedError(404, 'noComment'))
	return seeOther(commentPath(found.article.slug, comment.id, comment.page))
}
