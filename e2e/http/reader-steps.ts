import { moderateComment } from '@/domain/comments/moderate'
import { deleteComment, editComment } from '@/domain/comments/own'
import { pickComment } from '@/domain/comments/pick'
import { postComment } from '@/domain/comments/post'
import { setRespect } from '@/domain/comments/respect'
import type { Decision } from '@/domain/comments/states'
import { castMood } from '@/domain/moods'
import { sendReport } from '@/domain/notices/reports'
import type { Viewer } from '@/domain/permissions'
import { rateArticle } from '@/domain/ratings'
import { decideBurst, listBursts, listVoteDecisions, undoVoteDecision } from '@/domain/votes/decisions'
import { MOODS, STARS } from '@/lib/moods'
import { NEW_READERS_MAX } from '@/lib/vote-rules'
import { reader } from '../support/stories'
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
	'set votes aside': {
		staleness: 'soon',
		take: async (room, number) => {
			const id = await liveId(room, number)
			const from = `network ${crypto.randomUUID()}`
			for (let each = 0; id && each <= NEW_READERS_MAX + 1; each += 1)
				await castMood(reader(), id, pick([...MOODS], each) ?? null, from).catch(ignoreRefusal)
		},
	},
	'decide about votes': {
		staleness: 'now',
		take: async (room, number) => {
			const id = await liveId(room, number)
			if (!id) return
			const waiting = (await listBursts(room.owner, id)).find((burst) => burst.waiting > 0)
			const standing = (await listVoteDecisions(id)).find(({ undoneAt }) => undoneAt === null)
			const outcome = number % 2 ? 'release' : 'discard'
			if (standing && number % 3 === 0) await undoVoteDecision(room.owner, id, standing.id)
			else if (waiting)
				await decideBurst(room.owner, id, waiting.id, { outcome, reason: unique('A school.') })
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
	report: {
		staleness: 'soon',
		take: async (room, number) => {
			const id = pick(room.comments, number)
			const report = { reason: 'abuse', explanation: '', goodFaith: false, name: '', email: '' }
			if (id) for (const _ of 'abc') await sendReport({ ...report, commentId: id }).catch(ignoreRefusal)
		},
	},
	respect: {
		staleness: 'soon',
		take: async (room, number) => {
			const [id, comment] = [await liveId(room, number), pick(room.comments, number)]
			const by = room.readers[number % 4] as Viewer
			if (id && comment) await setRespect(by, id, comment, number % 3 > 0).catch(ignoreRefusal)
		},
	},
	pick: {
		staleness: 'now',
		take: async (room, number) => {
			const id = pick(room.comments, number)
			if (id) await pickComment(room.owner, id, number % 3 > 0).catch(ignoreRefusal)
		},
	},
	edit: {
		staleness: 'soon',
		take: async (room, number) => {
			const id = await liveId(room, number)
			const own = pick(room.comments, number) ?? 0
			for (const viewer of id ? room.readers : [])
				await editComment(viewer, id as number, own, unique('I was there, too.')).catch(ignoreRefusal)
		},
	},
	delete: {
		staleness: 'soon',
		take: async (room, number) => {
			const id = await liveId(room, number)
			const own = pick(room.comments, number) ?? 0
			for (const viewer of id ? room.readers : [])
				await deleteComment(viewer, id as number, own).catch(ignoreRefusal)
		},
	},
	moderate: {
		staleness: 'soon',
		take: async (room, number) => {
			const id = pick(room.comments, number)
			const decision = pick<Decision>(['rejected', 'approved', 'approved', 'spam'], number)
			if (id && decision) await moderateComment(room.owner, id, decision).catch(ignoreRefusal)
		},
	},
}
