import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { asc, gt } from 'drizzle-orm'
import {
	checkIndexes,
	clearIndexes,
	indexedIds,
	type Queryable,
	readDb,
	removeFromIndexes,
	removeWords,
	type Tx,
	wordsAfter,
	wordsInIndex,
	write,
} from '@/db'
import { articles } from '@/db/schema'
import { INDEXED_COLUMNS, indexedRevisions, indexStory } from './index-story'

/** Stories indexed in one transaction, about ten milliseconds, and the pause after it in a server. */
const STORIES_AT_ONCE = 5
export const REPAIR_PAUSE_MS = 40
/** Stories compared with the indexes per turn of the event loop. */
const COMPARED_AT_ONCE = 2_000
const WORDS_AT_ONCE = 500

/** Differences between the stories and the indexes. */
export type SearchGaps = {
	/** Stories with a text that is missing in an index. */
	missing: number[]
	/** Revisions in an index that do not belong there. */
	superfluous: number[]
}

/** Compares the ids of the indexes with the stories. */
export async function findSearchGaps(): Promise<SearchGaps> {
	const published = new Set(await indexedIds(readDb(), 'published'))
	const drafts = new Set(await indexedIds(readDb(), 'drafts'))
	const missing: number[] = []
	for (let last = 0, more = true; more; ) {
		const stories = await storiesAfter(last)
		for (const { id, ...article } of stories) {
			const wanted = indexedRevisions(article)
			const isWhole = take(published, wanted.published) && take(drafts, wanted.draft)
			if (!isWhole) missing.push(id)
			last = id
		}
		more = stories.length === COMPARED_AT_ONCE
		await nextTurn()
	}
	return { missing, superfluous: [...published, ...drafts] }
}

const storiesAfter = async (id: number) =>
	readDb()
		.select(INDEXED_COLUMNS)
		.from(articles)
		.where(gt(articles.id, id))
		.orderBy(asc(articles.id))
		.limit(COMPARED_AT_ONCE)

/** Whether the id is not wanted or was in the set, which loses it. */
const take = (ids: Set<number>, wanted: number | null): boolean => wanted === null || ids.delete(wanted)

type Pace = { atOnce?: number; pauseMs?: number }

export type RepairedSearch = { indexed: number; removed: number }

/**
 * Indexes stories that an index misses, as after an update from a release without search, and removes texts that do not
 * belong there. A story that changes meanwhile indexes itself.
 */
export async function repairSearch({
	atOnce = STORIES_AT_ONCE,
	pauseMs = 0,
}: Pace = {}): Promise<RepairedSearch> {
	const { missing, superfluous } = await findSearchGaps()
	const doubtful = new Set(superfluous)
	if (doubtful.size > 0) await write((tx) => removeStrays(tx, doubtful))
	for (let at = 0; at < missing.length; at += atOnce) {
		await write(async (tx) => {
			for (const id of missing.slice(at, at + atOnce)) await indexStory(tx, id)
		})
		await sleep(pauseMs)
	}
	return { indexed: missing.length, removed: superfluous.length }
}

/** Removes revisions, and indexes their stories again, which may have changed since the comparison. */
async function removeStrays(tx: Tx, ids: Set<number>): Promise<void> {
	await removeFromIndexes(tx, [...ids])
	const stories = await tx.select(INDEXED_COLUMNS).from(articles)
	for (const { id, ...article } of stories) {
		const { published, draft } = indexedRevisions(article)
		if ([published, draft].some((each) => each !== null && ids.has(each))) await indexStory(tx, id)
	}
}

/** Makes both indexes anew. @returns the number of stories */
export async function rebuildSearch(pace?: Pace): Promise<number> {
	await write(clearIndexes)
	return (await repairSearch(pace)).indexed
}

/** @throws SqliteError of code SQLITE_CORRUPT_VTAB for a damaged index */
export const checkSearch = (): Promise<void> => write(checkIndexes)

/** Removes words from the vocabulary that no published text has any more. */
export async function forgetWords(): Promise<void> {
	for (let words = await wordsAfter(readDb(), '', WORDS_AT_ONCE); words.length > 0; ) {
		const unused = await unusedOf(readDb(), words)
		// Compared again, because a story may have been published meanwhile.
		if (unused.length > 0) await write(async (tx) => removeWords(tx, await unusedOf(tx, unused)))
		await nextTurn()
		words = await wordsAfter(readDb(), words.at(-1) ?? '', WORDS_AT_ONCE)
	}
}

async function unusedOf(on: Queryable, words: string[]): Promise<string[]> {
	const used = new Set(await wordsInIndex(on, 'published', words))
	return words.filter((word) => !used.has(word))
}
