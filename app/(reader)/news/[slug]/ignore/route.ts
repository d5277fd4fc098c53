import { articleFormRoute } from '@/app/_http/article-form-route'
import { commentPath } from '@/app/(reader)/list-paths'
import { ignoreAuthor } from '@/domain/comments/ignore'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'

/** Collapses the comments of a comment's author for the viewer. */
export const POST = articleFormRoute({
	limit: 'save',
	run: async (viewer, { id, slug }, { comment = '' }) => {
		if (!/^[1-9]\d{0,14}$/.test(comment)) throw new Refusal('not-found', messages().refusals.commentGone)
		await ignoreAuthor(viewer, id, Number(comment))
		return { location: commentPath(slug, Number(comment)), data: () => ({ ignored: true }) }
	},
})
