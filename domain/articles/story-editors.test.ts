import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory } from '@/e2e/support/stories'
import { leaveStory, listEditors, renewEditor, takeOver } from './story-editors'

withDatabase()

const newToken = () => crypto.randomUUID()

async function opened() {
	const { editor, articleId } = await liveStory()
	const other = await createStaff('editor', 'Mara')
	const [token, theirs] = [newToken(), newToken()]
	const renew = (now?: Date) => renewEditor(editor, { articleId, token, typedAt: null }, now)
	const typedAt = new Date()
	const renewTheirs = (now?: Date) => renewEditor(other, { articleId, token: theirs, typedAt }, now)
	return { editor, other, articleId, token, theirs, renew, renewTheirs, typedAt }
}

test('open forms see each other until they are left', async () => {
	const { editor, other, articleId, theirs, renew, renewTheirs, typedAt } = await opened()
	expect(await renew()).toEqual({ others: [], takenOverBy: null })
	expect((await renewTheirs()).others).toMatchObject([{ name: editor.person.name, typedAt: null }])
	expect((await renew()).others).toMatchObject([{ name: 'Mara', typedAt }])
	expect(await listEditors(editor, articleId)).toMatchObject([{ name: 'Mara' }, { name: null }])
	await leaveStory(editor, theirs)
	expect((await renew()).others).toHaveLength(1)
	await leaveStory(other, theirs)
	expect((await renew()).others).toEqual([])
})

test('a form without a renewal counts as closed', async () => {
	const { renew, renewTheirs } = await opened()
	await renewTheirs(new Date(Date.now() - 60_000))
	expect((await renew()).others).toEqual([])
	await renewTheirs()
	expect((await renew()).others).toHaveLength(1)
})

test('a takeover is shown in other forms and reversible', async () => {
	const { editor, other, articleId, token, theirs, renew, renewTheirs } = await opened()
	await renew()
	await renewTheirs()
	await takeOver(other, articleId, theirs)
	expect((await renew()).takenOverBy).toBe('Mara')
	expect((await renewTheirs()).takenOverBy).toBeNull()
	await takeOver(editor, articleId, token)
	expect((await renew()).takenOverBy).toBeNull()
	expect((await renewTheirs()).takenOverBy).toBe(editor.person.name)
})

test('stories of others are neither seen nor taken over', async () => {
	const { articleId, theirs, renewTheirs } = await opened()
	await renewTheirs()
	const contributor = await createStaff('contributor')
	for (const attempt of [
		() => renewEditor(contributor, { articleId, token: newToken(), typedAt: null }),
		() => takeOver(contributor, articleId, newToken()),
		() => listEditors(contributor, articleId),
	])
		await expect(attempt()).rejects.toMatchObject({ code: 'not-found' })
	const editor = await createStaff('editor')
	await expect(renewEditor(editor, { articleId, token: theirs, typedAt: null })).rejects.toMatchObject({
		code: 'invalid',
	})
})
