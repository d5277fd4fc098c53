import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory } from '@/e2e/support/stories'
import { findRevision, listRevisions } from './history'
import { nameRevision } from './revision-names'

withDatabase()

test('a version is named, renamed and unnamed', async () => {
	const { editor, articleId } = await liveStory()
	const names = async () => [
		(await listRevisions(editor, articleId)).revisions.map(({ name }) => name),
		(await findRevision(editor, articleId, 1)).name,
	]
	expect(await names()).toEqual([[null], null])
	await nameRevision(editor, articleId, 1, '  As sent to the\nlawyer ')
	expect(await names()).toEqual([['As sent to the lawyer'], 'As sent to the lawyer'])
	await nameRevision(editor, articleId, 1, 'As printed')
	expect(await names()).toEqual([['As printed'], 'As printed'])
	await nameRevision(editor, articleId, 1, ' ')
	expect(await names()).toEqual([[null], null])
})

test('others’ or unknown versions and long names are refused', async () => {
	const { editor, articleId } = await liveStory()
	await expect(nameRevision(editor, articleId, 2, 'A')).rejects.toMatchObject({ code: 'not-found' })
	await expect(nameRevision(editor, articleId, 1, 'a'.repeat(81))).rejects.toMatchObject({ field: 'name' })
	const contributor = await createStaff('contributor')
	await expect(nameRevision(contributor, articleId, 1, 'A')).rejects.toMatchObject({ code: 'not-found' })
})
