import { and, asc, between, desc, eq, gt, isNotNull, max, sql } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { articles, corrections, photos, photoUses, revisions } from '@/db/schema'
import type { LanguagePage } from '@/lib/hreflang'
import { type CacheTag, dependsOn, expiresAt } from '@/lib/invalidation'
import { isLive } from '../articles/live'
import { tagAsList } from '../articles/publication-order'
import { languageOf } from '../articles/translations'
import { isSearchable } from '../machines'
import { siteSettings } from '../settings'
import { isKept } from '../trash/rows'
import { BLOCK_SIZE, blockIds, blocksUpTo, otherRequests } from './blocks'
import { sitemapTranslations } from './translations'

/** A live story in the sitemap. */
export type SitemapStory = {
	slug: string
	/** Publication, or the last change or correction that readers are told of. */
	changedAt: Date
	photos: SitemapPhoto[]
	language: string
	/** The same story in other languages. */
	translations: LanguagePage[]
}
export type SitemapPhoto = { hash: string; widths: number[]; width: number }

/** A block of stories, with the last change of its list. */
export type StoryBlock = { block: number; changedAt: Date }

/** Stories of the last two days are news; at most a thousand fit a news sitemap. */
const NEWS_MS = 48 * 3_600_000
const NEWS_STORIES_MAX = 1_000

const ANSWERS = {
	machinesSearch: articles.machinesSearch,
	machinesAnswers: articles.machinesAnswers,
	machinesTraining: articles.machinesTraining,
}

const publishedIn = prepared(['from', 'to'], (on, { from, to }) =>
	on
		.select({
			id: articles.id,
			slug: articles.slug,
			revisionId: articles.publishedRevisionId,
			publishAt: articles.publishAt,
			updatedAt: articles.updatedAt,
			withdrawnAt: articles.withdrawnAt,
			language: articles.language,
			translationGroup: articles.translationGroup,
			...ANSWERS,
		})
		.from(articles)
		.where(and(between(articles.id, from, to), isNotNull(articles.publishedRevisionId)))
		.orderBy(asc(articles.id)),
)

const correctedIn = prepared(['from', 'to'], (on, { from, to }) =>
	on
		.select({ articleId: corrections.articleId, at: max(corrections.at) })
		.from(corrections)
		.where(between(corrections.articleId, from, to))
		.groupBy(corrections.articleId),
)

const photosIn = prepared(['from', 'to'], (on, { from, to }) =>
	on
		.select({
			revisionId: photoUses.revisionId,
			id: photos.id,
			hash: photos.hash,
			width: photos.width,
			widths: photos.widths,
			isKept: sql<number>`${isKept('photo', photos.id)}`,
		})
		.from(articles)
		.innerJoin(photoUses, eq(photoUses.revisionId, articles.publishedRevisionId))
		.innerJoin(photos, eq(photos.id, photoUses.photoId))
		.where(between(articles.id, from, to))
		.orderBy(asc(photoUses.revisionId), asc(photoUses.position)),
)

/**
 * The live stories of a block that search engines may list. The result depends on each id of the block and on the
 * settings, so that a new story leaves the parts of older ones cached.
 */
export async function storiesOfBlock(block: number): Promise<SitemapStory[]> {
	const [from] = blockIds(block)
	dependsOn(...Array.from({ length: BLOCK_SIZE }, (_, index): CacheTag => `article:${from + index}`))
	const { live } = await rowsOfBlock(block)
	const shown = await photosOfBlock(block, new Set(live.map(({ revisionId }) => revisionId)))
	const settings = await siteSettings()
	const grouped = live.filter(({ translationGroup }) => translationGroup !== null)
	const translations = await sitemapTranslations(grouped, settings)
	return live.map((row) => ({
		slug: row.slug,
		changedAt: row.changedAt,
		photos: shown.get(row.revisionId ?? 0) ?? [],
		language: languageOf(row, settings),
		translations: translations.get(row.id) ?? [],
	}))
}

/** The blocks with such stories. */
export async function storyBlocks(): Promise<StoryBlock[]> {
	await tagAsList()
	dependsOn('corrections', 'machines')
	const [last] = await readDb()
		.select({ id: max(articles.id) })
		.from(articles)
	const blocks: StoryBlock[] = []
	for (let block = 1; block <= blocksUpTo(last?.id ?? 0); block += 1) {
		const { live, lastChange } = await rowsOfBlock(block)
		if (live.length > 0) blocks.push({ block, changedAt: lastChange })
		await otherRequests()
	}
	return blocks
}

/** The newest of them within the last two days. */
export async function newsStories() {
	await tagAsList()
	dependsOn('machines')
	const settings = await siteSettings()
	const now = Date.now()
	const rows = await readDb()
		.select({
			id: articles.id,
			slug: articles.slug,
			headline: revisions.headline,
			publishedAt: articles.publishAt,
			...ANSWERS,
		})
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(and(isLive(new Date(now)), gt(articles.publishAt, new Date(now - NEWS_MS))))
		.orderBy(desc(articles.publishAt), desc(articles.id))
		.limit(NEWS_STORIES_MAX)
	const listed = rows.filter((row) => isSearchable(row, settings))
	return listed.map(({ id, slug, headline, publishedAt }) => {
		dependsOn(`article:${id}`)
		const at = publishedAt ?? new Date(now)
		expiresAt(new Date(at.getTime() + NEWS_MS))
		return { slug, headline, publishedAt: at }
	})
}

async function rowsOfBlock(block: number) {
	const [from, to] = blockIds(block)
	const now = Date.now()
	const settings = await siteSettings()
	const rows = await publishedIn(readDb(), { from, to })
	const corrected = new Map(
		(await correctedIn(readDb(), { from, to })).map(({ articleId, at }) => [articleId, at]),
	)
	const live = []
	let lastChange = 0
	for (const row of rows) {
		const publishAt = Number(row.publishAt)
		if (publishAt > now) {
			if (!row.withdrawnAt) expiresAt(row.publishAt)
			continue
		}
		const changedAt = Math.max(publishAt, Number(row.updatedAt ?? 0), Number(corrected.get(row.id) ?? 0))
		lastChange = Math.max(lastChange, changedAt, Number(row.withdrawnAt ?? 0))
		if (!row.withdrawnAt && isSearchable(row, settings)) live.push({ ...row, changedAt: new Date(changedAt) })
	}
	return { live, lastChange: new Date(lastChange) }
}

/** The photographs of published texts by revision, each once. */
async function photosOfBlock(
	block: number,
	revisionIds: Set<number | null>,
): Promise<Map<number, SitemapPhoto[]>> {
	const [from, to] = blockIds(block)
	const shown = new Map<number, Map<string, SitemapPhoto>>()
	for (const { revisionId, id, hash, width, widths, isKept: kept } of await photosIn(readDb(), {
		from,
		to,
	})) {
		if (!revisionIds.has(revisionId)) continue
		dependsOn(`photo:${id}`)
		if (!kept) continue
		const ofStory = shown.get(revisionId) ?? new Map<string, SitemapPhoto>()
		shown.set(revisionId, ofStory.set(hash, { hash, width, widths }))
	}
	return new Map([...shown].map(([id, each]) => [id, [...each.values()]]))
}
