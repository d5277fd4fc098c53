import { findStory } from '@/domain/articles/stories'
import { chooseRelated } from '@/domain/related/choose'
import { changeSeries } from '@/domain/series/change-series'
import { findPart, setPart } from '@/domain/series/set-part'
import { ignoreRefusal, type Newsroom, pick, type Step, unique } from './newsroom'

const SERIES_NAME = 'The harbour'

/** The place of some story in a series; undefined without one. */
async function somePart(room: Newsroom) {
	for (const id of room.stories) {
		const part = await findPart(id)
		if (part) return part
	}
	return undefined
}

/** Steps that change series and related stories. */
export const SERIES_STEPS: Record<string, Step> = {
	'put a story into a series': {
		staleness: 'now',
		take: async (room, number) => {
			const id = pick(room.stories, number)
			const part = number % 2 ? '' : String((number % 9) + 1)
			const typed = { name: number % 5 ? SERIES_NAME : '', part }
			if (id) await setPart(room.editor, id, typed).catch(ignoreRefusal)
		},
	},
	'rename a series': {
		staleness: 'now',
		take: async (room) => {
			const part = await somePart(room)
			const typed = { name: unique('Harbours'), description: unique('In parts.') }
			if (part) await changeSeries(room.editor, part.seriesId, typed)
		},
	},
	'choose related stories': {
		staleness: 'now',
		take: async (room, number) => {
			const [id, other] = [pick(room.stories, number), pick(room.stories, number + 1)]
			if (!id || !other) return
			const { slug } = await findStory(room.editor, other)
			await chooseRelated(room.editor, id, number % 3 ? `/news/${slug}` : '').catch(ignoreRefusal)
		},
	},
}
