import { and, count, desc, eq, inArray, isNull, max, or, type Placeholder } from 'drizzle-orm'
import { prepared, readDb, write } from '@/db'
import { articles, corrections, readers, revisions, savedArticles, sections } from '@/db/schema'
import { READING_LIST_MAX } from '@/lib/limits'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { requireLive } from './articles/live'
import { inState } from './articles/publication'
import { languageOf } from './articles/translations'
import type { StoryName } from './articles/views'
import type { Viewer } from './permissions'
import { type ReadTime, readTime } from './read-time'
import { ensureReader, readerIdOf } from './readers'
import { siteSettings } from './settings'

/** A story of a reading list. */
export type SavedArticle = StoryName & {
	id: number
	section: string | null
	publishedAt: Date
	readTime: ReadTime
	savedAt: Date
	withdrawn: boolean
	/** Time of the last correction since the story was saved. */
	correctedAt: Date | null
}

type Readers = { own: string | Placeholder; browser: string | Placeholder }

/**
 * Rows of the account and of this browser, which are merged at the next write. Excludes a browser's reader that belongs
 * to another account, as on a shared computer.
 */
const ofReaders = ({ own, browser }: Readers) =>
	and(
		or(eq(savedArticles.readerId, own), eq(savedArticles.readerId, browser)),
		or(isNull(readers.personId), eq(readers.id, own)),
	)

const savedRow = prepared(['articleId', 'own', 'browser'], (on, { articleId, ...of }) =>
	on
		.select({ articleId: savedArticles.articleId })
		.from(savedArticles)
		.innerJoin(readers, eq(readers.id, savedArticles.readerId))
		.where(and(eq(savedArticles.articleId, articleId), ofReaders(of)))
		.limit(1),
)

/** Whether the story is in the viewer's reading list. */
export async function isSaved(viewer: Viewer, articleId: number): Promise<boolean> {
	const [own, browser] = [await readerIdOf(viewer), viewer.readerId]
	if (!own && !browser) return false
	return (await savedRow(readDb(), { articleId, own, browser })).length > 0
}

const savedArticle = prepared(['articleId', 'readerId'], (on, { articleId, readerId }) =>
	on
		.select({ articleId: savedArticles.articleId })
		.from(savedArticles)
		.where(and(eq(savedArticles.articleId, articleId), eq(savedArticles.readerId, readerId))),
)

const countSaved = prepared(['readerId'], (on, { readerId }) =>
	on.select({ number: count() }).from(savedArticles).where(eq(savedArticles.readerId, readerId)),
)

/** Adds a live story to the viewer's reading list. Idempotent. @throws Refusal `invalid` if the list is full */
export async function saveArticle(viewer: Viewer, articleId: number): Promise<void> {
	await write(async (tx) => {
		await requireLive(tx, articleId)
		const readerId = await ensureReader(tx, viewer)
		await tx.lock('reader', readerId)
		if ((await savedArticle(tx, { articleId, readerId })).length > 0) return
		const [saved] = await countSaved(tx, { readerId })
		if ((saved?.number ?? 0) >= READING_LIST_MAX)
			throw new Refusal('invalid', messages().refusals.listFull(READING_LIST_MAX))
		await tx.insert(savedArticles).values({ articleId, readerId, savedAt: new Date() })
	})
}

/** Removes a story from the viewer's reading list, also one that was withdrawn since. Idempotent. */
export async function removeSaved(viewer: Viewer, articleId: number): Promise<void> {
	if (!viewer.person && !viewer.readerId) return
	await write(async (tx) => {
		const readerId = await ensureReader(tx, viewer)
		await tx
			.delete(savedArticles)
			.where(and(eq(savedArticles.articleId, articleId), eq(savedArticles.readerId, readerId)))
	})
}

/** The viewer's reading list, the last saved story first. */
export async function listSaved(viewer: Viewer): Promise<SavedArticle[]> {
	const [own, browser] = [await readerIdOf(viewer), viewer.readerId]
	if (!own && !browser) return []
	const site = await siteSettings()
	const rows = await savedRows(own, browser)
	const corrected = await lastCorrections(rows.map(({ article }) => article.id))
	// A story that was saved both in the browser and in the account is named once.
	const saved = new Map<number, SavedArticle>()
	for (const { article, headline, wordCount, section, savedAt } of rows.reverse()) {
		const correctedAt = corrected.get(article.id)
		saved.delete(article.id)
		saved.set(article.id, {
			id: article.id,
			slug: article.slug,
			headline,
			language: languageOf(article, site),
			section,
			publishedAt: article.publishAt ?? savedAt,
			readTime: readTime(wordCount, site.wordsPerMinute),
			savedAt,
			withdrawn: article.withdrawnAt !== null,
			correctedAt: correctedAt && correctedAt > savedAt ? correctedAt : null,
		})
	}
	return [...saved.values()].reverse()
}

/** Newest first. Stories that are neither live nor withdrawn, such as one that was scheduled anew, are not named. */
function savedRows(own: string | null, browser: string | null) {
	const { id, slug, language, publishAt, withdrawnAt } = articles
	const { headline, wordCount } = revisions
	const { savedAt } = savedArticles
	return readDb()
		.select({
			article: { id, slug, language, publishAt, withdrawnAt },
			headline,
			wordCount,
			section: sections.name,
			savedAt,
		})
		.from(savedArticles)
		.innerJoin(readers, eq(readers.id, savedArticles.readerId))
		.innerJoin(articles, eq(id, savedArticles.articleId))
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.leftJoin(sections, eq(sections.id, articles.sectionId))
		.where(
			and(ofReaders({ own: own ?? '', browser: browser ?? '' }), or(inState('live'), inState('withdrawn'))),
		)
		.orderBy(desc(savedAt), desc(savedArticles.articleId))
}

/** Time of the last correction of each story that has one. */
async function lastCorrections(articleIds: number[]): Promise<Map<number, Date | null>> {
	if (articleIds.length === 0) return new Map()
	const rows = await readDb()
		.select({ articleId: corrections.articleId, at: max(corrections.at) })
		.from(corrections)
		.where(inArray(corrections.articleId, articleIds))
		.groupBy(corrections.articleId)
	return new Map(rows.map(({ articleId, at }) => [articleId, at]))
}
