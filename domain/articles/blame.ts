import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, desc, eq, lt } from 'drizzle-orm'
import { readDb } from '@/db'
import { people, revisions } from '@/db/schema'
import { lineDiff } from '@/lib/line-diff'
import type { Block, BodyDocument } from '../body/document'
import { toMarkdown } from '../body/markdown'
import { authorize, type Viewer } from '../permissions'
import { requireEditable } from './access'

/** Revisions read at most, newest first; earlier paragraphs are of the oldest one read, or older. */
const REVISIONS_MAX = 300
/** Blocks of all revisions read at most: some seconds of work, in turns of some milliseconds. */
const BLOCKS_MAX = 100_000

export type Origin = { number: number; savedAt: Date; savedBy: string | null }

/** A paragraph or other block of the newest revision, and the revision that last changed it. */
export type BlamedBlock = { text: string; origin: Origin; isOlder: boolean }

type Row = Omit<Origin, 'number'> & { id: number; body: unknown }

/** The revision that last changed each paragraph of a story's newest revision. @throws Refusal */
export async function blameStory(viewer: Viewer, articleId: number): Promise<BlamedBlock[]> {
	authorize(viewer, 'write stories')
	const article = await requireEditable(readDb(), viewer, articleId)
	const before = (article.headRevisionId ?? 0) + 1
	let number = await readDb().$count(
		revisions,
		and(eq(revisions.articleId, articleId), lt(revisions.id, before)),
	)
	let row = await revisionBefore(articleId, before)
	if (!row) return []
	const newest = blocksOf(row)
	const origins = new Map<number, Origin>()
	/** Index in the current revision of each block that is not attributed yet. */
	let open = new Map(newest.map((_, index) => [index, index]))
	let blocks = newest
	let count = blocks.length
	for (let read = 1; open.size > 0; read += 1) {
		const older: Row | undefined =
			read < REVISIONS_MAX && count < BLOCKS_MAX ? await revisionBefore(articleId, row.id) : undefined
		const origin = { number, savedAt: row.savedAt, savedBy: row.savedBy }
		if (!older) {
			const isOlder = number > 1
			return newest.map((block, index) => {
				const found = origins.get(index)
				return { text: textOf(block), origin: found ?? origin, isOlder: !found && isOlder }
			})
		}
		const earlier = blocksOf(older)
		const places = carriedOver(earlier, blocks)
		const left = new Map<number, number>()
		for (const [index, at] of open) {
			const place = places.get(at)
			if (place === undefined) origins.set(index, origin)
			else left.set(index, place)
		}
		open = left
		blocks = earlier
		count += earlier.length
		row = older
		number -= 1
		await nextTurn()
	}
	return newest.map((block, index) => ({
		text: textOf(block),
		origin: origins.get(index) as Origin,
		isOlder: false,
	}))
}

async function revisionBefore(articleId: number, id: number): Promise<Row | undefined> {
	const [row] = await readDb()
		.select({
			id: revisions.id,
			body: revisions.body,
			savedAt: revisions.savedAt,
			savedBy: people.name,
		})
		.from(revisions)
		.leftJoin(people, eq(people.id, revisions.savedBy))
		.where(and(eq(revisions.articleId, articleId), lt(revisions.id, id)))
		.orderBy(desc(revisions.id))
		.limit(1)
	return row
}

const blocksOf = ({ body }: Row): string[] =>
	(body as BodyDocument).content.map((block) => JSON.stringify(block))

const textOf = (block: string): string => toMarkdown({ version: 1, content: [JSON.parse(block) as Block] })

/** Indices of blocks in `after` with the index of the same block in `before`. */
function carriedOver(before: string[], after: string[]): Map<number, number> {
	const places = new Map<number, number>()
	// An empty text has one empty line.
	if (before.length === 0 || after.length === 0) return places
	let [old, young] = [0, 0]
	for (const { change } of lineDiff(before.join('\n'), after.join('\n'))) {
		if (change === 'same') places.set(young, old)
		if (change !== 'added') old += 1
		if (change !== 'removed') young += 1
	}
	return places
}
