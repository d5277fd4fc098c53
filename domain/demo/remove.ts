import { and, eq, inArray, notExists, sql } from 'drizzle-orm'
import { isForeignKeyViolation, readDb, type Tx, write } from '@/db'
import {
	ads,
	articles,
	demoRows,
	people,
	photos,
	readers,
	revisions,
	revisionTags,
	sections,
	tags,
} from '@/db/schema'
import { personTag } from '@/lib/invalidation'
import { tagsTouchedByPublishing } from '../articles/publication-order'
import { audit } from '../audit'
import { authorize, type Viewer } from '../permissions'
import { deleteErasedFiles, recordErasedFiles } from '../photos/erase'
import { removeFictionalResponses } from './fictional-responses'
import { type DemoCounts, storyKey } from './plan'
import { DEMO_KINDS, forgetDemoRow, isOfDemo, listDemoIds, listDemoNumbers, recordDemoRows } from './rows'
import { hasOwnWork, isPersonUsed, isPhotoUsed, isSectionUsed, wasChanged } from './uses'

/** Readers in one transaction: bounds the time for which it holds the write lock. */
const READERS_AT_ONCE = 100

export type DemoRemoval = {
	removed: DemoCounts
	/** Names of rows that stay, because the newsroom uses or changed them. */
	kept: string[]
}

/**
 * Removes the demo edition in many short transactions, each of which also deletes the records of its rows:
 * after an interruption the remaining part can be removed the same way. Rows that the newsroom uses stay;
 * rows that it has changed stay unless `also` has their key (`DemoItem.key`).
 */
export async function removeDemo(viewer: Viewer, also: readonly string[] = []): Promise<DemoRemoval> {
	authorize(viewer, 'remove the demo edition')
	const removal = await removeDemoRows(viewer, also)
	await deleteErasedFiles().catch((error) =>
		console.error('Deleting the files of removed photographs failed; housekeeping repeats it.', error),
	)
	return removal
}

/** `removeDemo` without the files of photographs, for the command line, which has no viewer. */
export async function removeDemoRows(viewer: Viewer, also: readonly string[] = []): Promise<DemoRemoval> {
	const chosen = new Set(also)
	const removal: DemoRemoval = {
		removed: { stories: 0, photographs: 0, people: 0, sections: 0, ads: 0 },
		kept: [],
	}
	const each = async <Id>(
		ids: readonly Id[],
		kind: keyof DemoCounts,
		remove: (tx: Tx, id: Id) => Promise<string | null>,
	): Promise<void> => {
		for (const id of ids) {
			const kept = await write((tx) => remove(tx, id)).catch((error) => {
				// A reference that the checks miss keeps its row too.
				if (!isForeignKeyViolation(error)) throw error
				return `${kind} ${id}`
			})
			if (kept === null) removal.removed[kind] += 1
			else if (kept) removal.kept.push(kept)
		}
	}
	const db = readDb()
	await each(await listDemoNumbers(db, 'article'), 'stories', (tx, id) => removeStory(tx, id, chosen))
	for (const id of await listDemoNumbers(db, 'article')) await write((tx) => removeFictionalResponses(tx, id))
	await removeReaders()
	await write(removeTags)
	await each(await listDemoNumbers(db, 'ad'), 'ads', (tx, id) => removeAd(tx, id, chosen))
	await each(await listDemoNumbers(db, 'photo'), 'photographs', (tx, id) => removePhoto(tx, id, chosen))
	await each(await listDemoNumbers(db, 'section'), 'sections', (tx, id) => removeSection(tx, id, chosen))
	// Last, because the edition's people distinguish its changes of other rows from the newsroom's.
	await each(await listDemoIds(db, 'person'), 'people', (tx, id) => removePerson(tx, id, chosen))
	await write(async (tx) => {
		await tx.delete(demoRows).where(inArray(demoRows.kind, [...DEMO_KINDS]))
		await recordDemoRows(tx, 'edition', ['removed'])
		await audit(tx, viewer, 'remove demo edition', 'demo', removal)
	})
	return removal
}

/** Each removal returns the name of a row that stays, or null. */
async function removeStory(tx: Tx, id: number, chosen: Set<string>): Promise<string | null> {
	await tx.lock('article', id)
	const [story] = await tx
		.select({ article: articles, headline: revisions.headline })
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
		.where(eq(articles.id, id))
	if (!story) return forgotten(tx, 'article', id)
	const { publishAt, headRevisionId } = story.article
	if ((await hasOwnWork(tx, id)) && !chosen.has(storyKey(id, headRevisionId))) return story.headline
	tx.changed(`article:${id}`, 'lists', 'comments', `comments:${id}`, `moods:${id}`, `ratings:${id}`)
	if (publishAt) tx.changed(...(await tagsTouchedByPublishing(tx, id, publishAt)))
	await tx.delete(articles).where(eq(articles.id, id))
	await forgetDemoRow(tx, 'article', id)
	return null
}

async function forgotten(
	tx: Tx,
	kind: 'article' | 'photo' | 'section' | 'ad' | 'person',
	id: number | string,
) {
	await forgetDemoRow(tx, kind, id)
	return ''
}

async function removeReaders(): Promise<void> {
	const ids = await listDemoIds(readDb(), 'reader')
	for (let start = 0; start < ids.length; start += READERS_AT_ONCE) {
		const some = ids.slice(start, start + READERS_AT_ONCE)
		await write(async (tx) => {
			await tx.delete(readers).where(inArray(readers.id, some))
			await tx.delete(demoRows).where(and(eq(demoRows.kind, 'reader'), inArray(demoRows.rowId, some)))
		})
	}
}

/** Tags without a story; a tag in use has no other words than its name. */
async function removeTags(tx: Tx): Promise<void> {
	const used = tx.select({ one: sql`1` }).from(revisionTags).where(eq(revisionTags.tagId, tags.id))
	tx.changed('lists')
	await tx.delete(tags).where(and(isOfDemo('tag', tags.id), notExists(used)))
}

async function removeAd(tx: Tx, id: number, chosen: Set<string>): Promise<string | null> {
	const [ad] = await tx.select({ title: ads.title }).from(ads).where(eq(ads.id, id))
	if (!ad) return forgotten(tx, 'ad', id)
	if ((await wasChanged(tx, `ad:${id}`)) && !chosen.has(`ad:${id}`)) return ad.title
	tx.changed('ads')
	await tx.delete(ads).where(eq(ads.id, id))
	await forgetDemoRow(tx, 'ad', id)
	return null
}

/** Its files are deleted after the commit, by the record that takes the place of the row's. */
async function removePhoto(tx: Tx, id: number, chosen: Set<string>): Promise<string | null> {
	await tx.lock('photo', id)
	const [photo] = await tx.select().from(photos).where(eq(photos.id, id))
	if (!photo) return forgotten(tx, 'photo', id)
	const stays =
		(await isPhotoUsed(tx, id)) || ((await wasChanged(tx, `photo:${id}`)) && !chosen.has(`photo:${id}`))
	if (stays) return photo.caption ?? `Photograph ${id}`
	tx.changed(`photo:${id}`)
	await tx.delete(photos).where(eq(photos.id, id))
	await forgetDemoRow(tx, 'photo', id)
	await recordErasedFiles(tx, photo.hash)
	return null
}

async function removePerson(tx: Tx, id: string, chosen: Set<string>): Promise<string | null> {
	await tx.lock('person', id)
	const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, id))
	if (!person) return forgotten(tx, 'person', id)
	const stays =
		(await isPersonUsed(tx, id)) || ((await wasChanged(tx, `person:${id}`)) && !chosen.has(`person:${id}`))
	if (stays) return person.name
	tx.changed(personTag(id), 'staff')
	// A photograph that stays belongs to the newsroom.
	await tx.update(photos).set({ createdBy: null }).where(eq(photos.createdBy, id))
	await tx.delete(people).where(eq(people.id, id))
	await forgetDemoRow(tx, 'person', id)
	return null
}

async function removeSection(tx: Tx, id: number, chosen: Set<string>): Promise<string | null> {
	await tx.lock('section names', '')
	const [section] = await tx.select({ name: sections.name }).from(sections).where(eq(sections.id, id))
	if (!section) return forgotten(tx, 'section', id)
	const stays =
		(await isSectionUsed(tx, id)) || ((await wasChanged(tx, `section:${id}`)) && !chosen.has(`section:${id}`))
	if (stays) return section.name
	tx.changed('sections')
	await tx.delete(sections).where(eq(sections.id, id))
	await forgetDemoRow(tx, 'section', id)
	return null
}
