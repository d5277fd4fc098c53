import { eq } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { readDb, write } from '@/db'
import { articles, comments, revisions, storyNotes } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader, storyFields } from '@/e2e/support/stories'
import { postComment } from '../comments/post'
import { deleteExpired } from '../housekeeping'
import { duplicateStory } from './duplicate'
import { findArticle } from './find-article'
import { addNote } from './notes'
import { decideAbout, publishStory, withdrawStory } from './publish'
import { saveStory, startStory } from './save'
import { changeSlug } from './slugs'
import { findStory, listStories } from './stories'
import {
	deleteForEver,
	emptyTrash,
	listTrashedStories,
	restoreFromTrash,
	trashStory,
	undoTrash,
} from './trash'
import { findUndoableTrash, UNDO_MS } from './undo'

withDatabase()
afterEach(() => void vi.useRealTimers())

const DAY_MS = 86_400_000

async function draft() {
	const contributor = await createStaff('contributor')
	return { contributor, ...(await startStory(contributor, await storyFields(contributor))) }
}

async function withdrawn() {
	const story = await liveStory()
	await withdrawStory(story.editor, story.articleId, 'It was wrong.')
	return story
}

const isListed = async (viewer: Awaited<ReturnType<typeof createStaff>>, articleId: number) =>
	(await listStories(viewer)).stories.some(({ id }) => id === articleId)

test('a draft in the trash answers not-found until it is restored', async () => {
	const { contributor, articleId, revisionId } = await draft()
	const { fields } = await findStory(contributor, articleId)
	await trashStory(contributor, articleId)
	expect(await isListed(contributor, articleId)).toBe(false)
	expect(await listTrashedStories(contributor, 9)).toMatchObject([
		{ key: `story:${articleId}`, wasPublic: false },
	])
	const notFound = { code: 'not-found' }
	await expect(findStory(contributor, articleId)).rejects.toMatchObject(notFound)
	await expect(saveStory(contributor, articleId, revisionId, fields)).rejects.toMatchObject(notFound)
	const editor = await createStaff('editor')
	await expect(publishStory(editor, articleId, { revisionId })).rejects.toMatchObject(notFound)
	await restoreFromTrash(contributor, articleId)
	expect(await findStory(contributor, articleId)).toMatchObject({ state: 'draft', fields })
	expect(await isListed(contributor, articleId)).toBe(true)
})

test('a withdrawn story in the trash goes on answering 410', async () => {
	const { editor, articleId, slug } = await withdrawn()
	const told = await findArticle(slug)
	await trashStory(editor, articleId)
	expect(await findArticle(slug)).toEqual(told)
	await restoreFromTrash(editor, articleId)
	expect((await findStory(editor, articleId)).state).toBe('withdrawn')
})

test('live and scheduled stories cannot be moved to the trash', async () => {
	for (const at of [undefined, new Date(Date.now() + DAY_MS)]) {
		const { editor, articleId } = await liveStory({}, at)
		await expect(trashStory(editor, articleId)).rejects.toMatchObject({ code: 'conflict' })
	}
})

test('contributors delete their own drafts only', async () => {
	const { contributor, articleId } = await draft()
	const stranger = await createStaff('contributor')
	await expect(trashStory(stranger, articleId)).rejects.toMatchObject({ code: 'not-found' })
	await decideAbout(contributor, articleId, { kind: 'submit' })
	await expect(trashStory(contributor, articleId)).rejects.toThrow(/Take it back to draft first/)
	const editor = await createStaff('editor')
	await trashStory(editor, articleId)
	await expect(restoreFromTrash(stranger, articleId)).rejects.toMatchObject({ code: 'not-found' })
	expect(await listTrashedStories(stranger, 9)).toEqual([])
})

test('deleting for ever removes a story with all its rows', async () => {
	const { editor, articleId, revisionId, slug } = await liveStory()
	const { fields } = await findStory(editor, articleId)
	await saveStory(editor, articleId, revisionId, { ...fields, headline: 'A second version' })
	const guest = { body: 'Good', name: 'Ada', email: 'ada@example.org', parentId: null }
	const { id: parentId } = await postComment(editor, articleId, guest)
	await postComment(editor, articleId, { ...guest, body: 'Yes', parentId })
	await postComment(reader(), articleId, guest)
	await addNote(editor, articleId, 'A note')
	await changeSlug(editor, articleId, 'another address')
	await withdrawStory(editor, articleId, 'It was wrong.')
	await trashStory(editor, articleId)
	await expect(deleteForEver(editor, articleId)).rejects.toMatchObject({ code: 'forbidden' })
	await deleteForEver(await createStaff('admin'), articleId)
	for (const [table, column] of [
		[articles, articles.id],
		[revisions, revisions.articleId],
		[comments, comments.articleId],
		[storyNotes, storyNotes.articleId],
	] as const)
		expect(await readDb().$count(table, eq(column, articleId))).toBe(0)
	for (const address of [slug, 'another-address'])
		expect(await findArticle(address)).toMatchObject({ kind: 'withdrawn', reason: 'It was wrong.' })
	const next = await startStory(editor, { ...fields, headline: 'Another address' })
	expect(next.slug).toBe('another-address-2')
	await expect(changeSlug(editor, next.articleId, 'another address')).rejects.toMatchObject({
		code: 'conflict',
	})
})

test('a draft deleted for ever frees its address', async () => {
	const { contributor, articleId, slug } = await draft()
	await trashStory(contributor, articleId)
	await deleteForEver(await createStaff('owner'), articleId)
	expect(await findArticle(slug)).toEqual({ kind: 'unknown' })
	expect((await startStory(contributor, await storyFields(contributor))).slug).toBe(slug)
})

test('housekeeping empties the trash after 30 days', async () => {
	const { contributor, articleId } = await draft()
	await trashStory(contributor, articleId)
	const inTrash = async () => (await listTrashedStories(contributor, 9)).length
	await write((tx) => emptyTrash(tx, new Date(Date.now() + 29 * DAY_MS)))
	expect(await inTrash()).toBe(1)
	await deleteExpired(new Date())
	await deleteExpired(new Date(Date.now() + 31 * DAY_MS))
	expect(await inTrash()).toBe(1)
	await write((tx) => emptyTrash(tx, new Date(Date.now() + 31 * DAY_MS)))
	expect(await inTrash()).toBe(0)
})

test('stories moved to the trash by one form are undone together', async () => {
	const editor = await createStaff('editor')
	const ids: number[] = []
	for (let number = 0; number < 3; number += 1)
		ids.push((await startStory(editor, await storyFields(editor))).articleId)
	const [alone = 0, ...together] = ids
	await trashStory(editor, alone)
	for (const id of together) await trashStory(editor, id, 'one form')
	const undoable = await findUndoableTrash(editor)
	expect(undoable?.events).toHaveLength(2)
	for (const event of undoable?.events ?? []) await undoTrash(editor, event)
	for (const id of together) expect((await findStory(editor, id)).state).toBe('draft')
	await expect(findStory(editor, alone)).rejects.toMatchObject({ code: 'not-found' })
	vi.setSystemTime(Date.now() + UNDO_MS + 1)
	expect(await findUndoableTrash(editor)).toBeNull()
})

test('a copy is a draft with the text at another address', async () => {
	const { editor, articleId, slug } = await liveStory({ headline: 'x'.repeat(200), tags: ['Pier'] })
	const copy = await duplicateStory(editor, articleId)
	const [first, second] = [await findStory(editor, articleId), await findStory(editor, copy.articleId)]
	expect(second).toMatchObject({
		state: 'draft',
		fields: { ...first.fields, headline: second.fields.headline },
	})
	expect(second.fields.headline).toMatch(/^Copy of x+/)
	expect(second.fields.headline.length).toBeLessThanOrEqual(200)
	expect(copy.slug).not.toBe(slug)
})
