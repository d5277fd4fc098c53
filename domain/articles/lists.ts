import { asc, eq, inArray, type SQL } from 'drizzle-orm'
import { read } from '@/db/connection'
import { prepared } from '@/db/prepared'
import { articles, people, revisionBylines, revisionTags, sections, tags } from '@/db/schema'
import { changesAt, dependsOn, personTag } from '@/lib/changes'
import { kept } from '@/lib/kept'
import { slugForms } from '@/lib/slug'
import { afterThis, beforeThis, dependOnLists, nextAppearance } from './appearance'
import { asCards, cardRows, countLive, liveCards } from './cards'
import type { ArticleCard, Byline, Neighbours, SectionName, TagName } from './views'

/** Cards on a page of a list: about three screens of a phone. */
export const CARDS_PER_PAGE = 20

export type Page = { page?: number; limit?: number }
export type Listing = { cards: ArticleCard[]; page: number; pages: number }

export const listLatest = async ({
	limit,
	offset = 0,
}: {
	limit: number
	offset?: number
}): Promise<ArticleCard[]> => {
	await dependOnLists()
	return liveCards({ limit, offset })
}

/** The sections in the publisher's order. */
export const listSections = kept(
	'sections',
	async (): Promise<SectionName[]> =>
		read()
			.select({ slug: sections.slug, name: sections.name })
			.from(sections)
			.orderBy(asc(sections.position)),
)

export async function listSection(slug: string, page: Page = {}) {
	dependsOn('sections')
	const [section] = await read()
		.select()
		.from(sections)
		.where(inArray(sections.slug, slugForms(slug)))
	if (!section) return { section: null, ...NOTHING }
	return { section, ...(await listing(eq(articles.sectionId, section.id), page)) }
}

export async function listTag(slug: string, page: Page = {}) {
	const [tag] = await read()
		.select()
		.from(tags)
		.where(inArray(tags.slug, slugForms(slug)))
	if (!tag) return { tag: null, ...NOTHING }
	const tagged = read()
		.select({ id: revisionTags.revisionId })
		.from(revisionTags)
		.where(eq(revisionTags.tagId, tag.id))
	const list = await listing(inArray(articles.publishedRevisionId, tagged), page)
	// A tag that only drafts carry would tell what is being written.
	if (list.cards.length === 0) return { tag: null, ...NOTHING }
	return { tag: tag as TagName, ...list }
}

export async function listByAuthor(slug: string, page: Page = {}) {
	const [person] = await read()
		.select()
		.from(people)
		.where(inArray(people.slug, slugForms(slug)))
	if (!person) return { author: null, ...NOTHING }
	dependsOn(personTag(person.id))
	const written = read()
		.select({ id: revisionBylines.revisionId })
		.from(revisionBylines)
		.where(eq(revisionBylines.personId, person.id))
	const list = await listing(inArray(articles.publishedRevisionId, written), page)
	// A reader's account has no page; only someone in a byline or on the staff does.
	if (person.role === 'reader' && list.cards.length === 0) return { author: null, ...NOTHING }
	return { author: { ...bylineOf(person), beat: person.beat }, ...list }
}

const placeOf = prepared(['articleId'], (on, { articleId }) =>
	on
		.select({ id: articles.id, publishAt: articles.publishAt })
		.from(articles)
		.where(eq(articles.id, articleId)),
)

const rowBefore = prepared(['publishAt', 'id'], (on, { publishAt, id }) =>
	cardRows(on, { where: beforeThis(publishAt, id), limit: 1, at: publishAt }),
)

const rowAfter = prepared(['publishAt', 'id', 'now'], (on, { publishAt, id, now }) =>
	cardRows(on, { where: afterThis(publishAt, id), limit: 1, oldestFirst: true, at: now }),
)

/** The live articles published just before and just after this one. */
export async function findNeighbours(articleId: number): Promise<Neighbours> {
	const [here] = await placeOf(read(), { articleId })
	dependsOn(`neighbours:${articleId}`)
	changesAt(await nextAppearance())
	if (!here?.publishAt) return { previous: null, next: null }
	const { publishAt, id } = here
	const [previous] = await asCards(await rowBefore(read(), { publishAt, id }))
	const [next] = await asCards(await rowAfter(read(), { publishAt, id, now: new Date() }))
	return { previous: previous ?? null, next: next ?? null }
}

export const bylineOf = (person: typeof people.$inferSelect): Byline => ({
	slug: person.slug,
	name: person.name,
	kind: person.kind,
	bio: person.bio,
	callToAction:
		person.callToActionLabel && person.callToActionUrl
			? { label: person.callToActionLabel, url: person.callToActionUrl }
			: null,
})

const NOTHING: Listing = { cards: [], page: 1, pages: 1 }

async function listing(where: SQL | undefined, { page = 1, limit = CARDS_PER_PAGE }: Page): Promise<Listing> {
	await dependOnLists()
	const pages = Math.max(1, Math.ceil((await countLive(where)) / limit))
	const current = Math.min(Math.max(1, page), pages)
	return { page: current, pages, cards: await liveCards({ where, limit, offset: (current - 1) * limit }) }
}
