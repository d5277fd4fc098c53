import { eq } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { write } from '@/db'
import { people } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff } from '@/e2e/support/stories'
import { setPasswordByLink } from './password-links'
import { addPerson, signUp } from './people'
import { signIn } from './sessions'

/** Calls of the library that costs the time of a sign-in; it does its work. */
const work = vi.hoisted(() => ({ verified: [] as string[], hashed: [] as object[] }))
vi.mock('@node-rs/argon2', async (original) => {
	const argon2 = await original<typeof import('@node-rs/argon2')>()
	return {
		...argon2,
		verify: (hashed: string, password: string) => {
			work.verified.push(hashed.split('$').slice(1, 4).join(' '))
			return argon2.verify(hashed, password)
		},
		hash: (password: string, options: object) => {
			work.hashed.push(options)
			return argon2.hash(password, options)
		},
	}
})

withDatabase()

const PASSWORD = 'a good long password'

/** The work of a call, in calls of the library with their cost. */
async function workOf(run: () => Promise<unknown>): Promise<typeof work & { refusal: string }> {
	work.verified.length = 0
	work.hashed.length = 0
	const refusal = await run().then(
		() => '',
		(error: Error) => error.message,
	)
	return { verified: [...work.verified], hashed: [...work.hashed], refusal }
}

const account = (name: string) => ({ name, email: `${name}@example.org`, password: PASSWORD })

const KNOWN = ['known', 'staff', 'disabled', 'byline']

beforeAll(async () => {
	await addPerson({ ...account('known'), role: 'reader' })
	await addPerson({ ...account('staff'), role: 'owner' })
	const { id } = await addPerson({ ...account('disabled'), role: 'editor' })
	const { person } = await createStaff('contributor')
	await write(async (tx) => {
		await tx.update(people).set({ disabledAt: new Date() }).where(eq(people.id, id))
		await tx.update(people).set({ email: 'byline@example.org' }).where(eq(people.id, person.id))
	})
	// The hash with which passwords of unknown accounts are compared is made once.
	await signIn('nobody@example.org', PASSWORD).catch(() => {})
})

test.each([
	['ASCII', 'not the password'],
	['with accents', 'ne pas le mot de passe é'.normalize('NFD')],
	['too long', 'x1y2'.repeat(100)],
	['empty', ''],
])('a wrong password (%s) costs the same for all addresses', async (_kind, password) => {
	const unknown = await workOf(() => signIn('nobody@example.org', password))
	expect(unknown.refusal).not.toBe('')
	for (const name of KNOWN)
		expect(await workOf(() => signIn(`${name}@example.org`, password)), name).toEqual(unknown)
})

test('a disabled account’s right and wrong passwords cost the same', async () => {
	const unknown = await workOf(() => signIn('nobody@example.org', PASSWORD))
	expect(await workOf(() => signIn('disabled@example.org', PASSWORD))).toEqual(unknown)
})

test('a sign-up with a new or known address costs one hash', async () => {
	const first = await workOf(() => signUp(account('twice')))
	expect(await workOf(() => signUp(account('twice')))).toEqual(first)
	expect([first.hashed.length, first.verified, first.refusal]).toEqual([1, [], ''])
})

test('a guessed password link costs no hash', async () => {
	for (const token of ['', 'x', 'A'.repeat(43)])
		expect(await workOf(() => setPasswordByLink(token, PASSWORD))).toMatchObject({ hashed: [], verified: [] })
})

test('a password compared without the hash of unknown accounts is found', async () => {
	const leaking = async (email: string) => {
		if (email.startsWith('nobody')) throw new Error('The address or the password is wrong.')
		await signIn(email, 'not the password')
	}
	const unknown = await workOf(() => leaking('nobody@example.org'))
	expect((await workOf(() => leaking('known@example.org'))).verified).not.toEqual(unknown.verified)
})
