import { articleFormRoute, limitNewVoters } from '@/app/_http/article-form-route'
import { myStars, parseStars, rateArticle, ratingTally } from '@/domain/ratings'

export const POST = articleFormRoute({
	limit: 'vote',
	run: async (viewer, article, { stars: text = '' }) => {
		const { id, slug } = article
		const stars = parseStars(text)
		if (stars) limitNewVoters(viewer, article, (await myStars(viewer, id)) !== null)
		await rateArticle(viewer, id, stars)
		return {
			location: `/news/${slug}#rating`,
			data: async () => ({ ...(await ratingTally(id)), mine: await myStars(viewer, id) }),
		}
	},
})
