import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { articles, relatedStories, revisions } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import { ageOf } from '../articles/cards'
import { isLive } from '../articles/live'
import { languageOf } from '../articles/translations'
import type { StoryName } from '../articles/views'
import { siteSettings } from '../settings'

/** A story below another one. */
export type RelatedStory = StoryName & { yearsOld: number }

/** Stories shown, and rows read: some may not be live. */
export const RELATED_MAX = 3
const ROWS_MAX = 24

const rowsOf = prepared(['articleId'], (on, { articleId }) =>
	on
		.select({ id: relatedStories.relatedId, kind: relatedStories.kind })
		.from(relatedStories)
		.where(eq(relatedStories.articleId, articleId))
		.orderBy(asc(relatedStories.kind), desc(relatedStories.weight), desc(relatedStories.relatedId))
		.limit(ROWS_MAX),
)

/**
 * The stories that an editor chose for a story, else those found similar at publication, without those of `not`, which
 * the page links anyway. The page of a story expires at the next scheduled publication in any case.
 */
export async function relatedTo(articleId: number, not: readonly number[] = []): Promise<RelatedStory[]> {
	dependsOn(`related:${articleId}`)
	const rows = (await rowsOf(readDb(), { articleId })).filter(
		({ id, kind }) => kind === 'chosen' || !not.includes(id),
	)
	if (rows.length === 0) return []
	const ids = rows.map(({ id }) => id)
	for (const id of ids) dependsOn(`article:${id}`)
	const live = await readDb()
		.select({
			id: articles.id,
			slug: articles.slug,
			headline: revisions.headline,
			language: articles.language,
			publishAt: articles.publishAt,
		})
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(and(inArray(articles.id, ids), isLive()))
	const shown = rows.flatMap(({ id, kind }) => {
		const story = live.find((each) => each.id === id)
		return story ? [{ ...story, kind }] : []
	})
	const site = await siteSettings()
	const chosen = shown.filter(({ kind }) => kind === 'chosen')
	return (chosen.length > 0 ? chosen : shown)
		.slice(0, RELATED_MAX)
		.map(({ slug, headline, language, publishAt }) => ({
			...{ slug, headline, language: languageOf({ language }, site) },
			yearsOld: ageOf(publishAt ?? new Date()),
		}))
}
