import { setImmediate as nextTurn } from 'node:timers/promises'
import { eq, inArray, sql } from 'drizzle-orm'
import { jsonLength, readDb } from '@/db'
import { people, photos, photoUses, revisionBylines, revisions, revisionTags, tags } from '@/db/schema'
import { foldText } from '@/lib/fold-text'
import type { BodyDocument } from '../body/document'
import { plainText } from '../body/plain-text'

/** Characters of bodies folded per turn of the event loop: some milliseconds. */
const TURN_CHARACTERS = 200_000

/**
 * The revisions that contain every term of `searchTerms`: in the headline, kicker, standfirst, body, captions,
 * tags or bylines. Yields to the event loop between chunks of text.
 */
export async function revisionsWith(terms: string[], ids: number[]): Promise<Set<number>> {
	const found = new Set<number>()
	for (const chunk of await chunksOf(ids)) {
		for (const [id, text] of await textsOf(chunk)) {
			const folded = foldText(text)
			if (terms.every((term) => folded.includes(term))) found.add(id)
		}
		await nextTurn()
	}
	return found
}

async function chunksOf(ids: number[]): Promise<number[][]> {
	const sizes = await readDb()
		.select({ id: revisions.id, size: jsonLength(revisions.body) })
		.from(revisions)
		.where(inArray(revisions.id, ids))
	const chunks: number[][] = []
	let room = 0
	for (const { id, size } of sizes) {
		if (size > room || chunks.length === 0) {
			chunks.push([])
			room = TURN_CHARACTERS
		}
		chunks.at(-1)?.push(id)
		room -= size
	}
	return chunks
}

/** All texts of each revision, one a line, so that a term does not match across two fields. */
async function textsOf(ids: number[]): Promise<Map<number, string>> {
	const rows = await readDb()
		.select({
			id: revisions.id,
			headline: revisions.headline,
			kicker: revisions.kicker,
			standfirst: revisions.standfirst,
			body: revisions.body,
		})
		.from(revisions)
		.where(inArray(revisions.id, ids))
	const besides = await wordsBeside(ids)
	return new Map(
		rows.map(({ id, body, ...lines }) => {
			const words = plainText(body as BodyDocument, () => '')
			return [id, [...Object.values(lines), words, ...(besides.get(id) ?? [])].filter(Boolean).join('\n')]
		}),
	)
}

/** Bylines, tags and captions: a photograph's own and the story's replacement. */
async function wordsBeside(ids: number[]): Promise<Map<number, string[]>> {
	const rows = [
		...(await readDb()
			.select({ id: revisionBylines.revisionId, words: people.name })
			.from(revisionBylines)
			.innerJoin(people, eq(people.id, revisionBylines.personId))
			.where(inArray(revisionBylines.revisionId, ids))),
		...(await readDb()
			.select({ id: revisionTags.revisionId, words: tags.name })
			.from(revisionTags)
			.innerJoin(tags, eq(tags.id, revisionTags.tagId))
			.where(inArray(revisionTags.revisionId, ids))),
		...(await readDb()
			.select({
				id: photoUses.revisionId,
				words: sql<string | null>`coalesce(${photoUses.caption}, ${photos.caption})`,
			})
			.from(photoUses)
			.innerJoin(photos, eq(photos.id, photoUses.photoId))
			.where(inArray(photoUses.revisionId, ids))),
	]
	const words = new Map<number, string[]>()
	for (const row of rows) if (row.words) words.set(row.id, [...(words.get(row.id) ?? []), row.words])
	return words
}
