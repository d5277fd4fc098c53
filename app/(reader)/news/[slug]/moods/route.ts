import { articleFormRoute, limitNewVoters } from '@/app/_http/article-form-route'
import { castMood, moodTally, myMood, parseMood } from '@/domain/moods'

export const POST = articleFormRoute({
	limit: 'vote',
	run: async (viewer, article, { mood: text = '' }) => {
		const { id, slug } = article
		const mood = parseMood(text)
		if (mood) limitNewVoters(viewer, article, (await myMood(viewer, id)) !== null)
		await castMood(viewer, id, mood)
		return {
			location: `/news/${slug}#moods`,
			data: async () => ({ ...(await moodTally(id)), mine: await myMood(viewer, id) }),
		}
	},
})
