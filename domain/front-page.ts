import { and, eq, inArray, notInArray } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, sections } from '@/db/schema'
import {
	completeSections,
	type FrontPageArrangement,
	isEmpty,
	PLACES,
	type PlaceName,
} from '@/lib/front-page-arrangement'
import { dependsOn, expiresAt } from '@/lib/invalidation'
import { liveCards } from './articles/cards'
import { tagAsList } from './articles/publication-order'
import { isInMenu } from './articles/section-address'
import type { ArticleCard, SectionName } from './articles/views'
import { withMoods } from './card-moods'
import { arrangementAt } from './front-page-arrangements'
import {
	type CommentBlocks,
	commentBlocks,
	type DiscussedStory,
	type FeltStory,
	readerBlocks,
} from './front-page-blocks'

/** Numbers of stories after the lead: the second rank, then the latest by date. */
const SECOND_RANK = 3
const LATEST = 6

export type FrontPage = {
	lead: ArticleCard | null
	second: ArticleCard[]
	latest: ArticleCard[]
	sections: { section: SectionName; cards: ArticleCard[] }[]
	/** Blocks of the arrangement that the readers fill; empty if they are off or have too little. */
	felt: FeltStory[]
	discussed: DiscussedStory[]
} & CommentBlocks

/** For previews: the time and the arrangement to show. */
type Shown = { at?: Date; arrangement?: FrontPageArrangement }

/** Front page query: the arrangement in force, and the rest by date. */
export async function frontPage({ at, arrangement }: Shown = {}): Promise<FrontPage> {
	await tagAsList()
	dependsOn('sections')
	const now = at ?? new Date()
	const shown = arrangement ?? (await arrangementAt(now))
	return withMoodLines(isEmpty(shown) ? await byDate(now) : await arranged(shown, now))
}

/** Adds the mood lines of the cards; those of the latest are headlines alone. */
async function withMoodLines(front: FrontPage): Promise<FrontPage> {
	const cards = [front.lead ?? [], front.second, ...front.sections.map((block) => block.cards)].flat()
	const moods = new Map((await withMoods(cards)).map(({ id, mood }) => [id, mood]))
	const add = (card: ArticleCard): ArticleCard => ({ ...card, mood: moods.get(card.id) ?? null })
	return {
		...front,
		lead: front.lead && add(front.lead),
		second: front.second.map(add),
		sections: front.sections.map(({ section, cards }) => ({ section, cards: cards.map(add) })),
	}
}

/** The newest stories in ranks, then each section with stories not shown above. */
async function byDate(at: Date): Promise<FrontPage> {
	const [lead, ...rest] = await liveCards({ limit: 1 + SECOND_RANK + LATEST, at })
	const second = rest.slice(0, SECOND_RANK)
	const shown = [lead, ...second].flatMap((card) => card?.id ?? [])
	return {
		lead: lead ?? null,
		second,
		latest: rest.slice(SECOND_RANK),
		sections: await sectionBlocks([], shown, at),
		felt: [],
		discussed: [],
		latestComments: [],
		respectedComments: [],
	}
}

/**
 * The chosen stories in their places, and the rest by date, each story once. A place whose story has ended,
 * is withdrawn or is not live yet takes the next story by date. The readers' blocks leave out the stories above them;
 * the section blocks below may repeat one of theirs.
 */
async function arranged(arrangement: FrontPageArrangement, at: Date): Promise<FrontPage> {
	const placed = await placedCards(arrangement, at)
	const chosen = [...placed.values()].map(({ id }) => id)
	const rest = await liveCards({
		where: notInArray(articles.id, chosen),
		limit: PLACES.length - placed.size + LATEST,
		at,
	})
	const [lead, ...second] = PLACES.map((place) => placed.get(place) ?? rest.shift())
	const latest = rest.slice(0, LATEST)
	const top = [lead, ...second, ...latest].flatMap((card) => card?.id ?? [])
	return {
		lead: lead ?? null,
		second: second.filter((card) => card !== undefined),
		latest,
		sections: await sectionBlocks(arrangement.sections, top, at),
		...(await readerBlocks(arrangement.blocks, { above: top, at })),
		...(await commentBlocks(arrangement.blocks, at)),
	}
}

async function placedCards({ places }: FrontPageArrangement, at: Date): Promise<Map<PlaceName, ArticleCard>> {
	const inForce = PLACES.flatMap((place) => {
		const story = places[place]
		const until = story?.until ? new Date(story.until) : null
		if (!story || (until && until <= at)) return []
		expiresAt(until)
		return [{ place, id: story.id }]
	})
	const ids = inForce.map(({ id }) => id)
	const cards =
		ids.length > 0 ? await liveCards({ where: inArray(articles.id, ids), limit: ids.length, at }) : []
	return new Map(
		inForce.flatMap(({ place, id }) => {
			const card = cards.find((each) => each.id === id)
			return card ? [[place, card] as const] : []
		}),
	)
}

/** The sections in the arranged order with their newest stories, without those shown above. */
async function sectionBlocks(settings: FrontPageArrangement['sections'], above: number[], at: Date) {
	const rows = await readDb().select().from(sections).where(isInMenu).orderBy(sections.position, sections.id)
	const complete = completeSections(
		settings,
		rows.map(({ id }) => id),
	)
	const blocks = await Promise.all(
		complete
			.filter(({ stories }) => stories > 0)
			.map(async ({ id, stories }) => ({
				section: nameOf(rows.find((row) => row.id === id)),
				cards: await liveCards({
					where: and(eq(articles.sectionId, id), notInArray(articles.id, above)),
					limit: stories,
					at,
				}),
			})),
	)
	return blocks.filter((block) => block.cards.length > 0)
}

const nameOf = (section?: SectionName): SectionName => ({
	slug: section?.slug ?? '',
	name: section?.name ?? '',
})
