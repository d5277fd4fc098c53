import { articleFormRoute } from '@/app/_http/article-form-route'
import { limitFirstRespects } from '@/app/_http/first-respects'
import { commentPath } from '@/app/(reader)/list-paths'
import { respectFor, setRespect } from '@/domain/comments/respect'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'

/** Gives respect for a comment (`give`), or takes it back (`withdraw`). */
export const POST = articleFormRoute({
	limit: 'vote',
	run: async (viewer, article, { give, withdraw }) => {
		const id = idOf(give ?? withdraw)
		const { person, readerId } = viewer
		// Staff accounts are created by the owner.
		const isStaff = person !== null && person.role !== 'reader'
		if (give !== undefined && !isStaff && !(await respectFor(viewer, id)).mine)
			limitFirstRespects(article.id, person?.id ?? readerId ?? '')
		await setRespect(viewer, article.id, id, give !== undefined)
		return { location: commentPath(article.slug, id), data: () => respectFor(viewer, id) }
	},
})

function idOf(text = ''): number {
	if (!/^[1-9]\d{0,14}$/.test(text)) throw new Refusal('not-found', messages().refusals.commentGone)
	return Number(text)
}
