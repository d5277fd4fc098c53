import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, asc, desc, eq, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, people, revisions, sections } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { type OwnAnswers, ownAnswers } from '../machines'
import { authorize, type StaffViewer, type Viewer } from '../permissions'
import { type DeskSearch, deskSearch } from '../search/desk-search'
import { requireEditable } from './access'
import { bylineNames } from './cards'
import type { TypedChoices } from './change-responses'
import type { StoryFields } from './fields'
import { articleView } from './find-article'
import { listSections } from './lists'
import { publicationOf, type StoryState } from './publication'
import { readRevision } from './revisions'
import { currentSectionId } from './section-address'
import {
	candidates,
	conditionOf,
	listsAll,
	READ_AT_ONCE,
	STORIES_PER_PAGE,
	type StoryFilter,
} from './story-filter'
import type { ArticleView, SectionName } from './views'

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
	assignee: string | null
	dueAt: Date | null
	plannedAt: Date | null
}

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
	const where = conditionOf(viewer, filter)
	const search = await deskSearch(filter.query ?? '', filter)
	const found: Awaited<ReturnType<typeof headRows>> = []
	for (let before = past ?? Number.MAX_SAFE_INTEGER; found.length <= limit; ) {
		const ids = await idsBefore(before)
		found.push(...(await matchingRows(ids, where, search)))
		if (ids.length < READ_AT_ONCE) break
		before = ids.at(-1) ?? 0
		await nextTurn()
	}
	const rows = found.slice(0, limit)
	return {
		stories: await storyRows(rows),
		past: found.length > limit ? (rows.at(-1)?.revision.id ?? null) : null,
	}

	async function idsBefore(before: number): Promise<number[]> {
		if (search && listsAll(viewer as StaffViewer, filter)) return search.newest(before, READ_AT_ONCE)
		return (await candidates(viewer as StaffViewer, filter, before)).map(({ id }) => id ?? 0)
	}
}

async function storyRows(rows: Awaited<ReturnType<typeof headRows>>): Promise<StoryRow[]> {
	const names = await bylineNames(rows.map((row) => row.revision.id))
	return rows.map(({ article, revision, section, assignee }) => ({
		id: article.id,
		slug: article.slug,
		headline: revision.headline,
		section,
		bylines: (names.get(revision.id) ?? []).map((byline) => byline.name),
		...publicationOf(article),
		changed: hasNewerText(article),
		savedAt: revision.savedAt,
		assignee,
		dueAt: article.dueAt,
		plannedAt: article.plannedAt,
	}))
}

async function matchingRows(ids: number[], where: SQL | undefined, search: DeskSearch | null) {
	if (ids.length === 0) return []
	const rows = await headRows(and(inArray(articles.headRevisionId, ids), where))
	if (!search || rows.length === 0) return rows
	const matching = await search.among(rows.map(({ revision }) => revision.id))
	return rows.filter(({ revision }) => matching.has(revision.id))
}

const headRows = (where: SQL | undefined) =>
	readDb()
		.select({
			article: articles,
			revision: { id: revisions.id, headline: revisions.headline, savedAt: revisions.savedAt },
			section: sections.name,
			assignee: people.name,
		})
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
		.leftJoin(sections, eq(sections.id, currentSectionId(revisions.sectionId)))
		.leftJoin(people, eq(people.id, articles.assignedTo))
		.where(where)
		.orderBy(desc(articles.headRevisionId))

export type StorySection = SectionName & { retired: boolean }

/** Sections for the filter of stories: those of the menu, then retired ones that still have stories. */
export async function listStorySections(): Promise<StorySection[]> {
	const retired = await readDb()
		.select({ id: sections.id, slug: sections.slug, name: sections.name })
		.from(sections)
		.where(and(isNotNull(sections.retiredAt), isNull(sections.mergedIntoId)))
		.orderBy(asc(sections.name))
	const used: StorySection[] = []
	for (const { id, ...section } of retired) if (await hasStories(id)) used.push({ ...section, retired: true })
	return [...(await listSections()).map((section) => ({ ...section, retired: false })), ...used]
}

/** Whether the newest text of a story names the section, or one that was merged into it. */
async function hasStories(sectionId: number): Promise<boolean> {
	const [story] = await readDb()
		.select({ id: articles.id })
		.from(sections)
		.innerJoin(revisions, eq(revisions.sectionId, sections.id))
		.innerJoin(articles, eq(articles.headRevisionId, revisions.id))
		.where(
			and(or(eq(sections.id, sectionId), eq(sections.mergedIntoId, sectionId)), isNull(articles.deletedAt)),
		)
		.limit(1)
	return story !== undefined
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
	/** Choices of responses that differ from the site's. */
	choices: TypedChoices
	/** Answers to machines that differ from the site's. */
	machines: OwnAnswers
	/** Language tag that differs from the site's. */
	language: string | null
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
		choices: {
			commentsPolicy: article.commentsPolicy,
			commentsFrom: article.commentsFrom,
			commentsClosedReason: article.commentsClosedReason,
			moodsShown: article.moodsShown,
			ratingsShown: article.ratingsShown,
		},
		machines: ownAnswers(article),
		language: article.language,
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
