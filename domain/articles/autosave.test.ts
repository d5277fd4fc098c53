import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { autosaveStory, discardAutosave, findAutosave, listAutosaves } from './autosave'
import { findArticle } from './find-article'
import { listRevisions } from './history'
import { saveStory, startStory } from './save'
import { findStory, listStories } from './stories'

withDatabase()

const CANARY = 'Unsaved canary words'
const newToken = () => crypto.randomUUID()

async function autosaved() {
	const { editor, articleId, revisionId, slug } = await liveStory()
	const token = newToken()
	const fields = { headline: [CANARY], bodyText: [CANARY] }
	await autosaveStory(editor, { token, articleId, baseRevisionId: revisionId, fields })
	return { editor, articleId, revisionId, slug, token, fields }
}

test('each autosave of a form replaces the one before', async () => {
	const { editor, articleId, revisionId, token } = await autosaved()
	const fields = { headline: ['Later'] }
	await autosaveStory(editor, { token, articleId, baseRevisionId: revisionId, fields })
	expect(await listAutosaves(editor, articleId)).toMatchObject([
		{ token, fields, baseRevisionId: revisionId },
	])
	const other = newToken()
	await autosaveStory(editor, { token: other, articleId, baseRevisionId: revisionId, fields })
	expect(await listAutosaves(editor, articleId)).toHaveLength(2)
})

test('an autosave is in no page, list or history', async () => {
	const { editor, articleId, revisionId, slug } = await autosaved()
	const seen = JSON.stringify([
		await findArticle(slug),
		await findStory(editor, articleId),
		await listStories(editor),
		await listStories(editor, { query: CANARY }),
		await listRevisions(editor, articleId),
	])
	expect(seen).toContain('The bridge opens again')
	expect(seen).not.toContain(CANARY)
	expect((await findStory(editor, articleId)).headRevisionId).toBe(revisionId)
})

test('a save removes the autosave of its form alone', async () => {
	const { editor, articleId, revisionId, token, fields } = await autosaved()
	const other = newToken()
	await autosaveStory(editor, { token: other, articleId, baseRevisionId: revisionId, fields })
	const story = await storyFields(editor, { headline: 'Saved' })
	await saveStory(editor, articleId, revisionId, story, { autosave: token })
	expect(await listAutosaves(editor, articleId)).toMatchObject([{ token: other }])
	// A stale save keeps it.
	await saveStory(editor, articleId, revisionId, story, { autosave: other })
	expect(await listAutosaves(editor, articleId)).toHaveLength(1)
	await discardAutosave(editor, other)
	expect(await listAutosaves(editor, articleId)).toEqual([])
})

test('a new story’s text is kept until its first save', async () => {
	const editor = await createStaff('editor')
	const token = newToken()
	const text = { token, articleId: null, baseRevisionId: null, fields: { headline: [CANARY] } }
	await autosaveStory(editor, text)
	expect(await listAutosaves(editor, null)).toMatchObject([text])
	expect((await listStories(editor)).stories.map(({ headline }) => headline)).not.toContain(CANARY)
	await startStory(editor, await storyFields(editor), token)
	expect(await listAutosaves(editor, null)).toEqual([])
})

test('autosaves are read and changed by their author alone', async () => {
	const { editor, articleId, revisionId, token, fields } = await autosaved()
	const other = await createStaff('editor')
	expect(await listAutosaves(other, articleId)).toEqual([])
	await expect(findAutosave(other, token)).rejects.toMatchObject({ code: 'not-found' })
	await expect(
		autosaveStory(other, { token, articleId, baseRevisionId: revisionId, fields }),
	).rejects.toMatchObject({ code: 'invalid' })
	await discardAutosave(other, token)
	expect(await findAutosave(editor, token)).toMatchObject({ fields })
})

test('autosaves of stories that may not be edited are refused', async () => {
	const { articleId, revisionId, editor } = await autosaved()
	const contributor = await createStaff('contributor')
	const text = { token: newToken(), articleId, baseRevisionId: revisionId, fields: {} }
	await expect(autosaveStory(contributor, text)).rejects.toMatchObject({ code: 'not-found' })
	const elsewhere = await liveStory()
	await expect(
		autosaveStory(editor, { ...text, baseRevisionId: elsewhere.revisionId }),
	).rejects.toMatchObject({ code: 'invalid' })
	await expect(autosaveStory(editor, { ...text, token: 'short' })).rejects.toMatchObject({ code: 'invalid' })
	await expect(
		autosaveStory(editor, { ...text, fields: { bodyText: ['x'.repeat(2_000_000)] } }),
	).rejects.toMatchObject({ code: 'invalid' })
})

test('the oldest of many undecided texts is replaced', async () => {
	const { editor, articleId, revisionId, token } = await autosaved()
	for (let number = 0; number < 10; number += 1) {
		const at = new Date(Date.now() + 1000 * (number + 1))
		const text = { token: newToken(), articleId, baseRevisionId: revisionId, fields: { n: [`${number}`] } }
		await autosaveStory(editor, text, at)
	}
	const kept = await listAutosaves(editor, articleId)
	expect(kept).toHaveLength(10)
	expect(kept.map((each) => each.token)).not.toContain(token)
})
