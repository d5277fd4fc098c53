import { and, eq, ne, or } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { people, sections, tags } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import { slugSpellings } from '@/lib/slug'
import { isKept } from '../trash/rows'
import { hasLiveByline, isOnLiveStory } from './live-uses'

/*
 * Existence checks of list pages by an index: rendering the page of an unknown slug costs sixty times as much.
 */

/**
 * Whether a public story carries the tag; tags of drafts only are unknown, as they reveal unpublished subjects.
 */
export function isTag(slug: string): Promise<boolean> {
	dependsOn('tags')
	return anyForm(slug, (form) => publicTag(readDb(), { slug: form, at: new Date() }))
}

/** Whether an author has a page: all staff, and readers with a public byline. */
export const isAuthor = (slug: string): Promise<boolean> =>
	anyForm(slug, (form) => publicAuthor(readDb(), { slug: form, at: new Date() }))

/** The id of a section by its current slug; null if there is none. */
export async function sectionIdOf(slug: string): Promise<number | null> {
	const [section] = await sectionBySlug(readDb(), { slug })
	return section?.id ?? null
}

const sectionBySlug = prepared(['slug'], (on, { slug }) =>
	on.select({ id: sections.id }).from(sections).where(eq(sections.slug, slug)),
)

type Found = PromiseLike<unknown[]> | unknown[]

async function anyForm(slug: string, find: (form: string) => Found): Promise<boolean> {
	for (const form of slugSpellings(slug)) if ((await find(form)).length > 0) return true
	return false
}

const publicTag = prepared(['slug', 'at'], (on, { slug, at }) => {
	return on
		.select({ id: tags.id })
		.from(tags)
		.where(and(eq(tags.slug, slug), isOnLiveStory(on, at)))
})

const publicAuthor = prepared(['slug', 'at'], (on, { slug, at }) => {
	return on
		.select({ id: people.id })
		.from(people)
		.where(
			and(
				eq(people.slug, slug),
				isKept('person', people.id),
				or(ne(people.role, 'reader'), hasLiveByline(on, at)),
			),
		)
})
