import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { acceptInvitation, findInvitation, inviteFirstOwner } from './invitations'
import { addPerson, changePassword, signUp } from './people'
import { endSession, findSession, signIn } from './sessions'
import { makeSignInLink, redeemSignInLink } from './sign-in-links'

withDatabase()

const ada = { name: 'Ada Byron', email: 'Ada@Example.org', password: 'engine no. 1', role: 'reader' } as const

test('sign-in creates a session, sign-out ends it', async () => {
	await addPerson(ada)
	const { token } = await signIn('ada@example.org ', ada.password)
	expect(await findSession(token)).toMatchObject({ person: { name: 'Ada Byron', role: 'reader' } })
	await endSession(token)
	expect(await findSession(token)).toBeNull()
})

test('wrong password and unknown address get the same refusal', async () => {
	const wrong = await signIn(ada.email, 'not the password').catch((error) => error)
	const unknown = await signIn('nobody@example.org', 'not the password').catch((error) => error)
	expect(wrong.message).toBe(unknown.message)
	expect(wrong.code).toBe(unknown.code)
})

test('concurrent sign-ups with one address create one account', async () => {
	const tries = await Promise.allSettled(
		Array.from({ length: 8 }, () => addPerson({ ...ada, email: 'eight@example.org' })),
	)
	expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
})

test('sign-up with a known address succeeds and changes nothing', async () => {
	const known = { ...ada, email: 'known@example.org' }
	expect(await signUp(known)).toEqual({ email: known.email, personId: expect.any(String) })
	expect(await signUp({ name: 'Eve', email: 'KNOWN@example.org', password: 'of an attacker' })).toEqual({
		email: known.email,
		personId: null,
	})
	const { token } = await signIn(known.email, known.password)
	expect(await findSession(token)).toMatchObject({ person: { name: 'Ada Byron', role: 'reader' } })
	await expect(signIn(known.email, 'of an attacker')).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('sign-up costs equal processor time for known and new addresses', async () => {
	const cost = async (email: string) => {
		const before = process.cpuUsage()
		await signUp({ ...ada, email })
		const { user, system } = process.cpuUsage(before)
		return user + system
	}
	const fresh = [await cost('new-1@example.org'), await cost('new-2@example.org')]
	const known = [await cost('new-1@example.org'), await cost('new-2@example.org')]
	expect(Math.max(...known)).toBeGreaterThan(Math.min(...fresh) / 2)
})

test('fields are validated before the address is looked up', async () => {
	const known = { ...ada, email: 'known@example.org' }
	await expect(signUp({ ...known, password: 'short' })).rejects.toMatchObject({ field: 'password' })
})

test('a sign-in link works once and is no session token', async () => {
	await addPerson({ ...ada, email: 'link@example.org' })
	const token = await makeSignInLink('Link@example.org')
	expect(await findSession(token)).toBeNull()
	const session = await redeemSignInLink(token)
	expect(await findSession(session.token)).toMatchObject({ person: { email: 'link@example.org' } })
	for (const used of [token, session.token, ''])
		await expect(redeemSignInLink(used)).rejects.toMatchObject({ code: 'gone' })
	await expect(makeSignInLink('nobody@example.org')).rejects.toMatchObject({ code: 'not-found' })
})

test('changing the password ends every session', async () => {
	await addPerson({ ...ada, email: 'change@example.org' })
	const { token } = await signIn('change@example.org', ada.password)
	await changePassword('change@example.org', 'a new passphrase')
	expect(await findSession(token)).toBeNull()
	await expect(signIn('change@example.org', ada.password)).rejects.toMatchObject({ code: 'unauthenticated' })
	await signIn('change@example.org', 'a new passphrase')
})

test('people of one name get distinct slugs', async () => {
	const slugs = []
	for (const email of ['a1@example.org', 'a2@example.org'])
		slugs.push((await addPerson({ ...ada, email })).slug)
	expect(new Set(slugs).size).toBe(2)
})

test('weak passwords, names and addresses are refused by field', async () => {
	const add = (changes: object) => addPerson({ ...ada, email: 'x@example.org', ...changes })
	await expect(add({ password: 'short' })).rejects.toMatchObject({ field: 'password' })
	await expect(add({ password: 'a'.repeat(12) })).rejects.toMatchObject({ field: 'password' })
	await expect(add({ password: 'x1y2'.repeat(100) })).rejects.toMatchObject({ field: 'password' })
	for (const email of ['=?utf-8?q?eve=40evil.test?=@example.org', 'a@b', 'eve@evil.test,a@example.org'])
		await expect(add({ email })).rejects.toMatchObject({ field: 'email' })
	await expect(add({ name: '\u200d\u3164' })).rejects.toMatchObject({ field: 'name' })
})

test('the first owner’s link works once; a new link revokes it', async () => {
	const old = (await inviteFirstOwner()) ?? ''
	const link = (await inviteFirstOwner()) ?? ''
	expect(await findInvitation(old)).toBeNull()
	expect(await findInvitation(link)).toEqual({ email: null, name: null, role: 'owner', first: true })
	const owner = { name: 'Olu', email: 'olu@example.org', password: 'first of the paper' }
	const session = await acceptInvitation(link, owner)
	expect(await findSession(session.token)).toMatchObject({ person: { role: 'owner' } })
	await expect(acceptInvitation(link, { ...owner, email: 'second@example.org' })).rejects.toMatchObject({
		code: 'gone',
	})
	expect(await inviteFirstOwner()).toBeNull()
})
