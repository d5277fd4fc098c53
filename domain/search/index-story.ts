import { eq } from 'drizzle-orm'
import { addToIndex, addWords, prepared, type Queryable, removeFromIndexes, type Tx } from '@/db'
import { articles, photoUses, revisions } from '@/db/schema'
import { indexedText } from './indexed-text'

type Article = Pick<
	typeof articles.$inferSelect,
	'headRevisionId' | 'publishedRevisionId' | 'publishAt' | 'withdrawnAt' | 'deletedAt'
>

/** The revisions of a story that belong in the indexes. */
export type Indexed = { published: number | null; draft: number | null }

/**
 * Published and scheduled revisions are in the index of readers, whose searches compare the date; the newest one, if it
 * differs, and those of stories off the site are in the desk's. The trash is in none.
 */
export function indexedRevisions(article: Article): Indexed {
	const { headRevisionId, publishedRevisionId, withdrawnAt, deletedAt } = article
	if (deletedAt) return { published: null, draft: null }
	const published = withdrawnAt ? null : publishedRevisionId
	return { published, draft: headRevisionId === published ? null : headRevisionId }
}

/** The columns that decide about the indexes. */
export const INDEXED_COLUMNS = {
	id: articles.id,
	headRevisionId: articles.headRevisionId,
	publishedRevisionId: articles.publishedRevisionId,
	publishAt: articles.publishAt,
	withdrawnAt: articles.withdrawnAt,
	deletedAt: articles.deletedAt,
}

const articleById = prepared(['id'], (on, { id }) =>
	on.select(INDEXED_COLUMNS).from(articles).where(eq(articles.id, id)),
)

const revisionsOf = prepared(['id'], (on, { id }) =>
	on.select({ id: revisions.id }).from(revisions).where(eq(revisions.articleId, id)),
)

/** Indexes a story as it now stands in the transaction: after each change of its text or its publication. */
export async function indexStory(tx: Tx, articleId: number): Promise<void> {
	const [article] = await articleById(tx, { id: articleId })
	const all = await revisionsOf(tx, { id: articleId })
	await removeFromIndexes(
		tx,
		all.map(({ id }) => id),
	)
	if (!article) return
	const { published, draft } = indexedRevisions(article)
	const text = published && (await indexedText(tx, published, article.publishAt))
	if (published && text) {
		await addToIndex(tx, 'published', published, text)
		const { headline, summary, body, captions } = text
		await addWords(
			tx,
			new Set([headline, summary, body, captions].flatMap((words) => words.split(' ')).filter(Boolean)),
		)
	}
	const draftText = draft && (await indexedText(tx, draft, article.publishAt))
	if (draft && draftText) await addToIndex(tx, 'drafts', draft, draftText)
}

/** Indexes the stories that print a photograph's caption, after its change. */
export async function indexStoriesWithPhoto(tx: Tx, photoId: number): Promise<void> {
	for (const id of await storiesWithPhoto(tx, photoId)) await indexStory(tx, id)
}

async function storiesWithPhoto(on: Queryable, photoId: number): Promise<number[]> {
	const rows = await on
		.selectDistinct({ id: revisions.articleId })
		.from(photoUses)
		.innerJoin(revisions, eq(revisions.id, photoUses.revisionId))
		.where(eq(photoUses.photoId, photoId))
	return rows.map(({ id }) => id)
}
