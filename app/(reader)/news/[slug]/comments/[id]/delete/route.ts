import { ownCommentRoute } from '@/app/_http/own-comment-route'
import { deleteComment } from '@/domain/comments/own'

/** Deletes the viewer's own comment. */
export const POST = ownCommentRoute(async (viewer, { articleId, slug, id }) => {
	await deleteComment(viewer, articleId, id)
	return { location: `/news/${slug}#comments` }
})
