import { and, eq } from 'drizzle-orm'
import { prepared, type Queryable, readDb } from '@/db'
import {
	articles,
	goneAddresses,
	redirects,
	revisionSources,
	revisions,
	revisionTags,
	sections,
	tags,
} from '@/db/schema'
import { dependsOn, expiresAt } from '@/lib/invalidation'
import { slugSpellings } from '@/lib/slug'
import type { BodyDocument } from '../body/document'
import { photoIdsOf } from '../body/plain-text'
import { answersOfStory } from '../machines'
import { photoViews } from '../photos/views'
import { readTime } from '../read-time'
import { siteSettings } from '../settings'
import { isKept } from '../trash/rows'
import { bylinesOf } from './bylines'
import { ageOf } from './cards'
import { isLive } from './live'
import { wasPublic } from './publication'
import { responsesOf } from './responses'
import { currentSectionId } from './section-address'
import { sectionChoices } from './section-choices'
import { languageOf, translationsOf } from './translations'
import type { ArticleView } from './views'

/** The result for a slug without a live article. */
export type NoArticle =
	| { kind: 'moved'; slug: string }
	/** `language` is null for that of the site. */
	| { kind: 'withdrawn'; headline: string; language: string | null; at: Date; reason: string }
	| { kind: 'unknown' }

export type FoundArticle = { kind: 'live'; article: ArticleView } | NoArticle

/** As `FoundArticle`, with the row and the published revision of a live article. */
export type FoundRow = { kind: 'live'; row: typeof articles.$inferSelect; revisionId: number } | NoArticle

const articleBySlug = prepared(['slug'], (on, { slug }) =>
	on.select().from(articles).where(eq(articles.slug, slug)),
)

async function bySlug<T>(
	slug: string,
	find: (form: string) => PromiseLike<T[]> | T[],
): Promise<T | undefined> {
	for (const form of slugSpellings(slug)) {
		const [found] = await find(form)
		if (found) return found
	}
	return undefined
}

/**
 * The article at a slug, or the reason for its absence. An unpublished story is `unknown`, as a missing one.
 */
export async function findArticle(slug: string): Promise<FoundArticle> {
	const found = await findLiveRow(slug)
	return found.kind === 'live'
		? { kind: 'live', article: await articleView(found.row, found.revisionId) }
		: found
}

/** The reason why a slug has no live article, without reading an article; null if it has one. */
export async function findNoArticle(slug: string): Promise<NoArticle | null> {
	const found = await findLiveRow(slug)
	return found.kind === 'live' ? null : found
}

/** The live article at a slug without its content, or the reason for its absence. */
export async function findLiveRow(slug: string): Promise<FoundRow> {
	const article = await bySlug(slug, (form) => articleBySlug(readDb(), { slug: form }))
	if (!article) return findMoved(slug)
	const { publishedRevisionId, withdrawnAt, withdrawalReason } = article
	dependsOn(`article:${article.id}`)
	if (!publishedRevisionId || !wasPublic(article)) return { kind: 'unknown' }
	if (article.slug !== slug) return { kind: 'moved', slug: article.slug }
	if (withdrawnAt) {
		const [revision] = await readDb().select().from(revisions).where(eq(revisions.id, publishedRevisionId))
		return {
			kind: 'withdrawn',
			headline: revision?.headline ?? '',
			language: article.language,
			at: withdrawnAt,
			reason: withdrawalReason ?? '',
		}
	}
	return { kind: 'live', row: article, revisionId: publishedRevisionId }
}

const revisionById = prepared(['id'], (on, { id }) =>
	on
		.select({ revision: revisions, section: { slug: sections.slug, name: sections.name } })
		.from(revisions)
		.leftJoin(sections, eq(sections.id, currentSectionId(revisions.sectionId)))
		.where(eq(revisions.id, id)),
)

/** The article with the content of the given revision. */
export async function articleView(
	article: typeof articles.$inferSelect,
	revisionId: number,
): Promise<ArticleView> {
	const [found] = await revisionById(readDb(), { id: revisionId })
	if (!found) throw new Error(`Revision ${revisionId} is missing.`)
	const { revision, section } = found
	dependsOn('sections')
	const body = revision.body as BodyDocument
	const figures = photoIdsOf(body)
	const photos = await photoViews([...figures, ...(revision.heroPhotoId ? [revision.heroPhotoId] : [])])
	const hero = revision.heroPhotoId ? photos.get(revision.heroPhotoId) : undefined
	const settings = await siteSettings()
	const responses = responsesOf(article, await sectionChoices(readDb(), article.sectionId), settings)
	expiresAt(responses.closesAt)
	const publishedAt = article.publishAt ?? new Date()
	return {
		id: article.id,
		slug: article.slug,
		revisionId,
		headline: revision.headline,
		kicker: revision.kicker,
		standfirst: revision.standfirst,
		section,
		tags: await tagsOf(revisionId),
		bylines: await bylinesOf(revisionId),
		hero: hero ? { ...hero, caption: revision.heroCaption || hero.caption } : null,
		body,
		photos: Object.fromEntries(photos),
		sources: await sourcesOf(revisionId),
		publishedAt,
		updatedAt: laterThan(article.publishAt, article.updatedAt),
		yearsOld: ageOf(publishedAt),
		readTime: readTime(revision.wordCount, settings.wordsPerMinute),
		responses,
		machines: answersOfStory(article, settings),
		language: languageOf(article, settings),
		translations: await translationsOf(article, settings),
	}
}

/** `updatedAt`, unless the publication date was changed to a later one. */
const laterThan = (publishAt: Date | null, updatedAt: Date | null): Date | null =>
	publishAt && updatedAt && updatedAt > publishAt ? updatedAt : null

const tagsByRevision = prepared(['revisionId'], (on, { revisionId }) =>
	on
		.select({ slug: tags.slug, name: tags.name })
		.from(revisionTags)
		.innerJoin(tags, eq(tags.id, revisionTags.tagId))
		.where(and(eq(revisionTags.revisionId, revisionId), isKept('tag', tags.id)))
		.orderBy(revisionTags.position),
)

export function tagsOf(revisionId: number) {
	dependsOn('tags')
	return tagsByRevision(readDb(), { revisionId })
}

const sourcesByRevision = prepared(['revisionId'], (on, { revisionId }) =>
	on
		.select({ name: revisionSources.name, url: revisionSources.url })
		.from(revisionSources)
		.where(eq(revisionSources.revisionId, revisionId))
		.orderBy(revisionSources.position),
)

export const sourcesOf = (revisionId: number, on: Queryable = readDb()) =>
	sourcesByRevision(on, { revisionId })

async function findMoved(slug: string): Promise<NoArticle> {
	const moved = await bySlug(slug, (form) => movedFrom(readDb(), { slug: form }))
	if (moved && wasPublic(moved)) return { kind: 'moved', slug: moved.slug }
	const gone = await bySlug(slug, (form) => goneFrom(readDb(), { slug: form }))
	if (!gone) return { kind: 'unknown' }
	const { headline, withdrawnAt: at, reason } = gone
	return { kind: 'withdrawn', headline, language: null, at, reason }
}

const goneFrom = prepared(['slug'], (on, { slug }) =>
	on.select().from(goneAddresses).where(eq(goneAddresses.slug, slug)),
)

const movedFrom = prepared(['slug'], (on, { slug }) =>
	on
		.select({ slug: articles.slug, publishAt: articles.publishAt, withdrawnAt: articles.withdrawnAt })
		.from(redirects)
		.innerJoin(articles, eq(articles.id, redirects.articleId))
		.where(eq(redirects.slug, slug)),
)

/** The id of the live article at a slug, or null. */
export async function findLiveId(slug: string): Promise<number | null> {
	const at = new Date()
	const article = await bySlug(slug, (form) => liveBySlug(readDb(), { slug: form, at }))
	return article?.id ?? null
}

const liveBySlug = prepared(['slug', 'at'], (on, { slug, at }) =>
	on
		.select({ id: articles.id })
		.from(articles)
		.where(and(eq(articles.slug, slug), isLive(at))),
)
