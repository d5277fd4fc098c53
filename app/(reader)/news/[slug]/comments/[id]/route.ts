import { commentPath } from '@/app/(reader)/list-paths'
import { answerMoved, answerProblem } from '@/app/answers'
import { seeOther } from '@/app/posts'
import { viewerOf } from '@/app/viewer-of'
import { findArticle } from '@/domain/articles/read'
import { findComment } from '@/domain/comments/paging'
import { decodedPart } from '@/lib/web-address'

type Context = { params: Promise<{ slug: string; id: string }> }

/** The lasting address of a comment: leads to the page on which it stands now. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const { slug, id } = await params
	const found = await findArticle(decodedPart(slug))
	if (found.kind === 'moved') return answerMoved(`/news/${found.slug}/comments/${id}`)
	const comment =
		found.kind === 'live' && /^[1-9]\d{0,14}$/.test(id)
			? await findComment(await viewerOf(request), found.article.id, Number(id))
			: null
	if (found.kind !== 'live' || !comment)
		return answerProblem(
			404,
			'There is no comment at this address',
			'It may have been removed, or still wait for approval.',
		)
	return seeOther(commentPath(found.article.slug, comment.id, comment.page))
}
