import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, desc, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, revisions, sections } from '@/db/schema'
import { foldText, searchTerms } from '@/lib/fold-text'
import { type Publication, publicationOf } from './articles/publication'
import { publishedBefore } from './articles/publication-order'
import { authorize, type Viewer } from './permissions'

/** A story that can stand on the front page: live or scheduled, in a place also withdrawn. */
export type FrontPageStory = { id: number; headline: string } & Publication

/** Stories offered for one search. */
const STORIES_OFFERED = 12
/** Stories read per turn of the event loop. */
const READ_AT_ONCE = 300

/** Live and scheduled stories whose headline, kicker and standfirst contain all words, last published first. */
export async function findFrontPageStories(viewer: Viewer, query: string): Promise<FrontPageStory[]> {
	authorize(viewer, 'arrange the front page')
	const terms = searchTerms(query)
	const found: FrontPageStory[] = []
	for (let before: SQL | undefined; found.length < STORIES_OFFERED; ) {
		const rows = await storyRows(and(isListed, before), terms.length > 0 ? READ_AT_ONCE : STORIES_OFFERED)
		for (const { words, ...story } of rows)
			if (terms.every((term) => foldText(words).includes(term))) found.push(story)
		const last = rows.at(-1)
		if (!last?.publishAt || rows.length < READ_AT_ONCE) break
		before = publishedBefore(last.publishAt, last.id)
		await nextTurn()
	}
	return found.slice(0, STORIES_OFFERED)
}

/** The stories of an arrangement's places. */
export async function listFrontPageStories(viewer: Viewer, ids: number[]): Promise<FrontPageStory[]> {
	authorize(viewer, 'arrange the front page')
	if (ids.length === 0) return []
	const rows = await storyRows(inArray(articles.id, ids), ids.length)
	return rows.map(({ words: _, ...story }) => story)
}

/** The sections that have a block, in the publisher's order. */
export const listFrontPageSections = async (): Promise<{ id: number; name: string }[]> =>
	readDb()
		.select({ id: sections.id, name: sections.name })
		.from(sections)
		.where(and(isNull(sections.retiredAt), isNull(sections.mergedIntoId)))
		.orderBy(sections.position, sections.id)

const isListed = and(isNotNull(articles.publishedRevisionId), isNull(articles.withdrawnAt))

async function storyRows(where: SQL | undefined, limit: number) {
	const rows = await readDb()
		.select({ article: articles, revision: TEXTS })
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(where)
		.orderBy(desc(articles.publishAt), desc(articles.id))
		.limit(limit)
	return rows.map(({ article, revision: { headline, kicker, standfirst } }) => ({
		id: article.id,
		headline,
		...publicationOf(article),
		words: [headline, kicker, standfirst].filter(Boolean).join('\n'),
	}))
}

const TEXTS = { headline: revisions.headline, kicker: revisions.kicker, standfirst: revisions.standfirst }
