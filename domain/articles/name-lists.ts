import { and, eq, exists, inArray, sql } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, people, revisionBylines, revisionTags, tags } from '@/db/schema'
import { dependsOn, personTag } from '@/lib/invalidation'
import { isKept } from '../trash/rows'
import { isLive } from './live'
import { tagAsList } from './publication-order'
import type { TagName } from './views'

/** Names per page: a long column of a phone. */
export const NAMES_PER_PAGE = 200

export type NamePage<Name> = { names: Name[]; page: number; pages: number }

/** A page of the tags that live stories carry, by name; their numbers of stories would read all uses of all tags. */
export async function listPublicTags(page = 1): Promise<NamePage<TagName>> {
	dependsOn('tags')
	await tagAsList()
	const use = readDb()
		.select({ id: articles.id })
		.from(revisionTags)
		.innerJoin(articles, eq(articles.publishedRevisionId, revisionTags.revisionId))
		.where(and(eq(revisionTags.tagId, tags.id), isLive()))
	const all = await readDb()
		.select()
		.from(tags)
		.where(and(isKept('tag', tags.id), exists(use)))
	all.sort((one, other) => one.name.localeCompare(other.name))
	const { rows, ...at } = pageOf(all, page)
	return { names: rows.map(({ slug, name }) => ({ slug, name })), ...at }
}

export type AuthorName = { slug: string; name: string; beat: string | null }

/** A page of the people with a live story, by name. */
export async function listAuthors(page = 1): Promise<NamePage<AuthorName>> {
	await tagAsList()
	const byline = readDb()
		.select({ id: articles.id })
		.from(revisionBylines)
		.innerJoin(articles, eq(articles.publishedRevisionId, revisionBylines.revisionId))
		.where(and(eq(revisionBylines.personId, people.id), isLive()))
	const all = await readDb()
		.select({ id: people.id, slug: people.slug, name: people.name, beat: people.beat })
		.from(people)
		.where(and(isKept('person', people.id), inArray(people.id, bylinedIds()), exists(byline)))
	all.sort((one, other) => one.name.localeCompare(other.name))
	const { rows, ...at } = pageOf(all, page)
	for (const { id } of rows) dependsOn(personTag(id))
	return { names: rows.map(({ id: _, ...name }) => name), ...at }
}

/** The people in bylines, found by one search of the index of bylines a person. */
const bylinedIds = () => sql`(with recursive bylined (id) as (
	select min(person_id) from ${revisionBylines}
	union all
	select (select min(person_id) from ${revisionBylines} where person_id > bylined.id)
	from bylined where bylined.id is not null
) select id from bylined where id is not null)`

function pageOf<Row>(all: Row[], page: number): { rows: Row[]; page: number; pages: number } {
	const pages = Math.max(1, Math.ceil(all.length / NAMES_PER_PAGE))
	const current = Math.min(Math.max(1, page), pages)
	return { rows: all.slice((current - 1) * NAMES_PER_PAGE, current * NAMES_PER_PAGE), page: current, pages }
}
