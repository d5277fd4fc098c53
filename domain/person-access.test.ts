import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readDb } from '@/db'
import { people } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { liveStory, reader, storyFields } from '@/e2e/support/stories'
import { startStory } from './articles/save'
import { postComment } from './comments/post'
import { listThread } from './comments/thread'
import { findInvitation } from './invitations'
import { inviteColleague } from './invite'
import { addPerson } from './people'
import type { StaffViewer } from './permissions'
import { changeRole, disablePerson, enablePerson, findTrace } from './person-access'
import { createPreviewLink, findPreview } from './preview-links'
import { EMPTY_PROFILE } from './profile-fields'
import { createAuthor } from './profiles'
import { findSession, signIn } from './sessions'
import { changeSettings } from './settings'
import { moveToTrash, restore } from './trash/trash'

withDatabase()

const PASSWORD = 'press no. 1 of it'

async function account(
	role: 'owner' | 'admin' | 'editor' | 'reader',
	name = `An ${role}`,
): Promise<StaffViewer> {
	const email = `${crypto.randomUUID()}@example.org`
	const { id } = await addPerson({ name, email, password: PASSWORD, role })
	return { person: { id, name, email, role }, readerId: null }
}

const tokenFor = async ({ person }: StaffViewer) => (await signIn(person.email ?? '', PASSWORD)).token

let owner: StaffViewer
beforeAll(async () => {
	owner = await account('owner')
})

test('a role is in force for sessions that are open', async () => {
	const editor = await account('editor')
	const token = await tokenFor(editor)
	await changeRole(owner, editor.person.id, 'moderator')
	expect(await findSession(token)).toMatchObject({ person: { role: 'moderator' } })
})

test('disabling ends sessions and sign-in until enabled', async () => {
	const editor = await account('editor')
	const token = await tokenFor(editor)
	await disablePerson(owner, editor.person.id)
	expect(await findSession(token)).toBeNull()
	await expect(tokenFor(editor)).rejects.toMatchObject({ code: 'unauthenticated' })
	await enablePerson(owner, editor.person.id)
	expect(await findSession(token)).toBeNull()
	expect(await findSession(await tokenFor(editor))).not.toBeNull()
})

test.each<[string, (person: StaffViewer) => Promise<void>]>([
	['disabling', ({ person }) => disablePerson(owner, person.id)],
	['another role', ({ person }) => changeRole(owner, person.id, 'contributor')],
])('%s revokes preview links of an editor', async (_, change) => {
	const [editor, colleague] = [await account('editor'), await account('editor')]
	const { articleId } = await startStory(editor, await storyFields(owner))
	const [theirs, other] = [
		await createPreviewLink(editor, articleId, 7),
		await createPreviewLink(colleague, articleId, 7),
	]
	await change(editor)
	expect(await findPreview(theirs)).toEqual({ kind: 'revoked' })
	expect(await findPreview(other)).toMatchObject({ kind: 'open' })
})

test('the only owner stays an owner, under concurrent changes too', async () => {
	const only = { code: 'conflict', message: expect.stringContaining('only owner') }
	await expect(changeRole(owner, owner.person.id, 'editor')).rejects.toMatchObject(only)
	const second = await account('owner')
	const both = await Promise.allSettled([
		changeRole(owner, owner.person.id, 'admin'),
		changeRole(second, second.person.id, 'admin'),
	])
	expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
	const owners = await readDb().select({ id: people.id }).from(people).where(eq(people.role, 'owner'))
	expect(owners).toHaveLength(1)
	owner = owners[0]?.id === owner.person.id ? owner : second
})

test('changing a higher role and disabling oneself are refused', async () => {
	const admin = await account('admin')
	const forbidden = { code: 'forbidden' }
	await expect(changeRole(admin, owner.person.id, 'editor')).rejects.toMatchObject(forbidden)
	await expect(disablePerson(admin, owner.person.id)).rejects.toMatchObject(forbidden)
	await expect(moveToTrash(admin, 'person', owner.person.id)).rejects.toMatchObject(forbidden)
	const editor = await account('editor')
	await expect(changeRole(admin, editor.person.id, 'owner')).rejects.toMatchObject(forbidden)
	await expect(changeRole(editor, editor.person.id, 'admin')).rejects.toMatchObject(forbidden)
	await changeRole(admin, editor.person.id, 'admin')
	await expect(disablePerson(admin, admin.person.id)).rejects.toMatchObject({ code: 'invalid' })
	await expect(changeRole(admin, editor.person.id, 'king' as 'owner')).rejects.toMatchObject({
		field: 'role',
	})
})

test('a role change revokes invitations that the person may no longer give', async () => {
	const admin = await account('admin')
	const open = async (link: string) => findInvitation(new URL(link).searchParams.get('token') ?? '')
	const invite = async () => (await inviteColleague(admin, { role: 'admin' })).link
	const [first, second] = [await invite(), await inviteColleague(owner, { role: 'owner' })]
	await changeRole(owner, admin.person.id, 'editor')
	expect(await open(first)).toBeNull()
	await changeRole(owner, admin.person.id, 'admin')
	const third = await invite()
	await disablePerson(owner, admin.person.id)
	expect(await open(third)).toBeNull()
	expect(await open(second.link)).not.toBeNull()
})

test('an author without an account has no role to change', async () => {
	const id = await createAuthor(owner, { ...EMPTY_PROFILE, name: 'A guest' })
	await expect(changeRole(owner, id, 'editor')).rejects.toMatchObject({ field: 'role' })
})

test('only a person on whom nothing depends is removed', async () => {
	const { editor, articleId } = await liveStory()
	expect(await findTrace(owner, editor.person.id)).toEqual({ stories: 1, comments: 0 })
	const commenter = await account('reader')
	await postComment(commenter, articleId, { body: 'I was there.', parentId: null, name: '', email: '' })
	expect(await findTrace(owner, commenter.person.id)).toEqual({ stories: 0, comments: 1 })
	for (const person of [editor, commenter])
		await expect(moveToTrash(owner, 'person', person.person.id)).rejects.toMatchObject({ code: 'conflict' })
	await expect(moveToTrash(owner, 'person', owner.person.id)).rejects.toMatchObject({ code: 'invalid' })
})

test('an account in the trash cannot sign in until restored', async () => {
	const [person, invited] = [await account('editor'), await account('reader')]
	const token = await tokenFor(person)
	await disablePerson(owner, invited.person.id)
	for (const {
		person: { id },
	} of [person, invited])
		await moveToTrash(owner, 'person', id)
	expect(await findSession(token)).toBeNull()
	await expect(tokenFor(person)).rejects.toMatchObject({ code: 'unauthenticated' })
	await expect(enablePerson(owner, person.person.id)).rejects.toMatchObject({ code: 'not-found' })
	for (const {
		person: { id },
	} of [person, invited])
		await restore(owner, 'person', id)
	expect(await findSession(await tokenFor(person))).not.toBeNull()
	// Disabled before, and still.
	await expect(tokenFor(invited)).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('comments of a disabled reader stay', async () => {
	await changeSettings(owner, { commentsHeldFirst: 0 })
	const { articleId } = await liveStory()
	const commenter = await account('reader', 'Rita')
	await postComment(commenter, articleId, { body: 'I was there.', parentId: null, name: '', email: '' })
	await disablePerson(owner, commenter.person.id)
	expect((await listThread(reader(), articleId)).threads).toMatchObject([{ authorName: 'Rita' }])
})
