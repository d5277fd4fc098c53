import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { relatedStories, siteIdentity } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { withdrawStory } from '../articles/publish'
import { startStory } from '../articles/save'
import { relateEarlierStories } from './backfill'
import { relatedTo } from './related'

withDatabase()

const PLAIN = { standfirst: '' }
let ids: number[]
let subject = 0

/** Live stories of one subject as an earlier release left them, without similar ones. */
beforeEach(async () => {
	ids = []
	subject += 1
	for (const headline of ['Ferry', 'Tide', 'Quay'])
		ids.push((await liveStory({ ...PLAIN, headline, tags: [`Subject ${subject}`] })).articleId)
	await write(async (tx) => {
		await tx.delete(relatedStories)
		await tx.update(siteIdentity).set({ relatedUpTo: (ids[0] ?? 1) - 1 })
	})
})

const headlines = async (index: number) => (await relatedTo(ids[index] ?? 0)).map(({ headline }) => headline)
const upTo = async () => (await readDb().select().from(siteIdentity))[0]?.relatedUpTo

test('stories of earlier releases get similar ones, once', async () => {
	expect(await relateEarlierStories({ atOnce: 2 })).toBe(3)
	expect((await headlines(0)).sort()).toEqual(['Quay', 'Tide'])
	expect((await headlines(2)).sort()).toEqual(['Ferry', 'Tide'])
	expect(await upTo()).toBeNull()
	await write((tx) => tx.delete(relatedStories))
	expect(await relateEarlierStories()).toBe(0)
	expect(await headlines(0)).toEqual([])
})

test('an interrupted run continues after its last story', async () => {
	await write((tx) => tx.update(siteIdentity).set({ relatedUpTo: ids[1] ?? 0 }))
	expect(await relateEarlierStories()).toBe(1)
	const rows = await readDb()
		.select()
		.from(relatedStories)
		.where(eq(relatedStories.articleId, ids[2] ?? 0))
	expect(rows.length).toBeGreaterThan(0)
	expect(rows.every(({ kind }) => kind === 'similar')).toBe(true)
})

test('drafts and withdrawn stories are left out', async () => {
	const editor = await createStaff('editor')
	await startStory(
		editor,
		await storyFields(editor, { ...PLAIN, headline: 'Draft', tags: [`Subject ${subject}`] }),
	)
	await withdrawStory(editor, ids[1] ?? 0, 'It was wrong.')
	expect(await relateEarlierStories()).toBe(2)
	expect(await headlines(0)).toEqual(['Quay'])
})
