import { readerPost } from '@/app/reader-post'
import { castMood, moodTally, myMood, parseMood } from '@/domain/moods'

export const POST = readerPost({
	limit: 'vote',
	run: async (viewer, { id, slug }, { mood = '' }) => {
		await castMood(viewer, id, parseMood(mood))
		return {
			location: `/news/${slug}#moods`,
			data: { ...(await moodTally(id)), mine: await myMood(viewer, id) },
		}
	},
})
