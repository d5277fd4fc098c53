import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { auditEvents, keptRestrictions, people } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { RETENTION } from '@/lib/retention'
import { deleteOwnAccount } from '../own-data/delete-account'
import { addPerson } from '../people'
import type { SignedInViewer, StaffViewer } from '../permissions'
import { readerIdOf } from '../readers'
import { createSession, hashToken } from '../sessions'
import { changeSettings } from '../settings'
import { deleteKeptRestrictions } from './kept-restrictions'
import { liftKeptRestriction, liftKeptRestrictionsOf, listKeptRestrictions } from './lift-kept'
import { postComment } from './post'
import { liftRestriction, listRestrictions, restrictAuthor } from './restrictions'

withDatabase()

let moderator: StaffViewer
let articleId: number

beforeAll(async () => {
	moderator = await createStaff('moderator')
	articleId = (await liveStory()).articleId
	await changeSettings(await createStaff('owner'), { commentsHeldFirst: 0 })
})

async function signUp(email: string, isConfirmed = true): Promise<SignedInViewer> {
	const account = { name: 'Ada', email, role: 'reader' as const }
	const { id } = await addPerson({ ...account, password: 'a good long password' })
	const at = isConfirmed ? new Date() : null
	await write((tx) => tx.update(people).set({ emailConfirmedAt: at }).where(eq(people.id, id)))
	const { token } = await write((tx) => createSession(tx, id))
	const session = { hash: hashToken(token), confirmedAt: new Date() }
	return { person: { id, ...account }, readerId: null, session }
}

let number = 0
const post = (viewer: SignedInViewer) => {
	number += 1
	return postComment(viewer, articleId, { body: `Thought ${number}`, parentId: null, name: '', email: '' })
}

async function banned(email: string, kind = 'ban', isConfirmed = true): Promise<SignedInViewer> {
	const viewer = await signUp(email, isConfirmed)
	const { id } = await post(viewer)
	await restrictAuthor(moderator, id, { kind, reason: 'Insults.', until: '' })
	return viewer
}

test('a ban holds for a new account with the confirmed address', async () => {
	await deleteOwnAccount(await banned('Ada.Bann@example.org'), 'keep')
	const again = await signUp('ada.bann@example.org', false)
	expect((await post(again)).state).toBe('approved')
	await write((tx) =>
		tx.update(people).set({ emailConfirmedAt: new Date() }).where(eq(people.id, again.person.id)),
	)
	await expect(post(again)).rejects.toThrow('Insults.')
	expect((await post(await signUp('other@example.org'))).state).toBe('approved')
	const stored = JSON.stringify(await readDb().select().from(keptRestrictions))
	expect(stored).not.toMatch(/bann|example/i)
})

test('a mute is kept as a mute', async () => {
	await deleteOwnAccount(await banned('mute@example.org', 'mute'), 'delete')
	const { state, heldFor } = await post(await signUp('mute@example.org'))
	expect([state, heldFor]).toEqual([
		'waiting',
		[{ phase: 'banned', kind: 'mute', words: 'Insults.', until: null }],
	])
})

test('lifted restrictions and those with an unconfirmed address are not kept', async () => {
	const lifted = await signUp('lifted@example.org')
	const { id } = await post(lifted)
	await restrictAuthor(moderator, id, { kind: 'ban', reason: 'A mistake.', until: '' })
	const [row] = await listRestrictions((await readerIdOf(lifted)) ?? '')
	await liftRestriction(moderator, id, row?.id ?? 0)
	await deleteOwnAccount(lifted, 'keep')
	await deleteOwnAccount(await banned('stranger@example.org', 'ban', false), 'keep')
	for (const email of ['lifted@example.org', 'stranger@example.org'])
		expect((await post(await signUp(email))).state).toBe('approved')
})

test('a kept ban ends after its days', async () => {
	await deleteOwnAccount(await banned('late@example.org'), 'keep')
	const again = await signUp('late@example.org')
	await expect(post(again)).rejects.toThrow('Insults.')
	const late = new Date(Date.now() + RETENTION.keptRestrictionDays * 86_400_000 + 1_000)
	await write((tx) => deleteKeptRestrictions(tx, late))
	expect((await post(again)).state).toBe('approved')
})

test('comments of guests with the address of a kept ban wait', async () => {
	await deleteOwnAccount(await banned('guest@example.org'), 'keep')
	const comment = { body: 'As a guest.', parentId: null, name: 'Ada', email: ' Guest@Example.org' }
	const { state, heldFor } = await postComment(reader(), articleId, comment)
	expect([state, heldFor]).toEqual(['waiting', [{ phase: 'banned', kind: 'address' }]])
	const other = await postComment(reader(), articleId, { ...comment, email: 'guests@example.org' })
	expect(other.state).toBe('approved')
})

test('moderators lift kept bans, one or those of an address', async () => {
	await write((tx) => tx.delete(keptRestrictions))
	for (const email of ['one@example.org', 'two@example.org'])
		await deleteOwnAccount(await banned(email), 'keep')
	await expect(listKeptRestrictions(await signUp('reads@example.org'))).rejects.toThrow()
	await expect(liftKeptRestrictionsOf(moderator, 'none@example.org')).rejects.toMatchObject({
		field: 'email',
	})
	await liftKeptRestrictionsOf(moderator, ' Two@example.org')
	expect((await post(await signUp('two@example.org'))).state).toBe('approved')
	const [kept, ...others] = await listKeptRestrictions(moderator)
	expect([kept?.reason, others]).toEqual(['Insults.', []])
	await liftKeptRestriction(moderator, kept?.id ?? 0)
	expect((await post(await signUp('one@example.org'))).state).toBe('approved')
	const logged = await readDb()
		.select()
		.from(auditEvents)
		.where(eq(auditEvents.action, 'lift kept restriction'))
	expect(logged.map(({ subject, detail }) => [subject, detail])).toEqual([
		['comments', { kind: 'ban' }],
		['comments', { kind: 'ban' }],
	])
})
