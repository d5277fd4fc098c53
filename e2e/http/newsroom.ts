import { publishStory } from '@/domain/articles/publish'
import { startStory } from '@/domain/articles/save'
import { findStory } from '@/domain/articles/stories'
import { addPerson } from '@/domain/people'
import type { StaffViewer, Viewer } from '@/domain/permissions'
import { isRefusal } from '@/lib/refusal'
import { insertPhoto } from '../support/photos'
import { createStaff, reader, storyFields } from '../support/stories'

/** Staleness limit of a step for other viewers: `now`, or `soon` for tallies. */
export type Staleness = 'now' | 'soon'

export type Step = { staleness: Staleness; take: (room: Newsroom, number: number) => Promise<unknown> }

/** A newsroom, its readers, and the ids of their content. */
export type Newsroom = {
	editor: StaffViewer
	owner: StaffViewer
	/** An account that comments; its role and access change. */
	staffReader: StaffViewer
	readers: Viewer[]
	stories: number[]
	comments: number[]
	ads: number[]
	pages: number[]
	/** Lead photograph of every second story. */
	photo: number
}

export async function createNewsroom(): Promise<Newsroom> {
	const editor = await createStaff('editor', 'Edith Marsh')
	const staffReader = await createAccount('Rita Sands')
	const room: Newsroom = {
		editor,
		owner: await createStaff('owner', 'Owen Tarn'),
		staffReader,
		readers: [...Array.from({ length: 3 }, () => reader()), staffReader],
		stories: [],
		comments: [],
		ads: [],
		pages: [],
		photo: await insertPhoto(),
	}
	for (let number = 0; number < 3; number += 1) await startAndPublish(room, number)
	return room
}

async function createAccount(name: string): Promise<StaffViewer> {
	const account = { name, email: 'rita@example.org', role: 'reader' as const }
	const { id } = await addPerson({ ...account, password: 'a good long password' })
	return { person: { id, ...account }, readerId: null }
}

export const pick = <T>(list: T[], number: number): T | undefined => list[number % list.length]

/** Makes a text unique, so that no two states of a page are equal. */
let counter = 0
export const unique = (text: string): string => `${text} ${++counter}`

/** Ignores refusals: a comment that takes no reply, a reader's limit of held comments, or moods that are off. */
export function ignoreRefusal(error: unknown): null {
	if (!isRefusal(error)) throw error
	return null
}

export async function liveId(room: Newsroom, number: number): Promise<number | undefined> {
	const id = pick(room.stories, number)
	return id && (await findStory(room.editor, id)).state === 'live' ? id : undefined
}

export async function startAndPublish(room: Newsroom, number: number, at?: Date): Promise<number> {
	const fields = await storyFields(room.editor, {
		headline: unique('The bridge opens'),
		tags: number % 2 ? ['harbour'] : [],
		heroPhotoId: number % 2 ? room.photo : null,
	})
	const { articleId, revisionId } = await startStory(room.editor, fields)
	room.stories.push(articleId)
	await publishStory(room.editor, articleId, { revisionId, at })
	return articleId
}
