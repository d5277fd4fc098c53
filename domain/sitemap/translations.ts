import { and, asc, isNotNull } from 'drizzle-orm'
import { inNumbers, readDb } from '@/db'
import { articles } from '@/db/schema'
import type { LanguagePage } from '@/lib/hreflang'
import { dependsOn, expiresAt } from '@/lib/invalidation'
import { languageOf } from '../articles/translations'
import { isSearchable } from '../machines'
import type { SiteSettings } from '../settings'

type Grouped = { id: number; translationGroup: number | null }

/**
 * The translations of stories by the ids of these, in one query: live ones that search engines may list. They may be in
 * other parts of the sitemap, so the result depends on each story of the groups.
 */
export async function sitemapTranslations(
	stories: Grouped[],
	settings: SiteSettings,
): Promise<Map<number, LanguagePage[]>> {
	const groups = [...new Set(stories.flatMap(({ translationGroup }) => translationGroup ?? []))]
	if (groups.length === 0) return new Map()
	const rows = await readDb()
		.select()
		.from(articles)
		.where(
			and(
				inNumbers(articles.translationGroup, groups),
				isNotNull(articles.translationGroup),
				isNotNull(articles.publishedRevisionId),
			),
		)
		.orderBy(asc(articles.id))
	const now = new Date()
	const listed = rows.filter((row) => {
		dependsOn(`article:${row.id}`)
		if (!row.publishAt || row.withdrawnAt || row.deletedAt) return false
		if (row.publishAt > now) expiresAt(row.publishAt)
		return row.publishAt <= now && isSearchable(row, settings)
	})
	return new Map(
		stories.map(({ id, translationGroup }) => [
			id,
			listed
				.filter((row) => row.id !== id && row.translationGroup === translationGroup)
				.map((row) => ({ language: languageOf(row, settings), path: `/news/${row.slug}` })),
		]),
	)
}
