import { asc, eq, type SQL } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { articles, sections } from '@/db/schema'
import { cachedByTag } from '@/lib/cached-by-tag'
import { dependsOn, expiresAt } from '@/lib/invalidation'
import { findByline } from './bylines'
import { asCards, cardRows, countLive, liveCards } from './cards'
import { nextScheduled, publishedAfter, publishedBefore, tagAsList } from './publication-order'
import { isInMenu, sectionAt } from './section-address'
import { inSection, personAt, tagAt, withTag, writtenBy } from './selections'
import type { ArticleCard, Neighbours, SectionName, TagName } from './views'

/** Cards per page of a list: about three screens of a phone. */
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
	await tagAsList()
	return liveCards({ limit, offset })
}

/** The sections of the menu, in the publisher's order: without retired and merged ones. */
export const listSections = cachedByTag(
	'sections',
	async (): Promise<SectionName[]> =>
		readDb()
			.select({ slug: sections.slug, name: sections.name })
			.from(sections)
			.where(isInMenu)
			.orderBy(asc(sections.position), asc(sections.id)),
)

export async function listSection(slug: string, page: Page = {}) {
	const section = await sectionAt(slug)
	if (!section) return { section: null, ...EMPTY_LISTING }
	return { section, ...(await listStories(inSection(section.id), page)) }
}

export async function listTag(slug: string, page: Page = {}) {
	const tag = await tagAt(slug)
	if (!tag) return { tag: null, ...EMPTY_LISTING }
	const list = await listStories(withTag(tag.id), page)
	// A tag of drafts only reveals an unpublished subject.
	if (list.cards.length === 0) return { tag: null, ...EMPTY_LISTING }
	return { tag: tag as TagName, ...list }
}

export async function listByAuthor(slug: string, page: Page = {}) {
	const person = await personAt(slug)
	if (!person) return { author: null, ...EMPTY_LISTING }
	const list = await listStories(writtenBy(person.id), page)
	// A reader's account has a page only with a public byline.
	if (person.role === 'reader' && list.cards.length === 0) return { author: null, ...EMPTY_LISTING }
	return { author: { ...(await findByline(person)), beat: person.beat }, ...list }
}

const publicationPosition = prepared(['articleId'], (on, { articleId }) =>
	on
		.select({ id: articles.id, publishAt: articles.publishAt })
		.from(articles)
		.where(eq(articles.id, articleId)),
)

const cardBefore = prepared(['publishAt', 'id'], (on, { publishAt, id }) =>
	cardRows(on, { where: publishedBefore(publishAt, id), limit: 1, at: publishAt }),
)

const cardAfter = prepared(['publishAt', 'id', 'now'], (on, { publishAt, id, now }) =>
	cardRows(on, { where: publishedAfter(publishAt, id), limit: 1, oldestFirst: true, at: now }),
)

/** The live articles published directly before and after an article. */
export async function findNeighbours(articleId: number): Promise<Neighbours> {
	const [here] = await publicationPosition(readDb(), { articleId })
	dependsOn(`neighbours:${articleId}`)
	expiresAt(await nextScheduled())
	if (!here?.publishAt) return { previous: null, next: null }
	const { publishAt, id } = here
	const [previous] = await asCards(await cardBefore(readDb(), { publishAt, id }))
	const [next] = await asCards(await cardAfter(readDb(), { publishAt, id, now: new Date() }))
	return { previous: previous ?? null, next: next ?? null }
}

const EMPTY_LISTING: Listing = { cards: [], page: 1, pages: 1 }

/** A page of the live articles of a condition, newest first. */
export async function listStories(
	where: SQL | undefined,
	{ page = 1, limit = CARDS_PER_PAGE }: Page,
): Promise<Listing> {
	await tagAsList()
	const pages = Math.max(1, Math.ceil((await countLive(where)) / limit))
	const current = Math.min(Math.max(1, page), pages)
	return { page: current, pages, cards: await liveCards({ where, limit, offset: (current - 1) * limit }) }
}
