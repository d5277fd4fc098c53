import { demandFreshVote, readerPost } from '@/app/reader-post'
import { castMood, moodTally, myMood, parseMood } from '@/domain/moods'

export const POST = readerPost({
	limit: 'vote',
	run: async (viewer, article, { mood: text = '' }) => {
		const { id, slug } = article
		const mood = parseMood(text)
		if (mood) demandFreshVote(viewer, article, (await myMood(viewer, id)) !== null)
		await castMood(viewer, id, mood)
		return {
			location: `/news/${slug}#moods`,
			data: async () => ({ ...(await moodTally(id)), mine: await myMood(viewer, id) }),
		}
	},
})
