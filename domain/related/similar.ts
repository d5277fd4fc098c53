import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { excluded, inNumbers, type Queryable, type Tx } from '@/db'
import { articles, relatedStories, revisions, revisionTags } from '@/db/schema'
import { wordsOf } from '@/lib/words'
import { rarity, storiesWithWords } from './words'

/** Similar stories found for one story, and kept for one: later stories are added to those of earlier ones. */
const FOUND_MAX = 8
const KEPT_MAX = 12
/** Newest stories of a tag that are compared. */
const TAGGED_MAX = 100
/** A shared tag counts as much as this many shared words. */
const TAG_WEIGHT = 6
const SECTION_WEIGHT = 0.2
/** Weights below it are chance, such as one shared word. A shared tag is enough. */
const WEIGHT_MIN = 0.9
/** Weights are stored as whole numbers. */
const SCALE = 1_000
/** Letters of a word that can name a subject. */
const WORD_LENGTH_MIN = 2

type Story = { articleId: number; revisionId: number }

/**
 * Finds the stories similar to one that is being published: those that share tags, rare words of the headline and the
 * standfirst, and the section. Adds it to the similar stories of those, too. The number of rows read is bounded,
 * also among many stories.
 */
export async function relateStory(tx: Tx, story: Story): Promise<void> {
	const found = await similarStories(tx, story)
	const { articleId } = story
	await tx
		.delete(relatedStories)
		.where(and(eq(relatedStories.articleId, articleId), eq(relatedStories.kind, 'similar')))
	if (found.length > 0)
		await tx
			.insert(relatedStories)
			.values(
				found.flatMap(({ id, weight }) => [
					{ articleId, relatedId: id, kind: 'similar' as const, weight },
					{ articleId: id, relatedId: articleId, kind: 'similar' as const, weight },
				]),
			)
			.onConflictDoUpdate({
				target: [relatedStories.articleId, relatedStories.kind, relatedStories.relatedId],
				set: excluded({ weight: relatedStories.weight }),
			})
	tx.changed(`related:${articleId}`)
	for (const { id } of found) {
		await dropWeakest(tx, id)
		tx.changed(`related:${id}`)
	}
}

async function similarStories(on: Queryable, { articleId, revisionId }: Story) {
	const [text] = await on
		.select({ headline: revisions.headline, standfirst: revisions.standfirst })
		.from(revisions)
		.where(eq(revisions.id, revisionId))
	const words = wordsOf(`${text?.headline ?? ''} ${text?.standfirst ?? ''}`).filter(
		(word) => word.length >= WORD_LENGTH_MIN,
	)
	const weights = await storiesWithWords(on, words)
	for (const [id, weight] of await storiesWithTags(on, revisionId))
		weights.set(id, (weights.get(id) ?? 0) + TAG_WEIGHT * weight)
	weights.delete(articleId)
	const sections = await sectionsOf(on, [...weights.keys(), articleId])
	const own = sections.get(articleId) ?? null
	return [...weights]
		.map(([id, weight]) => ({
			id,
			weight: weight + (own !== null && sections.get(id) === own ? SECTION_WEIGHT : 0),
		}))
		.filter(({ weight }) => weight >= WEIGHT_MIN)
		.sort((one, other) => other.weight - one.weight || other.id - one.id)
		.slice(0, FOUND_MAX)
		.map(({ id, weight }) => ({ id, weight: Math.round(weight * SCALE) }))
}

/** Published stories with some of a text's tags, each with the sum of the rarities of its tags. */
async function storiesWithTags(on: Queryable, revisionId: number): Promise<Map<number, number>> {
	const own = await on
		.select({ tagId: revisionTags.tagId })
		.from(revisionTags)
		.where(eq(revisionTags.revisionId, revisionId))
	const weights = new Map<number, number>()
	for (const { tagId } of own) {
		const rows = await on
			.select({ id: articles.id })
			.from(revisionTags)
			.innerJoin(articles, eq(articles.publishedRevisionId, revisionTags.revisionId))
			.where(and(eq(revisionTags.tagId, tagId), isNull(articles.withdrawnAt)))
			.orderBy(desc(revisionTags.revisionId))
			.limit(TAGGED_MAX)
		for (const { id } of rows) weights.set(id, (weights.get(id) ?? 0) + rarity(rows.length))
	}
	return weights
}

async function sectionsOf(on: Queryable, ids: number[]): Promise<Map<number, number | null>> {
	const rows = await on
		.select({ id: articles.id, sectionId: articles.sectionId })
		.from(articles)
		.where(inNumbers(articles.id, ids))
	return new Map(rows.map(({ id, sectionId }) => [id, sectionId]))
}

async function dropWeakest(tx: Tx, articleId: number): Promise<void> {
	const similar = and(eq(relatedStories.articleId, articleId), eq(relatedStories.kind, 'similar'))
	const kept = tx
		.select({ id: relatedStories.relatedId })
		.from(relatedStories)
		.where(similar)
		.orderBy(desc(relatedStories.weight), desc(relatedStories.relatedId))
		.limit(KEPT_MAX)
	await tx.delete(relatedStories).where(and(similar, sql`${relatedStories.relatedId} not in ${kept}`))
}
