import { eq, inArray } from 'drizzle-orm'
import {
	articles,
	people,
	photoUses,
	revisionBylines,
	revisionSources,
	revisions,
	revisionTags,
	sections,
	tags,
} from '@/db/schema'
import { type Tx, write } from '@/db/write'
import { Refusal } from '@/lib/refusal'
import { slugOf } from '@/lib/slug'
import { audit } from '../audit'
import type { BodyDocument, Figure } from '../bodies/document'
import { photoIdsOf, plainText } from '../bodies/plain-text'
import { demand, type StaffViewer, type Viewer } from '../permissions'
import { photoViews } from '../photos/views'
import { countWords } from '../read-time'
import { demandMine } from './access'
import { checkFields, noPhoto, type StoryFields } from './fields'
import { freeSlug } from './slugs'

export type SavedStory = { articleId: number; revisionId: number; slug: string }

/** `stale`: somebody saved in between, and nothing was written. `headRevisionId` is what lies there now. */
export type SaveOutcome = ({ kind: 'saved' } & SavedStory) | { kind: 'stale'; headRevisionId: number }

/** Starts a story with its first revision. @throws Refusal */
export async function startStory(viewer: Viewer, input: StoryFields): Promise<SavedStory> {
	demand(viewer, 'write stories')
	const fields = checkFields(input)
	const words = await countStoryWords(fields)
	return write(async (tx) => {
		const slug = await freeSlug(tx, slugOf(fields.headline) || 'story')
		const [article] = await tx
			.insert(articles)
			.values({ slug, createdBy: viewer.person.id })
			.returning({ id: articles.id })
		if (!article) throw new Error('The story was not stored.')
		const revisionId = await insertRevision(tx, viewer, {
			articleId: article.id,
			parentId: null,
			fields,
			words,
		})
		await audit(tx, viewer, 'start story', `article:${article.id}`, { revisionId })
		return { articleId: article.id, revisionId, slug }
	})
}

/**
 * Saves a new revision on top of `baseRevisionId`, the one the writer started from. When another save
 * came first nothing is overwritten: the outcome is `stale` and both texts can be shown.
 */
export async function saveStory(
	viewer: Viewer,
	articleId: number,
	baseRevisionId: number,
	input: StoryFields,
): Promise<SaveOutcome> {
	demand(viewer, 'write stories')
	const fields = checkFields(input)
	const words = await countStoryWords(fields)
	return write(async (tx) => {
		const article = await demandMine(tx, viewer, articleId)
		if (article.headRevisionId !== baseRevisionId)
			return { kind: 'stale' as const, headRevisionId: article.headRevisionId ?? 0 }
		const revisionId = await insertRevision(tx, viewer, {
			articleId,
			parentId: baseRevisionId,
			fields,
			words,
		})
		await audit(tx, viewer, 'save story', `article:${articleId}`, { revisionId })
		return { kind: 'saved' as const, articleId, revisionId, slug: article.slug }
	})
}

type NewRevision = { articleId: number; parentId: number | null; fields: StoryFields; words: number }

async function insertRevision(tx: Tx, viewer: StaffViewer, revision: NewRevision): Promise<number> {
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
	await linkTags(tx, row.id, fields.tags)
	await linkBylines(tx, row.id, fields.bylines)
	await linkSources(tx, row.id, fields.sources)
	await linkPhotos(tx, row.id, fields)
	await tx.update(articles).set({ headRevisionId: row.id }).where(eq(articles.id, articleId))
	return row.id
}

async function sectionId(tx: Tx, slug: string): Promise<number | null> {
	if (!slug) return null
	const [section] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.slug, slug))
	if (!section) throw new Refusal('invalid', 'Please choose a section from the list.', 'section')
	return section.id
}

async function linkTags(tx: Tx, revisionId: number, names: string[]): Promise<void> {
	for (const [position, name] of names.entries()) {
		const slug = slugOf(name)
		await tx.insert(tags).values({ slug, name }).onConflictDoNothing()
		const [tag] = await tx.select({ id: tags.id }).from(tags).where(eq(tags.slug, slug))
		if (tag)
			await tx.insert(revisionTags).values({ revisionId, tagId: tag.id, position }).onConflictDoNothing()
	}
}

async function linkBylines(tx: Tx, revisionId: number, slugs: string[]): Promise<void> {
	if (slugs.length === 0) return
	const found = await tx
		.select({ id: people.id, slug: people.slug })
		.from(people)
		.where(inArray(people.slug, slugs))
	for (const [position, slug] of slugs.entries()) {
		const personId = found.find((person) => person.slug === slug)?.id
		if (!personId) throw new Refusal('invalid', `Nobody here is called “${slug}”.`, 'bylines')
		await tx.insert(revisionBylines).values({ revisionId, personId, position })
	}
}

async function linkSources(tx: Tx, revisionId: number, sources: StoryFields['sources']): Promise<void> {
	for (const [position, { name, url }] of sources.entries())
		await tx.insert(revisionSources).values({ revisionId, position, name, url })
}

async function linkPhotos(tx: Tx, revisionId: number, fields: StoryFields): Promise<void> {
	const uses = fields.heroPhotoId
		? [{ position: 0, photoId: fields.heroPhotoId, caption: fields.heroCaption || null }]
		: []
	figuresOf(fields.body).forEach(({ attrs }, index) => {
		uses.push({ position: index + 1, photoId: attrs.photoId, caption: attrs.caption || null })
	})
	for (const use of uses) await tx.insert(photoUses).values({ revisionId, ...use })
}

const figuresOf = (body: BodyDocument): Figure[] => body.content.filter((block) => block.type === 'figure')

/** What the read-time rule counts: standfirst, body, inline captions with credits, the sources' names. */
async function countStoryWords(fields: StoryFields): Promise<number> {
	const { heroPhotoId } = fields
	const photos = await photoViews([...photoIdsOf(fields.body), ...(heroPhotoId ? [heroPhotoId] : [])])
	if (heroPhotoId && !photos.has(heroPhotoId)) throw noPhoto(heroPhotoId, 'heroPhotoId')
	const body = plainText(fields.body, ({ attrs }) => {
		const photo = photos.get(attrs.photoId)
		if (!photo) throw noPhoto(attrs.photoId, 'body')
		return `${attrs.caption || photo.caption} © ${photo.credit}`
	})
	return countWords([fields.standfirst, body, ...fields.sources.map((source) => source.name)].join('\n'))
}
