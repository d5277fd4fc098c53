import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import type { Decision } from '@/domain/comments/states'
import { castMood } from '@/domain/moods'
import type { Viewer } from '@/domain/permissions'
import { rateArticle } from '@/domain/ratings'
import { MOODS, STARS } from '@/lib/moods'
import { ignoreRefusal, liveId, pick, type Step, unique } from './newsroom'

/** Steps of readers and moderators. */
export const READER_STEPS: Record<string, Step> = {
	vote: {
		staleness: 'soon',
		take: async (room, number) => {
			const id = await liveId(room, number)
			const mood = pick([...MOODS, null], number) ?? null
			if (id) await castMood(room.readers[number % 4] as Viewer, id, mood).catch(ignoreRefusal)
		},
	},
	rate: {
		staleness: 'soon',
		take: async (room, number) => {
			const id = await liveId(room, number)
			const stars = pick([...STARS, null], number) ?? null
			if (id) await rateArticle(room.readers[number % 4] as Viewer, id, stars).catch(ignoreRefusal)
		},
	},
	comment: {
		staleness: 'soon',
		take: async (room, number) => {
			const id = await liveId(room, number)
			if (!id) return
			const parentId = number % 3 === 0 ? null : (pick(room.comments, number) ?? null)
			const words = { body: unique('I was there.'), parentId, name: 'Ada', email: 'ada@example.org' }
			const posted = await postComment(room.readers[number % 4] as Viewer, id, words).catch(ignoreRefusal)
			if (posted) room.comments.push(posted.id)
		},
	},
	moderate: {
		staleness: 'soon',
		take: async (room, number) => {
			const id = pick(room.comments, number)
			const decision = pick<Decision>(['rejected', 'approved', 'approved', 'spam'], number)
			if (id && decision) await moderateComment(room.owner, id, decision)
		},
	},
}
