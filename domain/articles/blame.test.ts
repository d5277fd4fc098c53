import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory } from '@/e2e/support/stories'
import { parseMarkdown } from '../body/markdown'
import type { StaffViewer } from '../permissions'
import { blameStory } from './blame'
import { saveStory } from './save'
import { findStory } from './stories'

withDatabase()

async function save(viewer: StaffViewer, articleId: number, text: string): Promise<void> {
	const { headRevisionId, fields } = await findStory(viewer, articleId)
	await saveStory(viewer, articleId, headRevisionId, { ...fields, body: parseMarkdown(text) })
}

test('each paragraph is of the last person who changed it', async () => {
	const { editor, articleId } = await liveStory({ body: parseMarkdown('One.\n\nTwo.\n\nThree.') })
	const mara = await createStaff('editor', 'Mara')
	await save(mara, articleId, 'Zero.\n\nOne.\n\nTwo, changed.\n\nThree.')
	await save(editor, articleId, 'Zero.\n\nOne.\n\nTwo, changed.\n\nThree.\n\nFour.')
	// Moved to the end by Mara.
	await save(mara, articleId, 'One.\n\nTwo, changed.\n\nThree.\n\nFour.\n\nZero.')
	const blamed = await blameStory(editor, articleId)
	expect(blamed.map(({ text, origin }) => [text, origin.savedBy, origin.number])).toEqual([
		['One.', editor.person.name, 1],
		['Two, changed.', 'Mara', 2],
		['Three.', editor.person.name, 1],
		['Four.', editor.person.name, 3],
		['Zero.', 'Mara', 4],
	])
	expect(blamed.some(({ isOlder }) => isOlder)).toBe(false)
})

test('an empty story has no paragraphs, and others’ stories are refused', async () => {
	const { editor, articleId } = await liveStory()
	await save(editor, articleId, '')
	expect(await blameStory(editor, articleId)).toEqual([])
	await save(editor, articleId, 'Again.')
	expect(await blameStory(editor, articleId)).toMatchObject([{ text: 'Again.', origin: { number: 3 } }])
	const contributor = await createStaff('contributor')
	await expect(blameStory(contributor, articleId)).rejects.toMatchObject({ code: 'not-found' })
})

test('paragraphs of before the revisions read are marked', async () => {
	const { editor, articleId } = await liveStory({ body: parseMarkdown('First.') })
	for (let number = 0; number < 310; number += 1) await save(editor, articleId, `First.\n\nTry ${number}.`)
	expect(await blameStory(editor, articleId)).toMatchObject([
		{ text: 'First.', origin: { number: 12 }, isOlder: true },
		{ text: 'Try 309.', origin: { number: 311 }, isOlder: false },
	])
})
