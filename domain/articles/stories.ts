import { and, desc, eq, exists, lt, or, type SQL, sql } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, people, revisionBylines, revisions, sections } from '@/db/schema'
import { searchTerms } from '@/lib/fold-text'
import { Refusal } from '@/lib/refusal'
import { authorize, can, type Viewer } from '../permissions'
import { requireEditable } from './access'
import { bylineNames } from './cards'
import type { StoryFields } from './fields'
import { articleView } from './find-article'
import { inState, publicationOf, type StoryState } from './publication'
import { readRevision } from './revisions'
import { revisionsWith } from './search'
import type { ArticleView } from './views'

export type StoryRow = {
	id: number
	slug: string
	headline: string
	section: string | null
	bylines: string[]
	state: StoryState
	/** Whether the newest revision differs from the published or scheduled one. */
	changed: boolean
	savedAt: Date
	publishAt: Date | null
}

export type StoryFilter = { state?: string; section?: string; author?: string; query?: string }

/** Stories per page of the desk's list. */
const STORIES_MAX = 200
/** Stories per batch of a search. */
const SEARCH_BATCH = 100

/** The desk's list, last saved first: all stories for editors, their own for contributors. */
export async function listStories(viewer: Viewer, filter: StoryFilter = {}): Promise<StoryRow[]> {
	authorize(viewer, 'write stories')
	const where = and(...conditions(viewer.person.id, can(viewer, 'edit any story'), filter))
	const terms = searchTerms(filter.query ?? '')
	const rows = terms.length > 0 ? await matchingRows(where, terms) : await newestRows(where, STORIES_MAX)
	const names = await bylineNames(rows.map((row) => row.revision.id))
	return rows.map(({ article, revision, section }) => ({
		id: article.id,
		slug: article.slug,
		headline: revision.headline,
		section,
		bylines: (names.get(revision.id) ?? []).map((byline) => byline.name),
		...publicationOf(article),
		changed: hasNewerText(article),
		savedAt: revision.savedAt,
	}))
}

const newestRows = (where: SQL | undefined, limit: number) =>
	readDb()
		.select({
			article: articles,
			revision: { id: revisions.id, headline: revisions.headline, savedAt: revisions.savedAt },
			section: sections.name,
		})
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
		.leftJoin(sections, eq(sections.id, revisions.sectionId))
		.where(where)
		.orderBy(desc(revisions.id))
		.limit(limit)

/** Reads batches from the newest story on until enough stories match. */
async function matchingRows(where: SQL | undefined, terms: string[]) {
	const found: Awaited<ReturnType<typeof newestRows>> = []
	let older = where
	while (found.length < STORIES_MAX) {
		const batch = await newestRows(older, SEARCH_BATCH)
		const matching = await revisionsWith(
			terms,
			batch.map((row) => row.revision.id),
		)
		found.push(...batch.filter((row) => matching.has(row.revision.id)))
		const last = batch.at(-1)
		if (!last || batch.length < SEARCH_BATCH) break
		older = and(where, lt(revisions.id, last.revision.id))
	}
	return found.slice(0, STORIES_MAX)
}

export type StoryDraft = {
	id: number
	slug: string
	state: StoryState
	headRevisionId: number
	publishedRevisionId: number | null
	changed: boolean
	publishAt: Date | null
	withdrawalReason: string | null
	savedAt: Date
	savedBy: string | null
	fields: StoryFields
}

/** The story form's content. @throws Refusal `not-found` if the viewer may not edit the story */
export async function findStory(viewer: Viewer, articleId: number): Promise<StoryDraft> {
	authorize(viewer, 'write stories')
	const article = await requireEditable(readDb(), viewer, articleId)
	const revision = await readRevision(article.headRevisionId ?? 0)
	if (!revision) throw new Refusal('not-found', 'This story has no text.')
	return {
		id: article.id,
		slug: article.slug,
		...publicationOf(article),
		headRevisionId: revision.id,
		publishedRevisionId: article.publishedRevisionId,
		changed: hasNewerText(article),
		withdrawalReason: article.withdrawalReason,
		savedAt: revision.savedAt,
		savedBy: revision.savedBy,
		fields: revision.fields,
	}
}

/** The article with the content of its newest revision. @throws Refusal `not-found` as `findStory` */
export async function previewStory(viewer: Viewer, articleId: number): Promise<ArticleView> {
	authorize(viewer, 'write stories')
	const article = await requireEditable(readDb(), viewer, articleId)
	return articleView(article, article.headRevisionId ?? 0)
}

const hasNewerText = ({ publishedRevisionId, headRevisionId }: typeof articles.$inferSelect): boolean =>
	publishedRevisionId !== null && publishedRevisionId !== headRevisionId

function conditions(personId: string, all: boolean, filter: StoryFilter): (SQL | undefined)[] {
	const bylined = (person: SQL) =>
		exists(
			readDb()
				.select({ one: sql`1` })
				.from(revisionBylines)
				.innerJoin(people, eq(people.id, revisionBylines.personId))
				.where(and(eq(revisionBylines.revisionId, revisions.id), person)),
		)
	return [
		all ? undefined : or(eq(articles.createdBy, personId), bylined(eq(people.id, personId) as SQL)),
		filter.section ? eq(sections.slug, filter.section) : undefined,
		filter.author ? bylined(eq(people.slug, filter.author) as SQL) : undefined,
		filter.state ? inState(filter.state) : undefined,
	]
}
