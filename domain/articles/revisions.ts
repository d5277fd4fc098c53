import { and, eq, inArray } from 'drizzle-orm'
import { readDb, type Tx } from '@/db'
import {
	articles,
	people,
	photoUses,
	revisionBylines,
	revisionSources,
	revisions,
	revisionTags,
	sections,
} from '@/db/schema'
import { creditLine } from '@/lib/photo-paths'
import { Refusal } from '@/lib/refusal'
import type { BodyDocument, Figure } from '../body/document'
import { photoIdsOf, plainText } from '../body/plain-text'
import type { StaffViewer } from '../permissions'
import { photoViews, removedPhotoIds } from '../photos/views'
import { countWords } from '../read-time'
import { indexStory } from '../search/index-story'
import { tagNamed } from '../tag-names'
import { isKept } from '../trash/rows'
import { bylinesOf } from './bylines'
import type { StoryFields } from './fields'
import { sourcesOf, tagsOf } from './find-article'
import { currentSectionId, sectionAt } from './section-address'

export type NewRevision = { articleId: number; parentId: number | null; fields: StoryFields; words: number }

/** Inserts a revision with its tags, bylines, sources and photographs, and makes it the head of its story. */
export async function insertRevision(tx: Tx, viewer: StaffViewer, revision: NewRevision): Promise<number> {
	const { articleId, parentId, fields, words } = revision
	const [row] = await tx
		.insert(revisions)
		.values({
			articleId,
			parentId,
			headline: fields.headline,
			kicker: fields.kicker || null,
			standfirst: fields.standfirst || null,
			sectionId: await sectionId(tx, fields.section),
			body: fields.body,
			heroPhotoId: fields.heroPhotoId,
			heroCaption: fields.heroCaption || null,
			wordCount: words,
			note: fields.note || null,
			savedBy: viewer.person.id,
		})
		.returning({ id: revisions.id })
	if (!row) throw new Error('The revision was not stored.')
	await linkTags(tx, viewer, row.id, fields.tags)
	await linkBylines(tx, row.id, fields.bylines)
	await linkSources(tx, row.id, fields.sources)
	await linkPhotos(tx, row.id, fields)
	await tx.update(articles).set({ headRevisionId: row.id }).where(eq(articles.id, articleId))
	await indexStory(tx, articleId)
	return row.id
}

async function sectionId(tx: Tx, slug: string): Promise<number | null> {
	if (!slug) return null
	// A form opened before a rename or a merge names the old slug.
	const section = await sectionAt(slug, tx)
	if (!section) throw new Refusal('invalid', 'Please choose a section from the list.', 'section')
	return section.id
}

async function linkTags(tx: Tx, viewer: StaffViewer, revisionId: number, names: string[]): Promise<void> {
	const rows: (typeof revisionTags.$inferInsert)[] = []
	for (const [position, name] of names.entries())
		rows.push({ revisionId, tagId: await tagNamed(tx, viewer, name), position })
	if (rows.length > 0) await tx.insert(revisionTags).values(rows).onConflictDoNothing()
}

async function linkBylines(tx: Tx, revisionId: number, slugs: string[]): Promise<void> {
	if (slugs.length === 0) return
	const found = await tx
		.select({ id: people.id, slug: people.slug })
		.from(people)
		.where(and(inArray(people.slug, slugs), isKept('person', people.id)))
	const rows = slugs.map((slug, position) => {
		const personId = found.find((person) => person.slug === slug)?.id
		if (!personId) throw new Refusal('invalid', `Nobody here is called “${slug}”.`, 'bylines')
		return { revisionId, personId, position }
	})
	await tx.insert(revisionBylines).values(rows)
}

async function linkSources(tx: Tx, revisionId: number, sources: StoryFields['sources']): Promise<void> {
	const rows = sources.map(({ name, url }, position) => ({ revisionId, position, name, url }))
	if (rows.length > 0) await tx.insert(revisionSources).values(rows)
}

async function linkPhotos(tx: Tx, revisionId: number, fields: StoryFields): Promise<void> {
	const uses = fields.heroPhotoId
		? [{ revisionId, position: 0, photoId: fields.heroPhotoId, caption: fields.heroCaption || null }]
		: []
	figuresOf(fields.body).forEach(({ attrs }, index) => {
		uses.push({ revisionId, position: index + 1, photoId: attrs.photoId, caption: attrs.caption || null })
	})
	if (uses.length > 0) await tx.insert(photoUses).values(uses)
}

const figuresOf = (body: BodyDocument): Figure[] => body.content.filter((block) => block.type === 'figure')

/**
 * The input of the read-time rule: standfirst, body, inline captions with credits, the sources' names. A photograph of
 * the trash is accepted, so that its story can be saved.
 */
export async function countStoryWords(fields: StoryFields): Promise<number> {
	const hero = fields.heroPhotoId
	const ids = [...photoIdsOf(fields.body), ...(hero ? [hero] : [])]
	const photos = await photoViews(ids)
	const removed = await removedPhotoIds(ids.filter((id) => !photos.has(id)))
	const isUnknown = (id: number) => !photos.has(id) && !removed.has(id)
	if (hero && isUnknown(hero))
		throw new Refusal('invalid', `There is no photograph number ${hero}.`, 'heroPhotoId')
	const body = plainText(fields.body, ({ attrs: { photoId, caption } }) => {
		if (isUnknown(photoId)) throw new Refusal('invalid', `There is no photograph number ${photoId}.`, 'body')
		const photo = photos.get(photoId)
		return photo ? `${caption || photo.caption} ${creditLine(photo.credit)}` : caption
	})
	return countWords([fields.standfirst, body, ...fields.sources.map((source) => source.name)].join('\n'))
}

/** A stored revision: the fields of the story form, without the note, and the save. */
export type StoredRevision = {
	id: number
	savedAt: Date
	savedBy: string | null
	note: string | null
	words: number
	fields: StoryFields
	/** The names for the slugs in `fields`. */
	section: string | null
	authors: string[]
}

/** @returns null for an unknown id */
export async function readRevision(id: number): Promise<StoredRevision | null> {
	const [found] = await readDb()
		.select({
			revision: revisions,
			savedBy: people.name,
			section: { slug: sections.slug, name: sections.name },
		})
		.from(revisions)
		.leftJoin(people, eq(people.id, revisions.savedBy))
		.leftJoin(sections, eq(sections.id, currentSectionId(revisions.sectionId)))
		.where(eq(revisions.id, id))
	if (!found) return null
	const { revision, section, savedBy } = found
	const authors = await bylinesOf(id)
	return {
		id,
		savedAt: revision.savedAt,
		savedBy,
		note: revision.note,
		words: revision.wordCount,
		section: section?.name ?? null,
		authors: authors.map(({ name }) => name),
		fields: {
			headline: revision.headline,
			kicker: revision.kicker ?? '',
			standfirst: revision.standfirst ?? '',
			section: section?.slug ?? '',
			tags: (await tagsOf(id)).map(({ name }) => name),
			bylines: authors.map(({ slug }) => slug),
			heroPhotoId: revision.heroPhotoId,
			heroCaption: revision.heroCaption ?? '',
			sources: await sourcesOf(id),
			body: revision.body as BodyDocument,
			note: '',
		},
	}
}
