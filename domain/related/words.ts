import { and, count, isNotNull, isNull } from 'drizzle-orm'
import { inNumbers, newestMatches, type Queryable } from '@/db'
import { articles } from '@/db/schema'

/** Words looked up at most, and texts read for one word; a word with more texts is too common to tell stories apart. */
const WORDS_MAX = 10
const TEXTS_MAX = 300
/** Stories of the site that are counted, to find words that most of them have. */
const COUNTED_MAX = 3_000
/** Share of all stories above which a word is common; few stories are too few for a share. */
export const COMMON_SHARE = 0.1
const COMMON_MIN = 3

/** The weight of a property that `count` stories share: rare ones tell more (inverse document frequency). */
export const rarity = (count: number): number => 1 / Math.log2(2 + count)

/** Published stories with some of the words, each with the sum of the rarities of its words. */
export async function storiesWithWords(
	on: Queryable,
	words: readonly string[],
	commonShare = COMMON_SHARE,
): Promise<Map<number, number>> {
	const commonFrom = Math.max(COMMON_MIN, (await countStories(on)) * commonShare)
	const weights = new Map<number, number>()
	for (const word of [...new Set(words)].slice(0, WORDS_MAX)) {
		const clause = [{ words: [word], prefix: false }]
		const query = { all: [clause], none: [] }
		const revisionIds = await newestMatches(on, 'published', query, { limit: TEXTS_MAX + 1 })
		if (revisionIds.length > Math.min(TEXTS_MAX, commonFrom)) continue
		for (const id of revisionIds) weights.set(id, (weights.get(id) ?? 0) + rarity(revisionIds.length))
	}
	const rows = await on
		.select({ id: articles.id, revisionId: articles.publishedRevisionId })
		.from(articles)
		.where(and(inNumbers(articles.publishedRevisionId, [...weights.keys()]), isNull(articles.withdrawnAt)))
	return new Map(rows.map(({ id, revisionId }) => [id, weights.get(revisionId ?? 0) ?? 0]))
}

/** Number of published stories, counted up to a limit. */
async function countStories(on: Queryable): Promise<number> {
	const some = on
		.select({ id: articles.id })
		.from(articles)
		.where(and(isNotNull(articles.publishedRevisionId), isNull(articles.withdrawnAt)))
		.limit(COUNTED_MAX)
		.as('some')
	const [row] = await on.select({ number: count() }).from(some)
	return row?.number ?? 0
}
