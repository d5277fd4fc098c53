import { readDb, write } from '@/db'
import { ads, articles, comments, people, photos, readers, revisions, sections, tags } from '@/db/schema'
import { placeAd } from '@/domain/ads-desk'
import { publishStory, withdrawStory } from '@/domain/articles/publish'
import { saveStory, startStory } from '@/domain/articles/save'
import { changeSlug } from '@/domain/articles/slugs'
import { findStory } from '@/domain/articles/stories'
import { parseMarkdown } from '@/domain/body/markdown'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { type DemoKind, recordDemoRows } from '@/domain/demo/rows'
import { mergeSection } from '@/domain/merge-sections'
import { castMood } from '@/domain/moods'
import type { StaffViewer } from '@/domain/permissions'
import { changePhoto } from '@/domain/photos/change'
import { rateArticle } from '@/domain/ratings'
import { changeSection, createSection } from '@/domain/sections'
import { isRefusal } from '@/lib/refusal'
import { createStaff, reader, storyFields } from './stories'

/** Tables of the rows that an edition has, by kind. */
export const TABLES = {
	ad: ads,
	article: articles,
	comment: comments,
	person: people,
	photo: photos,
	reader: readers,
	revision: revisions,
	section: sections,
	tag: tags,
} satisfies Record<DemoKind, unknown>

export type Ids = Record<DemoKind, Set<string>>

export async function allIds(): Promise<Ids> {
	const found = {} as Ids
	for (const [kind, table] of Object.entries(TABLES)) {
		const rows = await readDb().select({ id: table.id }).from(table)
		found[kind as DemoKind] = new Set(rows.map(({ id }) => String(id)))
	}
	return found
}

export const without = (ids: Set<string>, others: Set<string>): Set<string> =>
	new Set([...ids].filter((id) => !others.has(id)))

const pick = <T>(list: T[], number: number): T => list[number % list.length] as T

/** Makes slugs and names of successive editions differ. */
let counter = 0

async function photo(owner: StaffViewer): Promise<number> {
	const row = {
		hash: crypto.randomUUID(),
		mime: 'image/jpeg' as const,
		width: 300,
		height: 200,
		widths: [300],
	}
	const words = { caption: 'A quay', credit: 'A maker', alt: 'A quay.', createdBy: owner.person.id }
	const added = await write((tx) =>
		tx
			.insert(photos)
			.values({ ...row, ...words })
			.returning({ id: photos.id }),
	)
	return added[0]?.id ?? 0
}

/** A small edition: two stories with photographs, votes and a thread, two sections, an advertisement. */
export async function loadEdition(owner: StaffViewer) {
	counter += 1
	// The section that every test story has belongs to the newsroom.
	await storyFields(owner)
	const before = await allIds()
	const maker = await createStaff('editor', 'Mara')
	const names = [`Demo news ${counter}`, `Demo arts ${counter}`]
	const slugs: string[] = []
	for (const name of names) slugs.push((await createSectionAs(maker, name)).slug)
	const photoIds = [await photo(maker), await photo(maker), await photo(maker)]
	const stories: number[] = []
	const thread: number[] = []
	for (const [index, section] of slugs.entries()) {
		const fields = await storyFields(maker, {
			...{ headline: `A demo story ${counter}`, section, heroPhotoId: photoIds[index] ?? null },
			tags: [`Demo tag ${counter}`],
			body: parseMarkdown(`It opened.\n\n![](photo:${photoIds[2]})`),
		})
		const { articleId, revisionId } = await startStory(maker, fields)
		await publishStory(maker, articleId, { revisionId })
		stories.push(articleId)
		for (let number = 0; number < 3; number += 1) {
			const voter = reader(`demo-${counter}-${number}`)
			await castMood(voter, articleId, 'happy')
			await rateArticle(voter, articleId, 4)
			const words = { body: `Fine ${number}.`, parentId: null, name: 'Ann', email: 'ann@example.org' }
			const { id } = await postComment(voter, articleId, words)
			await moderateComment(maker, id, 'approved')
			thread.push(id)
		}
	}
	const ad = {
		title: 'A demo letter',
		text: 'Weekly.',
		url: 'https://example.org/',
		photoId: photoIds[0] ?? null,
	}
	await placeAd(maker, ad)
	const made = await allIds()
	for (const kind of Object.keys(TABLES) as DemoKind[]) made[kind] = without(made[kind], before[kind])
	await write(async (tx) => {
		for (const kind of Object.keys(TABLES) as DemoKind[]) await recordDemoRows(tx, kind, [...made[kind]])
	})
	return { made, stories, thread, photoIds, slugs, sectionIds: [...made.section].map(Number), maker, owner }
}

const createSectionAs = ({ person }: StaffViewer, name: string) =>
	createSection({ person: { ...person, role: 'owner' }, readerId: null }, { name, slug: '' })

type Edition = Awaited<ReturnType<typeof loadEdition>>

/** Edits of an edition by the newsroom and its readers; each takes a number that chooses a row. */
export const EDITS: Record<string, (edition: Edition, number: number) => Promise<unknown>> = {
	'write a story of its own': async ({ owner }) => startStory(owner, await storyFields(owner)),
	'use its section, photograph and tag': async ({ owner, slugs, photoIds }, number) =>
		startStory(
			owner,
			await storyFields(owner, {
				...(number % 2 ? { section: pick(slugs, number) } : {}),
				...(number % 3 ? { heroPhotoId: pick(photoIds, number) } : {}),
				...(number % 5 ? { tags: [`Demo tag ${counter}`] } : {}),
			}),
		),
	'edit a story': async ({ owner, stories }, number) => {
		const id = pick(stories, number)
		const { headRevisionId, fields } = await findStory(owner, id)
		const saved = await saveStory(owner, id, headRevisionId, { ...fields, headline: `Ours ${++counter}` })
		if (number % 2 && saved.kind === 'saved') await publishStory(owner, id, { revisionId: saved.revisionId })
	},
	'withdraw a story': ({ owner, stories }, number) =>
		withdrawStory(owner, pick(stories, number), 'Not ours.'),
	'move a story': ({ owner, stories }, number) =>
		changeSlug(owner, pick(stories, number), `moved ${++counter}`),
	comment: async ({ stories, thread }, number) => {
		const parentId = number % 2 ? pick(thread.slice(0, 3), number) : null
		const words = { body: `Really ${++counter}.`, parentId, name: 'Bo', email: 'bo@example.org' }
		await postComment(reader(), parentId ? pick(stories, 0) : pick(stories, number), words)
	},
	vote: async ({ stories }, number) => {
		const voter = reader()
		await castMood(voter, pick(stories, number), 'sad')
		await rateArticle(voter, pick(stories, number), 2)
	},
	'describe a photograph': ({ owner, photoIds }, number) =>
		changePhoto(owner, pick(photoIds, number), { alt: `Seen ${++counter}` }),
	'rename a section': ({ owner, sectionIds }, number) =>
		changeSection(owner, pick(sectionIds, number), {
			name: `Renamed ${++counter}`,
			slug: `renamed ${counter}`,
		}),
	'merge a section': ({ owner, sectionIds }, number) =>
		mergeSection(owner, pick(sectionIds, number), number % 2 ? 1 : pick(sectionIds, number + 1)),
	'place a photograph in an advertisement': ({ owner, photoIds }, number) =>
		placeAd(owner, {
			title: 'Ours',
			text: 'Weekly.',
			url: 'https://example.org/',
			photoId: pick(photoIds, number),
		}),
}

/** Runs an edit; refusals, such as of a withdrawn story, are ignored. */
export async function edit(edition: Edition, name: string, number: number): Promise<void> {
	await EDITS[name]?.(edition, number).catch((error) => {
		if (!isRefusal(error)) throw error
	})
}
