import { restoreRevision } from '@/domain/articles/history'
import { publishStory, unscheduleStory, withdrawStory } from '@/domain/articles/publish'
import { saveStory, startStory } from '@/domain/articles/save'
import { changeSlug } from '@/domain/articles/slugs'
import { findStory } from '@/domain/articles/stories'
import { parseMarkdown } from '@/domain/body/markdown'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { castMood } from '@/domain/moods'
import type { StaffViewer, Viewer } from '@/domain/permissions'
import { rateArticle } from '@/domain/ratings'
import { createSection } from '@/domain/sections'
import { changeSettings } from '@/domain/settings'
import { MOODS, STARS } from '@/lib/moods'
import { isRefusal } from '@/lib/refusal'
import { createStaff, reader, renamePerson, renameSection, storyFields } from '../support/stories'
import { AD_STEPS } from './ad-steps'
import { FRONT_PAGE_STEPS } from './front-page-steps'

/** Staleness limit of a step for other viewers: `now`, or `soon` for tallies. */
export type Staleness = 'now' | 'soon'

export type Step = { staleness: Staleness; take: (room: Newsroom, number: number) => Promise<unknown> }

/** A newsroom, its readers, and the ids of their content. */
export type Newsroom = {
	editor: StaffViewer
	owner: StaffViewer
	readers: Viewer[]
	stories: number[]
	comments: number[]
	ads: number[]
}

export async function createNewsroom(): Promise<Newsroom> {
	const editor = await createStaff('editor', 'Edith Marsh')
	const room: Newsroom = {
		editor,
		owner: await createStaff('owner', 'Owen Tarn'),
		readers: Array.from({ length: 4 }, () => reader()),
		stories: [],
		comments: [],
		ads: [],
	}
	for (let number = 0; number < 3; number += 1) await startAndPublish(room, number)
	return room
}

const pick = <T>(list: T[], number: number): T | undefined => list[number % list.length]

/** Makes a text unique, so that no two states of a page are equal. */
let counter = 0
const unique = (text: string): string => `${text} ${++counter}`

async function startAndPublish(room: Newsroom, number: number, at?: Date): Promise<number> {
	const fields = await storyFields(room.editor, {
		headline: unique('The bridge opens'),
		tags: number % 2 ? ['harbour'] : [],
	})
	const { articleId, revisionId } = await startStory(room.editor, fields)
	room.stories.push(articleId)
	await publishStory(room.editor, articleId, { revisionId, at })
	return articleId
}

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

/** Every kind of write by staff and readers. A step without a subject does nothing. */
export const STEPS: Record<string, Step> = {
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
	update: { staleness: 'now', take: (room, number) => saveAndPublish(room, number, false) },
	'minor update': { staleness: 'now', take: (room, number) => saveAndPublish(room, number, true) },
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
	'change the address': {
		staleness: 'now',
		take: async (room, number) => {
			const id = pick(room.stories, number)
			if (id) await changeSlug(room.editor, id, unique('another address'))
		},
	},
	settings: {
		staleness: 'now',
		take: (room) =>
			changeSettings(room.owner, { commentPrompt: unique('Say something'), siteName: unique('The Square') }),
	},
	'make a section': {
		staleness: 'now',
		take: (room) => createSection(room.owner, { name: unique('Section'), slug: '' }),
	},
	'change a section': {
		staleness: 'now',
		take: () => renameSection('news', { name: unique('News'), description: unique('All that happens.') }),
	},
	'change a person': {
		staleness: 'now',
		take: (room, number) => {
			const { id } = (number % 2 ? room.owner : room.editor).person
			return renamePerson(id, { name: unique('Edith Marsh'), bio: unique('Writes about the harbour.') })
		},
	},
	...FRONT_PAGE_STEPS,
	...AD_STEPS,
	vote: {
		staleness: 'soon',
		take: async (room, number) => {
			const id = await liveId(room, number)
			if (id) await castMood(room.readers[number % 4] as Viewer, id, pick([...MOODS, null], number) ?? null)
		},
	},
	rate: {
		staleness: 'soon',
		take: async (room, number) => {
			const id = await liveId(room, number)
			if (id)
				await rateArticle(room.readers[number % 4] as Viewer, id, pick([...STARS, null], number) ?? null)
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
			if (id) await moderateComment(room.owner, id, number % 3 === 0 ? 'rejected' : 'approved')
		},
	},
}

/** Ignores refusals: a comment that takes no reply, or a reader's limit of held comments. */
function ignoreRefusal(error: unknown): null {
	if (!isRefusal(error)) throw error
	return null
}

async function liveId(room: Newsroom, number: number): Promise<number | undefined> {
	const id = pick(room.stories, number)
	return id && (await findStory(room.editor, id)).state === 'live' ? id : undefined
}

/** Addresses of the pages that the steps change. */
export async function pagesOf(room: Newsroom): Promise<string[]> {
	const drafts = await Promise.all(room.stories.slice(-6).map((id) => findStory(room.editor, id)))
	const { fields } = await findStory(room.editor, room.stories[0] as number)
	return [
		'/',
		'/sections/news',
		'/tags/harbour',
		`/people/${fields.bylines[0]}`,
		...drafts.map((draft) => `/news/${draft.slug}`),
	]
}
