import type { SQL } from 'drizzle-orm'
import { sectionAt } from '../articles/section-address'
import { inSection, inSeries, personAt, tagAt, withTag, writtenBy } from '../articles/selections'
import { parseInline } from '../body/parse-inline'
import { inlineWords } from '../body/plain-text'
import { seriesAt } from '../series/series'
import type { PermanentName } from '../site-identity'

/** A list of stories that has a feed. */
export type StoryList = {
	id: PermanentName
	/** Path of its page. */
	path: string
	/** Empty for all stories of the site. */
	name: string
	description: string | null
	where: SQL | undefined
}

export const ALL_STORIES: StoryList = { id: 'site', path: '/', name: '', description: null, where: undefined }

/** Kinds of lists, by the first segment of their addresses. */
export const STORY_LISTS = {
	sections: findSection,
	tags: findTag,
	people: findAuthor,
	series: findSeries,
}

async function findSection(slug: string): Promise<StoryList | null> {
	const section = await sectionAt(slug)
	if (!section) return null
	const { id, name, description } = section
	return { id: `section:${id}`, path: `/sections/${section.slug}`, name, description, where: inSection(id) }
}

async function findTag(slug: string): Promise<StoryList | null> {
	const tag = await tagAt(slug)
	if (!tag) return null
	const { id, name } = tag
	return { id: `tag:${id}`, path: `/tags/${tag.slug}`, name, description: null, where: withTag(id) }
}

async function findAuthor(slug: string): Promise<StoryList | null> {
	const person = await personAt(slug)
	if (!person) return null
	const { id, name, bio } = person
	const description = bio ? inlineWords(parseInline(bio)) : null
	return { id: `person:${id}`, path: `/people/${person.slug}`, name, description, where: writtenBy(id) }
}

async function findSeries(slug: string): Promise<StoryList | null> {
	const series = await seriesAt(slug)
	if (!series) return null
	const { id, name, description } = series
	return { id: `series:${id}`, path: `/series/${series.slug}`, name, description, where: inSeries(id) }
}
