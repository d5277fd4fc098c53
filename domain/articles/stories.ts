import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, desc, eq, exists, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
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
import { currentSectionId } from './section-address'
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

export type StoryFilter = {
	state?: string
	section?: string
	author?: string
	query?: string
	/** Cursor: the list continues after the story with this newest revision. */
	past?: number | null
	limit?: number
}

/** Stories per page of the desk's list. */
const STORIES_PER_PAGE = 100
/** Stories read per turn of the event loop: those of a page, and the one that shows that another page follows. */
const READ_AT_ONCE = STORIES_PER_PAGE + 1

/**
 * A page of the desk's list, last saved first: all stories for editors, their own for contributors. `past` is the
 * cursor of the next page, null at the end.
 */
export async function listStories(
	viewer: Viewer,
	filter: StoryFilter = {},
): Promise<{ stories: StoryRow[]; past: number | null }> {
	authorize(viewer, 'write stories')
	const { past, limit = STORIES_PER_PAGE } = filter
	const ownOf = can(viewer, 'edit any story') ? null : viewer.person.id
	const where = and(...conditions(ownOf, filter))
	const terms = searchTerms(filter.query ?? '')
	const found: Awaited<ReturnType<typeof headRows>> = []
	for (let before = past ?? Number.MAX_SAFE_INTEGER; found.length <= limit; ) {
		const ids = (await candidates(before, ownOf, filter.author)).map(({ id }) => id ?? 0)
		found.push(...(await matchingRows(ids, where, terms)))
		if (ids.length < READ_AT_ONCE) break
		before = ids.at(-1) ?? 0
		await nextTurn()
	}
	const rows = found.slice(0, limit)
	return {
		stories: await storyRows(rows),
		past: found.length > limit ? (rows.at(-1)?.revision.id ?? null) : null,
	}
}

async function storyRows(rows: Awaited<ReturnType<typeof headRows>>): Promise<StoryRow[]> {
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

/**
 * Ids of revisions that may be listed, newest first, read from one index each: of an author, of a contributor's own
 * stories, or of all. Those of an author include older revisions, which `headRows` leaves out.
 */
function candidates(before: number, ownOf: string | null, author?: string) {
	const heads = readDb().select({ id: articles.headRevisionId }).from(articles)
	const bylined = readDb().select({ id: revisionBylines.revisionId }).from(revisionBylines)
	const bylinedBy = (person: SQL) => bylined.where(and(person, lt(revisionBylines.revisionId, before)))
	if (author) {
		const person = readDb().select({ id: people.id }).from(people).where(eq(people.slug, author))
		return bylinedBy(eq(revisionBylines.personId, person))
			.orderBy(desc(revisionBylines.revisionId))
			.limit(READ_AT_ONCE)
	}
	const earlier = lt(articles.headRevisionId, before)
	const all = ownOf
		? heads
				.where(and(eq(articles.createdBy, ownOf), earlier))
				.union(bylinedBy(eq(revisionBylines.personId, ownOf)))
		: heads.where(earlier)
	return all.orderBy(desc(articles.headRevisionId)).limit(READ_AT_ONCE)
}

async function matchingRows(ids: number[], where: SQL | undefined, terms: string[]) {
	if (ids.length === 0) return []
	const rows = await headRows(and(inArray(articles.headRevisionId, ids), where))
	if (terms.length === 0) return rows
	const matching = await revisionsWith(
		terms,
		rows.map((row) => row.revision.id),
	)
	return rows.filter((row) => matching.has(row.revision.id))
}

const headRows = (where: SQL | undefined) =>
	readDb()
		.select({
			article: articles,
			revision: { id: revisions.id, headline: revisions.headline, savedAt: revisions.savedAt },
			section: sections.name,
		})
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
		.leftJoin(sections, eq(sections.id, currentSectionId(revisions.sectionId)))
		.where(where)
		.orderBy(desc(articles.headRevisionId))

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

function conditions(ownOf: string | null, filter: StoryFilter): (SQL | undefined)[] {
	const bylined = (person: SQL) =>
		exists(
			readDb()
				.select({ one: sql`1` })
				.from(revisionBylines)
				.innerJoin(people, eq(people.id, revisionBylines.personId))
				.where(and(eq(revisionBylines.revisionId, revisions.id), person)),
		)
	return [
		ownOf ? or(eq(articles.createdBy, ownOf), bylined(eq(people.id, ownOf))) : undefined,
		filter.section ? eq(sections.slug, filter.section) : undefined,
		filter.author ? bylined(eq(people.slug, filter.author)) : undefined,
		filter.state ? inState(filter.state) : undefined,
	]
}
