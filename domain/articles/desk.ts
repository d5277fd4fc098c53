import { and, desc, eq, exists, gt, isNotNull, isNull, like, or, type SQL, sql } from 'drizzle-orm'
import { read } from '@/db/connection'
import { articles, people, revisionBylines, revisions, sections } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import type { BodyDocument } from '../bodies/document'
import { demand, may, type Viewer } from '../permissions'
import { demandMine } from './access'
import { bylineNames } from './cards'
import type { StoryFields } from './fields'
import { isLive } from './live'
import { articleView, bylinesOf, sourcesOf, tagsOf } from './read'
import type { ArticleView } from './views'

export const STORY_STATES = ['draft', 'scheduled', 'live', 'withdrawn'] as const
export type StoryState = (typeof STORY_STATES)[number]

export type StoryRow = {
	id: number
	slug: string
	headline: string
	section: string | null
	bylines: string[]
	state: StoryState
	/** Whether a newer revision than the published one lies on the desk. */
	changed: boolean
	savedAt: Date
	publishAt: Date | null
}

export type StoryFilter = { state?: string; section?: string; author?: string; query?: string }

/** Stories on one screen of the desk; a filter finds the rest. */
const STORIES_MAX = 200

/** The desk's list, last saved first: all stories for editors, their own for contributors. */
export async function listStories(viewer: Viewer, filter: StoryFilter = {}): Promise<StoryRow[]> {
	demand(viewer, 'write stories')
	const rows = await read()
		.select({ article: articles, revision: revisions, section: sections.name })
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
		.leftJoin(sections, eq(sections.id, revisions.sectionId))
		.where(and(...conditions(viewer.person.id, may(viewer, 'edit any story'), filter)))
		.orderBy(desc(revisions.id))
		.limit(STORIES_MAX)
	const names = await bylineNames(rows.map((row) => row.revision.id))
	return rows.map(({ article, revision, section }) => ({
		id: article.id,
		slug: article.slug,
		headline: revision.headline,
		section,
		bylines: (names.get(revision.id) ?? []).map((byline) => byline.name),
		state: stateOf(article),
		changed: article.publishedRevisionId !== null && article.publishedRevisionId !== revision.id,
		savedAt: revision.savedAt,
		publishAt: article.publishAt,
	}))
}

export type StoryDraft = {
	id: number
	slug: string
	state: StoryState
	headRevisionId: number
	publishedRevisionId: number | null
	publishAt: Date | null
	withdrawalReason: string | null
	savedAt: Date
	savedBy: string | null
	fields: StoryFields
}

/** A story as it lies on the desk. @throws Refusal when it is not this person's to edit */
export async function findStory(viewer: Viewer, articleId: number): Promise<StoryDraft> {
	demand(viewer, 'write stories')
	const article = await demandMine(read(), viewer, articleId)
	const [found] = await read()
		.select({ revision: revisions, savedBy: people.name, section: sections.slug })
		.from(revisions)
		.leftJoin(people, eq(people.id, revisions.savedBy))
		.leftJoin(sections, eq(sections.id, revisions.sectionId))
		.where(eq(revisions.id, article.headRevisionId ?? 0))
	if (!found) throw new Refusal('unknown', 'This story has no text.')
	const { revision } = found
	return {
		id: article.id,
		slug: article.slug,
		state: stateOf(article),
		headRevisionId: revision.id,
		publishedRevisionId: article.publishedRevisionId,
		publishAt: article.publishAt,
		withdrawalReason: article.withdrawalReason,
		savedAt: revision.savedAt,
		savedBy: found.savedBy,
		fields: {
			headline: revision.headline,
			kicker: revision.kicker ?? '',
			standfirst: revision.standfirst ?? '',
			section: found.section ?? '',
			tags: (await tagsOf(revision.id)).map((tag) => tag.name),
			bylines: (await bylinesOf(revision.id)).map((byline) => byline.slug),
			heroPhotoId: revision.heroPhotoId,
			heroCaption: revision.heroCaption ?? '',
			sources: await sourcesOf(revision.id),
			body: revision.body as BodyDocument,
			note: '',
		},
	}
}

/** The story as readers would see its newest revision. */
export async function previewStory(viewer: Viewer, articleId: number): Promise<ArticleView> {
	demand(viewer, 'write stories')
	const article = await demandMine(read(), viewer, articleId)
	return articleView(article, article.headRevisionId ?? 0)
}

function stateOf(article: typeof articles.$inferSelect): StoryState {
	if (article.withdrawnAt) return 'withdrawn'
	if (!article.publishAt) return 'draft'
	return article.publishAt > new Date() ? 'scheduled' : 'live'
}

/** The same four states for the database, so that its limit counts what is asked for; nothing is in any other. */
function inState(state: string, now = new Date()): SQL | undefined {
	switch (state) {
		case 'withdrawn':
			return isNotNull(articles.withdrawnAt)
		case 'draft':
			return and(isNull(articles.withdrawnAt), isNull(articles.publishAt))
		case 'scheduled':
			return and(isNull(articles.withdrawnAt), gt(articles.publishAt, now))
		case 'live':
			return isLive(now)
		default:
			return sql`1 = 0`
	}
}

function conditions(personId: string, all: boolean, filter: StoryFilter): (SQL | undefined)[] {
	const bylined = (who: SQL) =>
		exists(
			read()
				.select({ one: sql`1` })
				.from(revisionBylines)
				.innerJoin(people, eq(people.id, revisionBylines.personId))
				.where(and(eq(revisionBylines.revisionId, revisions.id), who)),
		)
	const text = filter.query?.trim()
	return [
		all ? undefined : or(eq(articles.createdBy, personId), bylined(eq(people.id, personId) as SQL)),
		filter.section ? eq(sections.slug, filter.section) : undefined,
		filter.author ? bylined(eq(people.slug, filter.author) as SQL) : undefined,
		text ? like(revisions.headline, `%${text}%`) : undefined,
		filter.state ? inState(filter.state) : undefined,
	]
}
