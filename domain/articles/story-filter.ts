import { and, desc, eq, exists, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, people, revisionBylines, revisions, sections } from '@/db/schema'
import { can, type StaffViewer } from '../permissions'
import { inState, isInStages } from './publication'

export type StoryFilter = {
	state?: string
	/** `mine`: started by, assigned to or bylined with the viewer. `waiting`: the viewer has the next step. */
	whose?: string
	section?: string
	author?: string
	query?: string
	/** Cursor: the list continues after the story with this newest revision. */
	past?: number | null
	limit?: number
}

/** Stories per page of the desk's list. */
export const STORIES_PER_PAGE = 100
/** Stories read per turn of the event loop: those of a page, and the one that shows that another page follows. */
export const READ_AT_ONCE = STORIES_PER_PAGE + 1

/** Restricts the list to stories of this person; null for all. */
const ownOf = (viewer: StaffViewer, { whose }: StoryFilter): string | null =>
	can(viewer, 'edit any story') && whose !== 'mine' ? null : viewer.person.id

/** Whether the list is neither of one person nor of what waits for one. */
export const listsAll = (viewer: StaffViewer, filter: StoryFilter): boolean =>
	ownOf(viewer, filter) === null && filter.whose !== 'waiting'

const HANDED_IN = ['in review', 'approved'] as const

/**
 * Ids of revisions that may be listed, newest first, read from one index each: of an author, of a person's own
 * stories, of a stage, or of all. Those of an author include older revisions, which the condition leaves out.
 */
export function candidates(viewer: StaffViewer, filter: StoryFilter, before: number) {
	const bylined = (person: string | SQL) =>
		readDb()
			.select({ id: revisionBylines.revisionId })
			.from(revisionBylines)
			.where(and(eq(revisionBylines.personId, person), lt(revisionBylines.revisionId, before)))
	const heads = (where?: SQL) =>
		readDb()
			.select({ id: articles.headRevisionId })
			.from(articles)
			.where(and(where, lt(articles.headRevisionId, before)))
	if (filter.author) {
		const person = readDb().select({ id: people.id }).from(people).where(eq(people.slug, filter.author))
		return bylined(sql`${person}`).orderBy(desc(revisionBylines.revisionId)).limit(READ_AT_ONCE)
	}
	// By position, since a union has its columns under other names.
	return listed().orderBy(sql`1 desc`).limit(READ_AT_ONCE)

	function listed() {
		const assigned = (id: string) => heads(eq(articles.assignedTo, id))
		const own = ownOf(viewer, filter)
		if (filter.whose === 'waiting')
			return own ? assigned(own) : heads(inArray(articles.stage, HANDED_IN)).union(assigned(viewer.person.id))
		if (own) return heads(eq(articles.createdBy, own)).union(bylined(own)).union(assigned(own))
		const stage = HANDED_IN.find((each) => each === filter.state)
		return heads(stage && eq(articles.stage, stage))
	}
}

/** The condition of a filter and of the viewer's permissions. */
export function conditionOf(viewer: StaffViewer, filter: StoryFilter): SQL | undefined {
	const own = ownOf(viewer, filter)
	return and(
		isNull(articles.deletedAt),
		own ? isOf(own) : undefined,
		filter.whose === 'waiting' ? waitsFor(viewer) : undefined,
		filter.section ? eq(sections.slug, filter.section) : undefined,
		filter.author ? isBylined(eq(people.slug, filter.author)) : undefined,
		filter.state ? inState(filter.state) : undefined,
	)
}

/** Started by, assigned to or bylined with a person. */
export const isOf = (personId: string): SQL | undefined =>
	or(eq(articles.createdBy, personId), eq(articles.assignedTo, personId), isBylined(eq(people.id, personId)))

const isBylined = (person: SQL): SQL =>
	exists(
		readDb()
			.select({ one: sql`1` })
			.from(revisionBylines)
			.innerJoin(people, eq(people.id, revisionBylines.personId))
			.where(and(eq(revisionBylines.revisionId, revisions.id), person)),
	)

/** Unpublished stories assigned to the viewer; for editors also submitted ones without an assignee. */
function waitsFor(viewer: StaffViewer): SQL | undefined {
	const assigned = eq(articles.assignedTo, viewer.person.id)
	if (!can(viewer, 'publish stories')) return and(isInStages(), assigned, eq(articles.stage, 'draft'))
	const handedIn = and(isNull(articles.assignedTo), inArray(articles.stage, HANDED_IN))
	return and(isInStages(), or(assigned, handedIn))
}
