import { articleFormRoute, limitNewVoters } from '@/app/_http/article-form-route'
import { commentPath } from '@/app/(reader)/list-paths'
import { respectFor, setRespect } from '@/domain/comments/respect'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'

/** Gives respect for a comment (`give`), or takes it back (`withdraw`). */
export const POST = articleFormRoute({
	limit: 'vote',
	run: async (viewer, article, { give, withdraw }) => {
		const id = idOf(give ?? withdraw)
		if (give !== undefined) limitNewVoters(viewer, article, (await respectFor(viewer, id)).mine)
		await setRespect(viewer, article.id, id, give !== undefined)
		return { location: commentPath(article.slug, id), data: () => respectFor(viewer, id) }
	},
})

function idOf(text = ''): number {
	if (!/^[1-9]\d{0,14}$/.test(text)) throw new Refusal('not-found', messages().refusals.commentGone)
	return Number(text)
}
