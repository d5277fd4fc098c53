import { and, asc, between, eq, exists, gt, isNull, max, min } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import {
	articles,
	pageRevisions,
	pages,
	people,
	revisionBylines,
	sections,
	series,
	seriesParts,
	tags,
} from '@/db/schema'
import { dependsOn, personTag } from '@/lib/invalidation'
import { isLive } from '../articles/live'
import { hasLiveByline, isOnLiveStory } from '../articles/live-uses'
import { tagAsList } from '../articles/publication-order'
import { isKept } from '../trash/rows'
import { blockIds, blocksUpTo, otherRequests } from './blocks'

/** Authors of a sitemap, which holds at most 50,000 addresses. */
const AUTHORS_MAX = 50_000

/** Sections with a page, also retired ones, and the published pages with the time of their last save. */
export async function fixedPages() {
	dependsOn('sections', 'pages')
	const sectionRows = await readDb()
		.select({ slug: sections.slug })
		.from(sections)
		.where(and(isNull(sections.mergedIntoId), isKept('section', sections.id)))
		.orderBy(asc(sections.position), asc(sections.id))
	const pageRows = await readDb()
		.select({ slug: pages.slug, changedAt: pageRevisions.savedAt })
		.from(pages)
		.innerJoin(pageRevisions, eq(pageRevisions.id, pages.publishedRevisionId))
		.orderBy(asc(pages.position), asc(pages.id))
	return { sections: sectionRows, pages: pageRows }
}

const publicSeries = prepared(['at'], (on, { at }) => {
	const part = on
		.select({ id: articles.id })
		.from(seriesParts)
		.innerJoin(articles, eq(articles.id, seriesParts.articleId))
		.where(and(eq(seriesParts.seriesId, series.id), isLive(at)))
	return on.select({ slug: series.slug }).from(series).where(exists(part)).orderBy(asc(series.id))
})

/** The slugs of series with a part that readers can see. */
export async function seriesSlugs(): Promise<string[]> {
	await tagAsList()
	dependsOn('series')
	return (await publicSeries(readDb(), { at: new Date() })).map(({ slug }) => slug)
}

const publicTagsIn = prepared(['from', 'to', 'at'], (on, { from, to, at }) => {
	return on
		.select({ slug: tags.slug })
		.from(tags)
		.where(and(between(tags.id, from, to), isKept('tag', tags.id), isOnLiveStory(on, at)))
		.orderBy(asc(tags.id))
})

/** The slugs of a block's tags that live stories carry. */
export async function tagsOfBlock(block: number): Promise<string[]> {
	await tagAsList()
	dependsOn('tags')
	const [from, to] = blockIds(block)
	return (await publicTagsIn(readDb(), { from, to, at: new Date() })).map(({ slug }) => slug)
}

/** The blocks with tags of live stories. */
export async function tagBlocks(): Promise<number[]> {
	const [last] = await readDb()
		.select({ id: max(tags.id) })
		.from(tags)
	const blocks: number[] = []
	for (let block = 1; block <= blocksUpTo(last?.id ?? 0); block += 1) {
		if ((await tagsOfBlock(block)).length > 0) blocks.push(block)
		await otherRequests()
	}
	return blocks
}

/** The next person with a byline, also of drafts: a step of a loop over an index, which skips their other texts. */
const nextAuthor = prepared(['after'], (on, { after }) =>
	on
		.select({ id: min(revisionBylines.personId) })
		.from(revisionBylines)
		.where(gt(revisionBylines.personId, after)),
)

const publicAuthor = prepared(['id', 'at'], (on, { id, at }) => {
	return on
		.select({ slug: people.slug })
		.from(people)
		.where(and(eq(people.id, id), isKept('person', people.id), hasLiveByline(on, at)))
})

/** The slugs of the authors of live stories. */
export async function authorSlugs(): Promise<string[]> {
	await tagAsList()
	const slugs: string[] = []
	let after = ''
	while (slugs.length < AUTHORS_MAX) {
		const [next] = await nextAuthor(readDb(), { after })
		if (!next?.id) break
		after = next.id
		dependsOn(personTag(after))
		const [author] = await publicAuthor(readDb(), { id: after, at: new Date() })
		if (author) slugs.push(author.slug)
	}
	return slugs
}
