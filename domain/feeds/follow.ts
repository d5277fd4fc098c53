import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, people, revisionBylines, revisionTags, tags } from '@/db/schema'
import { dependsOn, personTag } from '@/lib/invalidation'
import { isStaffRole } from '@/lib/roles'
import { listSections } from '../articles/lists'
import { isLive } from '../articles/live'
import { tagAsList } from '../articles/publication-order'
import type { SectionName, TagName } from '../articles/views'
import { listAllSeries, type SeriesName } from '../series/series'
import { isKept } from '../trash/rows'

/** Newest stories that give the listed authors and tags: about a year's, and a bound for the cost of the query. */
export const RECENT_STORIES = 500
/** Tags and series of the page; each further one has a feed too. */
export const FOLLOWED_TAGS_MAX = 24
const FOLLOWED_SERIES_MAX = 24

export type FollowedAuthor = { slug: string; name: string; fediverse: string | null; endorsed: boolean }
export type Followable = {
	sections: SectionName[]
	authors: FollowedAuthor[]
	tags: TagName[]
	series: SeriesName[]
}

/** What readers can follow: the sections of the menu, authors and tags of recent stories, and series. */
export async function findFollowable(): Promise<Followable> {
	await tagAsList()
	const [sections, authors, recentTags, series] = await Promise.all([
		listSections(),
		recentAuthors(),
		listRecentTags(),
		listAllSeries(),
	])
	return { sections, authors, tags: recentTags, series: series.slice(0, FOLLOWED_SERIES_MAX) }
}

const recentRevisions = () =>
	readDb()
		.select({ id: articles.publishedRevisionId })
		.from(articles)
		.where(isLive())
		.orderBy(desc(articles.publishAt), desc(articles.id))
		.limit(RECENT_STORIES)

async function recentAuthors(): Promise<FollowedAuthor[]> {
	const written = readDb()
		.select({ id: revisionBylines.personId })
		.from(revisionBylines)
		.where(inArray(revisionBylines.revisionId, recentRevisions()))
	const rows = await readDb()
		.select()
		.from(people)
		.where(and(inArray(people.id, written), isKept('person', people.id)))
		.orderBy(asc(people.name))
	for (const { id } of rows) dependsOn(personTag(id))
	return rows.map(({ slug, name, fediverse, role }) => ({
		slug,
		name,
		fediverse,
		endorsed: isStaffRole(role),
	}))
}

/** The most frequent tags, by name. */
async function listRecentTags(): Promise<TagName[]> {
	dependsOn('tags')
	const frequent = await readDb()
		.select({ slug: tags.slug, name: tags.name, uses: count() })
		.from(revisionTags)
		.innerJoin(tags, eq(tags.id, revisionTags.tagId))
		.where(and(inArray(revisionTags.revisionId, recentRevisions()), isKept('tag', tags.id)))
		.groupBy(tags.id)
		.orderBy(desc(count()), asc(tags.id))
		.limit(FOLLOWED_TAGS_MAX)
	return frequent
		.map(({ slug, name }) => ({ slug, name }))
		.sort((one, other) => one.name.localeCompare(other.name))
}
