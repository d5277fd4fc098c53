import { and, eq, or } from 'drizzle-orm'
import { inNumbers, readDb } from '@/db'
import { articles, revisions } from '@/db/schema'
import { siteSettings } from '../settings'
import { inState } from './publication'
import { languageOf } from './translations'
import type { StoryName } from './views'

/** A story that readers can or could see. */
export type PublicName = StoryName & { withdrawn: boolean }

/** Names of stories by id. Stories that are neither live nor withdrawn, such as one scheduled anew, are left out. */
export async function publicNames(ids: readonly number[]): Promise<Map<number, PublicName>> {
	const site = await siteSettings()
	const rows = await readDb()
		.select({
			id: articles.id,
			slug: articles.slug,
			language: articles.language,
			withdrawnAt: articles.withdrawnAt,
			headline: revisions.headline,
		})
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(and(inNumbers(articles.id, ids), or(inState('live'), inState('withdrawn'))))
	return new Map(
		rows.map(({ id, withdrawnAt, slug, headline, language }) => [
			id,
			{ slug, headline, language: languageOf({ language }, site), withdrawn: withdrawnAt !== null },
		]),
	)
}
