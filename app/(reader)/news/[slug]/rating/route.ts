import { articleFormRoute } from '@/app/_http/article-form-route'
import { votingNetwork } from '@/app/_http/rate-limits'
import { ownRating, parseStars, rateArticle } from '@/domain/ratings'

export const POST = articleFormRoute({
	limit: 'vote',
	run: async (viewer, { id, slug }, { stars = '' }) => {
		await rateArticle(viewer, id, parseStars(stars), votingNetwork())
		return { location: `/news/${slug}#rating`, data: () => ownRating(viewer, id) }
	},
})
