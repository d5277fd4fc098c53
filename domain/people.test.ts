import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { acceptInvitation, inviteFirstOwner, isOpenInvitation } from './invitations'
import { addPerson } from './people'
import { endSession, findSession, signIn } from './sessions'

withDatabase()

const ada = { name: 'Ada Byron', email: 'Ada@Example.org', password: 'engine no. 1', role: 'reader' } as const

test('an account signs in, is found by its session, and is gone after signing out', async () => {
	await addPerson(ada)
	const { token } = await signIn('ada@example.org ', ada.password)
	expect(await findSession(token)).toMatchObject({ person: { name: 'Ada Byron', role: 'reader' } })
	await endSession(token)
	expect(await findSession(token)).toBeNull()
})

test('a wrong password and an unknown address are refused alike', async () => {
	const wrong = await signIn(ada.email, 'not the password').catch((error) => error)
	const unknown = await signIn('nobody@example.org', 'not the password').catch((error) => error)
	expect(wrong.message).toBe(unknown.message)
	expect(wrong.code).toBe(unknown.code)
})

test('one address has one account, however many ask at once', async () => {
	const tries = await Promise.allSettled(
		Array.from({ length: 8 }, () => addPerson({ ...ada, email: 'eight@example.org' })),
	)
	expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
})

test('namesakes get addresses of their own', async () => {
	const slugs = []
	for (const email of ['a1@example.org', 'a2@example.org'])
		slugs.push((await addPerson({ ...ada, email })).slug)
	expect(new Set(slugs).size).toBe(2)
})

test('weak passwords and odd names are refused by field', async () => {
	const add = (changes: object) => addPerson({ ...ada, email: 'x@example.org', ...changes })
	await expect(add({ password: 'short' })).rejects.toMatchObject({ field: 'password' })
	await expect(add({ password: 'a'.repeat(12) })).rejects.toMatchObject({ field: 'password' })
	await expect(add({ password: 'x1y2'.repeat(100) })).rejects.toMatchObject({ field: 'password' })
	await expect(add({ name: '\u200d\u3164' })).rejects.toMatchObject({ field: 'name' })
})

test('the first owner’s link works once, and a fresh one ends the old', async () => {
	const old = (await inviteFirstOwner()) ?? ''
	const link = (await inviteFirstOwner()) ?? ''
	expect(await isOpenInvitation(old)).toBe(false)
	const owner = { name: 'Olu', email: 'olu@example.org', password: 'first of the house' }
	const session = await acceptInvitation(link, owner)
	expect(await findSession(session.token)).toMatchObject({ person: { role: 'owner' } })
	await expect(acceptInvitation(link, { ...owner, email: 'second@example.org' })).rejects.toMatchObject({
		code: 'gone',
	})
	expect(await inviteFirstOwner()).toBeNull()
})
