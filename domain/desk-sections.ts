import { and, asc, count, countDistinct, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { type Queryable, readDb } from '@/db'
import { articles, revisions, sectionRedirects, sections } from '@/db/schema'
import type { SectionChoices } from './articles/responses'
import { authorize, type Viewer } from './permissions'
import { requireSection } from './sections'
import { isKept } from './trash/rows'

export type DeskSection = {
	id: number
	slug: string
	name: string
	retired: boolean
	/** Published and scheduled stories. */
	published: number
}

/** The sections for the desk: those of the menu in its order, then the retired ones. */
export async function listDeskSections(viewer: Viewer): Promise<DeskSection[]> {
	authorize(viewer, 'change settings')
	const rows = await readDb()
		.select()
		.from(sections)
		.where(and(isNull(sections.mergedIntoId), isKept('section', sections.id)))
		.orderBy(sql`${sections.retiredAt} is not null`, asc(sections.position), asc(sections.id))
	const counts = await readDb()
		.select({ sectionId: articles.sectionId, published: count() })
		.from(articles)
		.where(and(isNotNull(articles.publishedRevisionId), isNull(articles.withdrawnAt)))
		.groupBy(articles.sectionId)
	const published = new Map(counts.map((row) => [row.sectionId, row.published]))
	return rows.map(({ id, slug, name, retiredAt }) => ({
		...{ id, slug, name },
		retired: retiredAt !== null,
		published: published.get(id) ?? 0,
	}))
}

export type SectionDetails = Omit<DeskSection, 'published'> & {
	description: string | null
	/** Stories with their newest or published text in the section. */
	stories: number
	/** Former slugs that lead here. */
	oldSlugs: string[]
	/** Choices for the comments of its stories. */
	comments: SectionChoices
}

/** @throws Refusal `forbidden`, or `not-found` for a missing or merged section */
export async function findDeskSection(viewer: Viewer, id: number): Promise<SectionDetails> {
	authorize(viewer, 'change settings')
	const section = await requireSection(readDb(), id)
	const { slug, name, description, retiredAt } = section
	const { commentsPolicy, commentsFrom, commentsCloseAfterDays } = section
	const { commentsClosedAt, commentsClosedReason } = section
	return {
		...{ id, slug, name, description },
		retired: retiredAt !== null,
		stories: await countStories(readDb(), id),
		oldSlugs: await oldSlugsOf(id),
		comments: {
			...{ commentsPolicy, commentsFrom, commentsCloseAfterDays },
			...{ commentsClosedAt, commentsClosedReason },
		},
	}
}

/** Stories whose newest or published text names the section, or one that was merged into it. */
export async function countStories(on: Queryable, id: number): Promise<number> {
	const merged = on.select({ id: sections.id }).from(sections).where(eq(sections.mergedIntoId, id))
	const [row] = await on
		.select({ number: countDistinct(revisions.articleId) })
		.from(revisions)
		.innerJoin(
			articles,
			or(eq(articles.headRevisionId, revisions.id), eq(articles.publishedRevisionId, revisions.id)),
		)
		.where(inArray(revisions.sectionId, [id, ...(await merged).map((section) => section.id)]))
	return row?.number ?? 0
}

async function oldSlugsOf(id: number): Promise<string[]> {
	const [renamed, merged] = await Promise.all([
		readDb()
			.select({ slug: sectionRedirects.slug })
			.from(sectionRedirects)
			.where(eq(sectionRedirects.sectionId, id)),
		readDb().select({ slug: sections.slug }).from(sections).where(eq(sections.mergedIntoId, id)),
	])
	return [...renamed, ...merged].map(({ slug }) => slug).sort()
}
