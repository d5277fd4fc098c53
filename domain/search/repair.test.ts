import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
	addToIndex,
	addWords,
	clearIndexes,
	closeDatabase,
	damageOf,
	isSearchIndexDamaged,
	knownWords,
	readDb,
	removeFromIndexes,
	write,
} from '@/db'
import { usesPostgres } from '@/db/dialect'
import { articles } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { env } from '@/lib/env'
import { saveStory, startStory } from '../articles/save'
import { checkSearch, findSearchGaps, forgetWords, rebuildSearch, repairSearch } from './repair'
import { searchArticles } from './search'

withDatabase()

const WHOLE = { missing: [], superfluous: [] }
const EMPTY = { headline: 'stray', summary: '', body: '', captions: '', authors: '', filters: '' }

const count = async (query: string) => (await searchArticles(query))?.total

test('a repair adds missing stories and removes superfluous texts', async () => {
	const one = await liveStory({ headline: 'The missing story' })
	const draft = await startStory(one.editor, await storyFields(one.editor, { headline: 'A draft' }))
	await write(async (tx) => {
		await removeFromIndexes(tx, [one.revisionId])
		await addToIndex(tx, 'published', draft.revisionId, EMPTY)
		await addToIndex(tx, 'published', 999, EMPTY)
	})
	const { missing, superfluous } = await findSearchGaps()
	expect(missing).toEqual([one.articleId])
	expect(superfluous.sort((a, b) => a - b)).toEqual([draft.revisionId, 999])
	expect(await repairSearch()).toEqual({ indexed: 1, removed: 2 })
	expect(await findSearchGaps()).toEqual(WHOLE)
	expect([await count('missing'), await count('stray')]).toEqual([1, 0])
})

test('a rebuild makes both indexes from the stories', async () => {
	const { editor, articleId, revisionId } = await liveStory({ headline: 'Rebuilt' })
	await saveStory(editor, articleId, revisionId, await storyFields(editor, { headline: 'A later draft' }))
	await write(clearIndexes)
	expect(await count('rebuilt')).toBe(0)
	await rebuildSearch()
	expect(await count('rebuilt')).toBe(1)
	expect(await findSearchGaps()).toEqual(WHOLE)
	await checkSearch()
})

test('a deleted story leaves the indexes by itself', async () => {
	const { articleId } = await liveStory({ headline: 'Deleted by any means' })
	await write(async (tx) => {
		await tx.delete(articles).where(eq(articles.id, articleId))
	})
	expect(await findSearchGaps()).toEqual(WHOLE)
})

test('unused words leave the vocabulary', async () => {
	await createStaff('editor')
	await write(async (tx) => addWords(tx, ['forgotten', 'rebuilt']))
	await forgetWords()
	expect(await knownWords(readDb(), ['forgotten', 'rebuilt'])).toEqual(['rebuilt'])
})

test.skipIf(usesPostgres)('a damaged index is no damage of the database, and is made anew', async () => {
	await liveStory({ headline: 'Damaged for a while' })
	await closeDatabase()
	const raw = new Database(env.databaseFile)
	raw.unsafeMode(true)
	raw.pragma('writable_schema = on')
	// The first rows hold the structure of the index.
	raw.exec('update search_published_data set block = zeroblob(length(block)) where id > 10')
	raw.close()
	await expect(checkSearch()).rejects.toThrow()
	expect([damageOf(), isSearchIndexDamaged()]).toEqual([[], true])
	await rebuildSearch()
	expect(await count('damaged')).toBe(1)
	await checkSearch()
})
