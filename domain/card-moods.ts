import { inArray } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles } from '@/db/schema'
import { MOODS, type Mood } from '@/lib/moods'
import { CARD_VOTES_MIN } from '@/lib/reader-lists'
import type { ArticleCard } from './articles/views'
import { readerCounts } from './reader-counts'
import { siteSettings } from './settings'

/** The most frequent mood of a story's votes of the last days. */
export type CardMood = { mood: Mood; percent: number; votes: number }

/** The cards with their mood line, where a story has enough votes and shows moods. Counts are up to five minutes old. */
export async function withMoods<Card extends ArticleCard>(cards: Card[]): Promise<Card[]> {
	const { votes } = await readerCounts()
	const lines = new Map(
		cards.flatMap(({ id }) => {
			const line = moodLine(votes.get(id))
			return line ? [[id, line] as const] : []
		}),
	)
	if (lines.size === 0) return cards
	const site = await siteSettings()
	const rows = await readDb()
		.select({ id: articles.id, moodsShown: articles.moodsShown })
		.from(articles)
		.where(inArray(articles.id, [...lines.keys()]))
	const hidden = new Set(rows.flatMap(({ id, moodsShown }) => ((moodsShown ?? site.moodsShown) ? [] : id)))
	return cards.map((card) => ({ ...card, mood: hidden.has(card.id) ? null : (lines.get(card.id) ?? null) }))
}

/** Of equal moods the first in display order; null with too few votes. */
export function moodLine(votes: ReadonlyMap<Mood, number> = new Map()): CardMood | null {
	const total = [...votes.values()].reduce((sum, number) => sum + number, 0)
	if (total < CARD_VOTES_MIN) return null
	const most = Math.max(...votes.values())
	const mood = MOODS.find((each) => votes.get(each) === most)
	return mood ? { mood, percent: Math.round((most * 100) / total), votes: total } : null
}
