import { and, eq, exists, ne, or } from 'drizzle-orm'
import { prepared } from '@/db/prepared'
import { articles, people, revisionBylines, revisionTags, sections, tags } from '@/db/schema'
import { readDb } from '@/db/sqlite/connection'
import { slugSpellings } from '@/lib/slug'
import { isLive } from './live'

/*
 * Whether a list has a page, told by a read of an index: rendering the page of an unknown slug costs sixty times as
 * much.
 */

export const isSection = (slug: string): Promise<boolean> =>
	anyForm(slug, (form) => sectionBySlug(readDb(), { slug: form }))

/** Whether a public story carries the tag: one that only drafts carry would tell what is being written. */
export const isTag = (slug: string): Promise<boolean> =>
	anyForm(slug, (form) => publicTag(readDb(), { slug: form, at: new Date() }))

/** Whether an author has a page: all of the staff have, and readers whose byline is public. */
export const isAuthor = (slug: string): Promise<boolean> =>
	anyForm(slug, (form) => publicAuthor(readDb(), { slug: form, at: new Date() }))

type Found = PromiseLike<unknown[]> | unknown[]

async function anyForm(slug: string, find: (form: string) => Found): Promise<boolean> {
	for (const form of slugSpellings(slug)) if ((await find(form)).length > 0) return true
	return false
}

const sectionBySlug = prepared(['slug'], (on, { slug }) =>
	on.select({ id: sections.id }).from(sections).where(eq(sections.slug, slug)),
)

const publicTag = prepared(['slug', 'at'], (on, { slug, at }) => {
	const use = on
		.select({ id: articles.id })
		.from(revisionTags)
		.innerJoin(articles, eq(articles.publishedRevisionId, revisionTags.revisionId))
		.where(and(eq(revisionTags.tagId, tags.id), isLive(at)))
	return on
		.select({ id: tags.id })
		.from(tags)
		.where(and(eq(tags.slug, slug), exists(use)))
})

const publicAuthor = prepared(['slug', 'at'], (on, { slug, at }) => {
	const byline = on
		.select({ id: articles.id })
		.from(revisionBylines)
		.innerJoin(articles, eq(articles.publishedRevisionId, revisionBylines.revisionId))
		.where(and(eq(revisionBylines.personId, people.id), isLive(at)))
	return on
		.select({ id: people.id })
		.from(people)
		.where(and(eq(people.slug, slug), or(ne(people.role, 'reader'), exists(byline))))
})
