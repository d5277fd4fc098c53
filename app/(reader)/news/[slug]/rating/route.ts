import { readerPost } from '@/app/reader-post'
import { myStars, parseStars, rateArticle, ratingTally } from '@/domain/ratings'

export const POST = readerPost({
	limit: 'vote',
	run: async (viewer, { id, slug }, { stars = '' }) => {
		await rateArticle(viewer, id, parseStars(stars))
		return {
			location: `/news/${slug}#rating`,
			data: { ...(await ratingTally(id)), mine: await myStars(viewer, id) },
		}
	},
})
