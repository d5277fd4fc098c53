import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { articles, corrections, readers, savedArticles } from '@/db/schema'
import { traceWrites, withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader, storyFields } from '@/e2e/support/stories'
import { READING_LIST_MAX } from '@/lib/limits'
import { withdrawStory } from './articles/publish'
import { startStory } from './articles/save'
import { mergeReader } from './merge-readers'
import { castMood } from './moods'
import type { Viewer } from './permissions'
import { ensureReader } from './readers'
import { isSaved, listSaved, removeSaved, saveArticle } from './reading-list'

withDatabase()

const idsOf = async (viewer: Viewer) => (await listSaved(viewer)).map(({ id }) => id)

/** Fills a reading list with rows of stories without a text. @returns the ids of the stories, the oldest row first */
async function fillList(viewer: Viewer, number: number): Promise<number[]> {
	return write(async (tx) => {
		const readerId = await ensureReader(tx, viewer)
		const ids: number[] = []
		for (let count = 0; count < number; count += 1) {
			const [story] = await tx
				.insert(articles)
				.values({ slug: `story-${crypto.randomUUID()}` })
				.returning({ id: articles.id })
			const row = { articleId: story?.id ?? 0, readerId, savedAt: new Date(count) }
			await tx.insert(savedArticles).values(row)
			ids.push(row.articleId)
		}
		return ids
	})
}

test('saved stories are listed for their reader alone, the last one first', async () => {
	const [one, two] = [await liveStory(), await liveStory()]
	const [viewer, other] = [reader(), reader()]
	await saveArticle(viewer, one.articleId)
	await saveArticle(viewer, two.articleId)
	await saveArticle(viewer, one.articleId)
	expect(await idsOf(viewer)).toEqual([two.articleId, one.articleId])
	expect(await isSaved(viewer, one.articleId)).toBe(true)
	expect(await idsOf(other)).toEqual([])
	expect(await isSaved(other, one.articleId)).toBe(false)
	expect(await idsOf({ person: null, readerId: null })).toEqual([])
	await removeSaved(viewer, two.articleId)
	await removeSaved(viewer, two.articleId)
	expect(await idsOf(viewer)).toEqual([one.articleId])
})

test('stories that are not live cannot be saved', async () => {
	const editor = await createStaff('editor')
	const draft = await startStory(editor, await storyFields(editor))
	await expect(saveArticle(reader(), draft.articleId)).rejects.toMatchObject({ code: 'not-found' })
	await expect(saveArticle(reader(), 4_711)).rejects.toMatchObject({ code: 'not-found' })
})

test('a withdrawn story stays listed as such, and can be removed', async () => {
	const { editor, articleId } = await liveStory()
	const viewer = reader()
	await saveArticle(viewer, articleId)
	await withdrawStory(editor, articleId, 'The figures were wrong.')
	expect(await listSaved(viewer)).toMatchObject([{ id: articleId, withdrawn: true }])
	await removeSaved(viewer, articleId)
	expect(await listSaved(viewer)).toEqual([])
})

test('a story that is scheduled anew is not named', async () => {
	const { articleId } = await liveStory()
	const viewer = reader()
	await saveArticle(viewer, articleId)
	const publishAt = new Date(Date.now() + 86_400_000)
	await write(
		async (tx) => void (await tx.update(articles).set({ publishAt }).where(eq(articles.id, articleId))),
	)
	expect(await listSaved(viewer)).toEqual([])
})

test('a correction after the save is named', async () => {
	const [corrected, before] = [await liveStory(), await liveStory()]
	const viewer = reader()
	const add = (articleId: number, at: Date) =>
		write(async (tx) => {
			const row = { articleId, kind: 'correction', text: 'It was noon.', at } as const
			await tx.insert(corrections).values(row)
		})
	for (const { articleId } of [corrected, before]) await saveArticle(viewer, articleId)
	const at = new Date(Date.now() + 1_000)
	await add(corrected.articleId, at)
	await add(before.articleId, new Date(0))
	const found = new Map((await listSaved(viewer)).map(({ id, correctedAt }) => [id, correctedAt]))
	expect(found.get(corrected.articleId)).toEqual(at)
	expect(found.get(before.articleId)).toBeNull()
})

test('a full list refuses another story and takes it after a removal', async () => {
	const viewer = reader()
	const [oldest = 0] = await fillList(viewer, READING_LIST_MAX)
	const { articleId } = await liveStory()
	await expect(saveArticle(viewer, articleId)).rejects.toMatchObject({
		code: 'invalid',
		message: expect.stringContaining(String(READING_LIST_MAX)),
	})
	await removeSaved(viewer, oldest)
	await saveArticle(viewer, articleId)
	expect((await idsOf(viewer))[0]).toBe(articleId)
})

test('after sign-in the account shows the browser’s list, and merges it at the next write', async () => {
	const [one, two, three] = [await liveStory(), await liveStory(), await liveStory()]
	const account = await createStaff('reader')
	await saveArticle(account, one.articleId)
	const browser = reader()
	await saveArticle(browser, one.articleId)
	await saveArticle(browser, two.articleId)
	const signedIn = { ...account, readerId: browser.readerId }
	expect(await idsOf(signedIn)).toEqual([two.articleId, one.articleId])
	expect(await isSaved(signedIn, two.articleId)).toBe(true)
	await castMood(signedIn, three.articleId, 'happy')
	expect(await idsOf(account)).toEqual([two.articleId, one.articleId])
	const next = { ...(await createStaff('reader')), readerId: browser.readerId }
	expect(await idsOf(next)).toEqual([])
})

test('another account does not see the list of the browser’s last account', async () => {
	const { articleId } = await liveStory()
	const browser = reader()
	const first = { ...(await createStaff('reader')), readerId: browser.readerId }
	await saveArticle(browser, articleId)
	await castMood(first, articleId, 'happy')
	const second = { ...(await createStaff('reader')), readerId: browser.readerId }
	expect(await idsOf(second)).toEqual([])
	expect(await isSaved(second, articleId)).toBe(false)
})

test('merging fills the account’s list up to its limit with the newest', async () => {
	const [account, browser] = [reader(), reader()]
	await fillList(account, READING_LIST_MAX - 1)
	const [older, newer] = [await liveStory(), await liveStory()]
	await saveArticle(browser, older.articleId)
	await saveArticle(browser, newer.articleId)
	await write((tx) => mergeReader(tx, browser.readerId ?? '', account.readerId ?? ''))
	expect(await idsOf(account)).toEqual([newer.articleId])
})

test('the deletion of a reader deletes the list', async () => {
	const { articleId } = await liveStory()
	const viewer = reader()
	await saveArticle(viewer, articleId)
	const rows = () =>
		readDb()
			.select()
			.from(savedArticles)
			.where(eq(savedArticles.readerId, viewer.readerId ?? ''))
	expect(await rows()).toHaveLength(1)
	await write(async (tx) => void (await tx.delete(readers).where(eq(readers.id, viewer.readerId ?? ''))))
	expect(await rows()).toEqual([])
})

test('saving locks the reader before it counts', async () => {
	const { articleId } = await liveStory()
	const viewer = reader()
	const trace = await traceWrites(() => saveArticle(viewer, articleId))
	const locked = trace.indexOf(`lock reader ${viewer.readerId}`)
	const counted = trace.findIndex((line) => line.includes('from "saved_articles"'))
	expect(locked, trace.join('\n')).toBeGreaterThanOrEqual(0)
	expect(counted).toBeGreaterThan(locked)
})
