import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { prepared, type Queryable, readDb } from '@/db'
import { type revisions, sectionRedirects, sections } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import { slugSpellings } from '@/lib/slug'
import { isKept } from '../trash/rows'

/** Condition: in the menu and offered for stories, that is neither retired, merged nor in the trash. */
export const isInMenu = and(
	isNull(sections.retiredAt),
	isNull(sections.mergedIntoId),
	isKept('section', sections.id),
)

/**
 * The section of a revision today: revisions are immutable and may name a section that was merged since, or one of the
 * trash, which counts as none.
 */
export const currentSectionId = (named: typeof revisions.sectionId): SQL<number | null> =>
	sql`(select coalesce(named.merged_into_id, named.id) from ${sections} as named where named.id = ${named} and ${isKept('section', sql`named.id`)})`

const bySlug = prepared(['slug'], (on, { slug }) =>
	on
		.select()
		.from(sections)
		.where(and(eq(sections.slug, slug), isKept('section', sections.id))),
)

const byId = prepared(['id'], (on, { id }) => on.select().from(sections).where(eq(sections.id, id)))

const byOldSlug = prepared(['slug'], (on, { slug }) =>
	on.select({ id: sectionRedirects.sectionId }).from(sectionRedirects).where(eq(sectionRedirects.slug, slug)),
)

/** The section that a current or former slug leads to; a merged section leads to its target. */
export async function sectionAt(slug: string, on: Queryable = readDb()) {
	dependsOn('sections')
	for (const form of slugSpellings(slug)) {
		const [named] = await bySlug(on, { slug: form })
		const [moved] = named ? [] : await byOldSlug(on, { slug: form })
		const id = named?.mergedIntoId ?? moved?.id
		const [section] = id ? await byId(on, { id }) : [named]
		if (section) return section
	}
	return null
}
