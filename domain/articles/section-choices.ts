import { and, eq, sql } from 'drizzle-orm'
import { prepared, type Queryable, readDb, type Tx } from '@/db'
import { sections } from '@/db/schema'
import type { SiteSettings } from '../settings'
import { siteSettings } from '../settings'
import { isKept } from '../trash/rows'
import { liveChoices, requireLive } from './live'
import { type Responses, responsesOf, type SectionChoices } from './responses'

/** The choices of a section, or of the one that took over its stories; one in the trash counts as none. */
const choicesById = prepared(['id'], (on, { id }) =>
	on
		.select({
			commentsPolicy: sections.commentsPolicy,
			commentsFrom: sections.commentsFrom,
			commentsCloseAfterDays: sections.commentsCloseAfterDays,
			commentsClosedAt: sections.commentsClosedAt,
			commentsClosedReason: sections.commentsClosedReason,
		})
		.from(sections)
		.where(
			and(
				eq(
					sections.id,
					sql`(select coalesce(named.merged_into_id, named.id) from ${sections} as named where named.id = ${id})`,
				),
				isKept('section', sections.id),
			),
		),
)

export async function sectionChoices(on: Queryable, id: number | null): Promise<SectionChoices | null> {
	if (id === null) return null
	const [choices] = await choicesById(on, { id })
	return choices ?? null
}

/** What a live story takes from readers. @throws Refusal `not-found` if it is not live */
export async function requireResponses(tx: Tx, articleId: number, site: SiteSettings): Promise<Responses> {
	const story = await requireLive(tx, articleId)
	return responsesOf(story, await sectionChoices(tx, story.sectionId), site)
}

/** As `requireResponses`, outside a transaction; null if the story is not live. */
export async function findResponses(articleId: number): Promise<Responses | null> {
	const story = await liveChoices(articleId)
	if (!story) return null
	return responsesOf(story, await sectionChoices(readDb(), story.sectionId), await siteSettings())
}
