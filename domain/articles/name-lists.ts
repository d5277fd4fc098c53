import { and, inArray } from 'drizzle-orm'
import { readDb } from '@/db'
import { people, tags } from '@/db/schema'
import { dependsOn, personTag } from '@/lib/invalidation'
import { isKept } from '../trash/rows'
import { bylinedIds, hasLiveByline, isOnLiveStory } from './live-uses'
import { tagAsList } from './publication-order'
import type { TagName } from './views'

/** Names per page: a long column of a phone. */
export const NAMES_PER_PAGE = 200

export type NamePage<Name> = { names: Name[]; page: number; pages: number }

/** A page of the tags that live stories carry, by name; their numbers of stories would read all uses of all tags. */
export async function listPublicTags(page = 1): Promise<NamePage<TagName>> {
	dependsOn('tags')
	await tagAsList()
	const all = await readDb()
		.select()
		.from(tags)
		.where(and(isKept('tag', tags.id), isOnLiveStory(readDb())))
	all.sort((one, other) => one.name.localeCompare(other.name))
	const { rows, ...at } = pageOf(all, page)
	return { names: rows.map(({ slug, name }) => ({ slug, name })), ...at }
}

export type AuthorName = { slug: string; name: string; beat: string | null }

/** A page of the people with a live story, by name. */
export async function listAuthors(page = 1): Promise<NamePage<AuthorName>> {
	await tagAsList()
	const all = await readDb()
		.select({ id: people.id, slug: people.slug, name: people.name, beat: people.beat })
		.from(people)
		.where(and(isKept('person', people.id), inArray(people.id, bylinedIds()), hasLiveByline(readDb())))
	all.sort((one, other) => one.name.localeCompare(other.name))
	const { rows, ...at } = pageOf(all, page)
	for (const { id } of rows) dependsOn(personTag(id))
	return { names: rows.map(({ id: _, ...name }) => name), ...at }
}

function pageOf<Row>(all: Row[], page: number): { rows: Row[]; page: number; pages: number } {
	const pages = Math.max(1, Math.ceil(all.length / NAMES_PER_PAGE))
	const current = Math.min(Math.max(1, page), pages)
	return { rows: all.slice((current - 1) * NAMES_PER_PAGE, current * NAMES_PER_PAGE), page: current, pages }
}
