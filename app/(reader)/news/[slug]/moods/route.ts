import { articleFormRoute } from '@/app/_http/article-form-route'
import { votingNetwork } from '@/app/_http/rate-limits'
import { castMood, ownMoods, parseMood } from '@/domain/moods'

export const POST = articleFormRoute({
	limit: 'vote',
	run: async (viewer, { id, slug }, { mood = '' }) => {
		await castMood(viewer, id, parseMood(mood), votingNetwork())
		return { location: `/news/${slug}#moods`, data: () => ownMoods(viewer, id) }
	},
})
