import { and, count, eq, inArray, not } from 'drizzle-orm'
import { type Queryable, readDb } from '@/db'
import { ads, articles, comments, moods, people, photos, ratings, revisions, sections } from '@/db/schema'
import { authorize, type Viewer } from '../permissions'
import { isOfDemo, listDemoIds, listDemoNumbers } from './rows'
import { hasOwnWork, isPersonUsed, isPhotoUsed, isSectionUsed, type Leaving, wasChanged } from './uses'

export type DemoCounts = {
	stories: number
	photographs: number
	people: number
	sections: number
	ads: number
}

/** A row of the demo edition that stays. */
export type DemoItem = {
	/** Names the row, and of a story its newest version, in `RemovalChoice`. */
	key: string
	kind: keyof DemoCounts
	name: string
	/** Path of its page at the desk, if there is one. */
	href: string | null
}

export type DemoPlan = {
	/** Rows that leave unless more is chosen. */
	leaving: DemoCounts
	/** Changed by the newsroom, but unused in its own content: stays unless it is chosen. */
	changed: DemoItem[]
	/** Used by the newsroom's own stories, pages and advertisements: stays. */
	used: DemoItem[]
	/** Comments and votes of readers on the stories that leave. */
	readerComments: number
	readerVotes: number
}

/** Lists the rows that the removal of the demo edition would delete and keep. */
export async function planRemoval(viewer: Viewer): Promise<DemoPlan> {
	authorize(viewer, 'remove the demo edition')
	return planOf(readDb())
}

export async function planOf(on: Queryable): Promise<DemoPlan> {
	const plan: DemoPlan = {
		leaving: { stories: 0, photographs: 0, people: 0, sections: 0, ads: 0 },
		changed: [],
		used: [],
		readerComments: 0,
		readerVotes: 0,
	}
	const leaving: Leaving = { articles: [], ads: [] }
	for (const story of await demoStories(on)) {
		if (await hasOwnWork(on, story.id)) plan.changed.push(storyItem(story))
		else leaving.articles.push(story.id)
	}
	for (const { id, title } of await demoAds(on)) {
		if (await wasChanged(on, `ad:${id}`))
			plan.changed.push({ key: `ad:${id}`, kind: 'ads', name: title, href: '/desk/advertisements' })
		else leaving.ads.push(id)
	}
	plan.leaving.stories = leaving.articles.length
	plan.leaving.ads = leaving.ads.length
	for (const { item, subject, isUsed } of await usableItems(on)) {
		if (await isUsed(leaving)) plan.used.push(item)
		else if (await wasChanged(on, subject)) plan.changed.push(item)
		else plan.leaving[item.kind] += 1
	}
	return { ...plan, ...(await readersWork(on, leaving.articles)) }
}

/** A key that becomes invalid with the next save of the story. */
export const storyKey = (id: number, headRevisionId: number | null): string =>
	`article:${id}:${headRevisionId}`

const storyItem = ({ id, headRevisionId, headline }: Awaited<ReturnType<typeof demoStories>>[number]) => ({
	key: storyKey(id, headRevisionId),
	kind: 'stories' as const,
	name: headline,
	href: `/desk/stories/${id}`,
})

export const demoStories = async (on: Queryable) =>
	on
		.select({ id: articles.id, headRevisionId: articles.headRevisionId, headline: revisions.headline })
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
		.where(inArray(articles.id, await listDemoNumbers(on, 'article')))
		.orderBy(articles.id)

const demoAds = async (on: Queryable) =>
	on
		.select({ id: ads.id, title: ads.title })
		.from(ads)
		.where(inArray(ads.id, await listDemoNumbers(on, 'ad')))

type Usable = { item: DemoItem; subject: string; isUsed: (leaving: Leaving) => Promise<boolean> }

/** Photographs, people and sections, with the check for uses in the newsroom's own content. */
async function usableItems(on: Queryable): Promise<Usable[]> {
	const photoRows = await on
		.select({ id: photos.id, caption: photos.caption })
		.from(photos)
		.where(inArray(photos.id, await listDemoNumbers(on, 'photo')))
	const personRows = await on
		.select({ id: people.id, name: people.name, slug: people.slug })
		.from(people)
		.where(inArray(people.id, await listDemoIds(on, 'person')))
	const sectionRows = await on
		.select({ id: sections.id, name: sections.name })
		.from(sections)
		.where(inArray(sections.id, await listDemoNumbers(on, 'section')))
	const usable = (
		kind: DemoItem['kind'],
		subject: string,
		name: string,
		href: string | null,
		isUsed: Usable['isUsed'],
	): Usable => ({ item: { key: subject, kind, name, href }, subject, isUsed })
	return [
		...photoRows.map(({ id, caption }) =>
			usable('photographs', `photo:${id}`, caption ?? '', `/desk/photographs/${id}`, (leaving) =>
				isPhotoUsed(on, id, leaving),
			),
		),
		...personRows.map(({ id, name, slug }) =>
			usable('people', `person:${id}`, name, `/people/${slug}`, (leaving) => isPersonUsed(on, id, leaving)),
		),
		...sectionRows.map(({ id, name }) =>
			usable('sections', `section:${id}`, name, null, (leaving) => isSectionUsed(on, id, leaving)),
		),
	]
}

async function readersWork(on: Queryable, articleIds: number[]) {
	const [commented] = await on
		.select({ number: count() })
		.from(comments)
		.where(and(inArray(comments.articleId, articleIds), not(isOfDemo('comment', comments.id))))
	let readerVotes = 0
	for (const table of [moods, ratings]) {
		const [row] = await on
			.select({ number: count() })
			.from(table)
			.where(and(inArray(table.articleId, articleIds), not(isOfDemo('reader', table.readerId))))
		readerVotes += row?.number ?? 0
	}
	return { readerComments: commented?.number ?? 0, readerVotes }
}
