import { changeStorySection } from '@/domain/articles/change-section'
import { restoreRevision } from '@/domain/articles/history'
import { listSections } from '@/domain/articles/lists'
import {
	changePublicationDate,
	publishStory,
	unscheduleStory,
	withdrawStory,
} from '@/domain/articles/publish'
import { saveStory } from '@/domain/articles/save'
import { changeSlug } from '@/domain/articles/slugs'
import { findStory } from '@/domain/articles/stories'
import { parseMarkdown } from '@/domain/body/markdown'
import { addCorrection } from '@/domain/corrections'
import { changePhoto } from '@/domain/photos/change'
import { ignoreRefusal, liveId, type Newsroom, pick, type Step, startAndPublish, unique } from './newsroom'

async function saveAndPublish(room: Newsroom, number: number, minor: boolean): Promise<void> {
	const id = pick(room.stories, number)
	if (!id) return
	const story = await findStory(room.editor, id)
	const fields = {
		...story.fields,
		headline: unique('The bridge closes'),
		body: parseMarkdown(unique('It closed.')),
	}
	const saved = await saveStory(room.editor, id, story.headRevisionId, fields)
	if (saved.kind === 'saved') await publishStory(room.editor, id, { revisionId: saved.revisionId, minor })
}

/** Steps that change stories: publication, text, address, corrections. */
export const STORY_STEPS: Record<string, Step> = {
	publish: { staleness: 'now', take: (room, number) => startAndPublish(room, number) },
	backdate: {
		staleness: 'now',
		take: (room, number) => startAndPublish(room, number, new Date(Date.now() - 86_400_000 * number)),
	},
	schedule: {
		staleness: 'now',
		take: async (room, number) => {
			const at = new Date(Date.now() + 150)
			await startAndPublish(room, number, at)
			await new Promise((resolve) => setTimeout(resolve, at.getTime() - Date.now() + 5))
		},
	},
	'schedule and take back': {
		staleness: 'now',
		take: async (room, number) => {
			const at = new Date(Date.now() + 60_000)
			await unscheduleStory(room.editor, await startAndPublish(room, number, at))
		},
	},
	'change photograph': {
		staleness: 'now',
		take: (room) => changePhoto(room.editor, room.photo, { caption: unique('The quay') }),
	},
	update: { staleness: 'now', take: (room, number) => saveAndPublish(room, number, false) },
	'minor update': { staleness: 'now', take: (room, number) => saveAndPublish(room, number, true) },
	'change section': {
		staleness: 'now',
		take: async (room, number) => {
			const [id, section] = [pick(room.stories, number), pick(await listSections(), number)]
			if (id && section) await changeStorySection(room.editor, id, section.slug).catch(ignoreRefusal)
		},
	},
	restore: {
		staleness: 'now',
		take: async (room, number) => {
			const id = pick(room.stories, number)
			if (!id) return
			const { headRevisionId } = await findStory(room.editor, id)
			await restoreRevision(room.editor, id, 1, headRevisionId).catch(ignoreRefusal)
		},
	},
	withdraw: {
		staleness: 'now',
		take: async (room, number) => {
			const id = await liveId(room, number)
			if (id && room.stories.length > 2) await withdrawStory(room.editor, id, unique('It was wrong.'))
		},
	},
	'change the publication date': {
		staleness: 'now',
		take: async (room, number) => {
			const id = await liveId(room, number)
			if (id) await changePublicationDate(room.editor, id, new Date(Date.now() - 3_600_000 * (number + 1)))
		},
	},
	'change the address': {
		staleness: 'now',
		take: async (room, number) => {
			const id = pick(room.stories, number)
			if (id) await changeSlug(room.editor, id, unique('another address'))
		},
	},
	correct: {
		staleness: 'now',
		take: async (room, number) => {
			const id = pick(room.stories, number)
			const placement = number % 2 ? 'foot' : 'top'
			const correction = { kind: 'correction', placement, text: unique('It was Tuesday.') }
			if (id) await addCorrection(room.editor, id, correction).catch(ignoreRefusal)
		},
	},
}
