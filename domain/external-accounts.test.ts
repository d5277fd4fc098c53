import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { auditEvents, credentials, externalAccounts, passkeys, people, signInChallenges } from '@/db/schema'
import { traceWrites, withDatabase } from '@/db/testing'
import { addAuthenticator } from '@/e2e/support/factors'
import { createStaff } from '@/e2e/support/stories'
import { emailConfirmedAt } from './email-confirmation'
import {
	connectExternalAccount,
	disconnectExternalAccount,
	type ExternalProfile,
	listExternalAccounts,
	proposedName,
	signInWithProvider,
} from './external-accounts'
import { removePasskey } from './factors/passkeys'
import { changeOwnPassword } from './own-password'
import { makePasswordLink, setPasswordByLink } from './password-links'
import { addPerson, signUp } from './people'
import { ANONYMOUS, type SignedInViewer, type ViewerSession } from './permissions'
import { disablePerson } from './person-access'
import { findSession, type SignIn, signIn } from './sessions'

withDatabase()

const PASSWORD = 'engine no. 1'
let number = 0

const profile = (changes: Partial<ExternalProfile> = {}): ExternalProfile => {
	number += 1
	const email = `ada-${number}@example.org`
	return { provider: 'github', accountId: String(number), email, name: 'Ada Byron', ...changes }
}

const enter = (given: ExternalProfile, viewer = ANONYMOUS, name: string | null = 'Ada Byron') =>
	signInWithProvider(viewer, given, null, name)

async function entered(given: ExternalProfile): Promise<SignIn> {
	const result = await enter(given)
	if (result.kind !== 'signed-in') throw new Error(result.kind)
	return result.signIn
}

type Signed = SignedInViewer & { session: ViewerSession }

async function viewerOf({ token }: SignIn): Promise<Signed> {
	const found = await findSession(token)
	if (!found) throw new Error('no session')
	return { person: found.person, session: found.session, readerId: null }
}

async function passwordReader(email: string): Promise<Signed> {
	await addPerson({ name: 'Rita Reader', email, password: PASSWORD, role: 'reader' })
	return viewerOf(await signIn(email, PASSWORD))
}

const personWith = async (email: string) => {
	const [person] = await readDb().select().from(people).where(eq(people.email, email))
	return person
}

test('a first sign-in creates a reader without a password', async () => {
	const given = profile({ email: 'Ada@Example.org', accountId: 'first' })
	const { person } = await viewerOf(await entered(given))
	expect(person).toMatchObject({ name: 'Ada Byron', email: 'ada@example.org', role: 'reader' })
	const own = eq(credentials.personId, person.id)
	expect(await readDb().select().from(credentials).where(own)).toEqual([])
	await expect(signIn('ada@example.org', '')).rejects.toMatchObject({ code: 'unauthenticated' })
	const events = await readDb()
		.select()
		.from(auditEvents)
		.where(eq(auditEvents.subject, `person:${person.id}`))
	expect(events.map(({ action }) => action)).toEqual(['add person', 'connect account'])
})

test('later sign-ins match the number of the account, never the address', async () => {
	const given = profile()
	const first = await entered(given)
	const later = await entered({ ...given, email: 'moved@example.org', name: 'Countess' })
	expect(later.personId).toBe(first.personId)
	expect(await personWith('moved@example.org')).toBeUndefined()
	expect((await enter({ ...given, accountId: 'another' })).kind).toBe('unconnected')
	expect((await enter({ ...given, provider: 'google' })).kind).toBe('unconnected')
})

test('an account with the same address is not taken over', async () => {
	const own = await passwordReader('rita@example.org')
	const given = profile({ email: 'rita@example.org' })
	expect((await enter(given)).kind).toBe('unconnected')
	expect(await listExternalAccounts(own.person.id)).toEqual([])
	await connectExternalAccount(own, given)
	expect((await entered(given)).personId).toBe(own.person.id)
})

test('verified addresses are confirmed', async () => {
	const given = profile()
	await entered(given)
	expect((await personWith(given.email ?? ''))?.emailConfirmedAt).not.toBeNull()
	const { personId } = await signUp({ name: 'Rita', email: 'unsure@example.org', password: PASSWORD })
	const own = await viewerOf(await signIn('unsure@example.org', PASSWORD))
	await connectExternalAccount(own, profile({ provider: 'google' }))
	expect(await emailConfirmedAt(personId ?? '')).toBeNull()
	await connectExternalAccount(own, profile({ email: 'Unsure@example.org' }))
	expect(await emailConfirmedAt(personId ?? '')).not.toBeNull()
})

test.each([
	['no address', null],
	['a homograph of one', 'аda@example.org'],
	['a quoted one', '"a@b"@example.org'],
])('a new account with %s gets no account here', async (_, email) => {
	const before = await readDb().$count(people)
	expect((await enter(profile({ email }))).kind).toBe('no-address')
	expect(await readDb().$count(people)).toBe(before)
})

test('a new account is made with the chosen name alone', async () => {
	const given = profile({ name: 'Ada From There' })
	expect((await enter(given, ANONYMOUS, null)).kind).toBe('new')
	expect(await personWith(given.email ?? '')).toBeUndefined()
	for (const name of ['', '\u202e', 'x'.repeat(81)])
		await expect(enter(given, ANONYMOUS, name)).rejects.toMatchObject({ code: 'invalid', field: 'name' })
	await enter(given, ANONYMOUS, ' Ada\n Lovelace ')
	expect((await personWith(given.email ?? ''))?.name).toBe('Ada Lovelace')
	expect((await enter(given, ANONYMOUS, null)).kind).toBe('signed-in')
})

test.each([
	[null, ''],
	['  Ada\n Byron ', 'Ada Byron'],
	['x'.repeat(200), 'x'.repeat(80)],
	[`${'x'.repeat(79)}😀`, 'x'.repeat(79)],
	['\u202e\u0000', ''],
])('the name %j of the provider is proposed as %j', (name, expected) => {
	expect(proposedName({ name })).toBe(expected)
})

test('a second factor is asked for after the provider', async () => {
	const own = await passwordReader('two@example.org')
	const given = profile()
	await connectExternalAccount(own, given)
	await addAuthenticator(own)
	const started = await entered(given)
	expect(started.needsSecondStep).toBe(true)
	expect(await findSession(started.token)).toBeNull()
	expect(await readDb().$count(signInChallenges, eq(signInChallenges.personId, own.person.id))).toBe(1)
})

test('a signed-in viewer connects, and does not change accounts', async () => {
	const [own, given] = [await passwordReader('three@example.org'), profile()]
	const other = await viewerOf(await entered(given))
	expect((await enter(given, own)).kind).toBe('elsewhere')
	expect((await enter(given, other)).kind).toBe('signed-in')
	expect((await enter(profile(), own)).kind).toBe('unconnected')
	await expect(connectExternalAccount(own, given)).rejects.toMatchObject({ code: 'conflict' })
	await connectExternalAccount(own, profile())
	await expect(connectExternalAccount(own, profile())).rejects.toThrow('another GitHub account')
	await connectExternalAccount(own, profile({ provider: 'google' }))
	expect((await listExternalAccounts(own.person.id)).map(({ provider }) => provider)).toEqual([
		'github',
		'google',
	])
})

test('a disabled account is closed to its provider', async () => {
	const given = profile()
	const { personId } = await entered(given)
	await disablePerson(await createStaff('owner'), personId)
	expect((await enter(given)).kind).toBe('closed')
})

test('the only way to sign in stays until there is another', async () => {
	const own = await viewerOf(await entered(profile()))
	await expect(disconnectExternalAccount(own, 'github')).rejects.toThrow('only way to sign in')
	expect(await listExternalAccounts(own.person.id)).toHaveLength(1)
	await expect(disconnectExternalAccount(own, 'google')).rejects.toMatchObject({ code: 'not-found' })
	await changeOwnPassword(own, { current: '', password: PASSWORD })
	await disconnectExternalAccount(own, 'github')
	expect(await listExternalAccounts(own.person.id)).toEqual([])
	await signIn(own.person.email ?? '', PASSWORD)
})

test('a password that replaces one by a link disconnects providers', async () => {
	const [taken, own] = [await passwordReader('taken@example.org'), await viewerOf(await entered(profile()))]
	await connectExternalAccount(taken, profile())
	const owner = await createStaff('owner')
	for (const { person } of [taken, own]) {
		const { link } = await makePasswordLink(owner, person.id)
		await setPasswordByLink(new URL(link).searchParams.get('token') ?? '', PASSWORD)
	}
	expect(await listExternalAccounts(taken.person.id)).toEqual([])
	expect(await listExternalAccounts(own.person.id)).toHaveLength(1)
})

test('a first password needs a recent sign-in', async () => {
	const own = await viewerOf(await entered(profile()))
	const old = { ...own, session: { ...own.session, confirmedAt: new Date(0) } }
	const set = changeOwnPassword(old, { current: '', password: PASSWORD })
	await expect(set).rejects.toMatchObject({ code: 'unconfirmed' })
})

test('the last passkey stays if nothing else signs in', async () => {
	const own = await viewerOf(await entered(profile()))
	const row = { id: 'key', personId: own.person.id, name: 'Key', publicKey: 'x', counter: 0, transports: [] }
	await write((tx) => tx.insert(passkeys).values(row))
	await disconnectExternalAccount(own, 'github')
	await expect(removePasskey(own, 'key')).rejects.toThrow('only way to sign in')
	expect(await readDb().$count(passkeys, eq(passkeys.personId, own.person.id))).toBe(1)
})

test('sign-ins and connections lock before they read', async () => {
	const given = profile()
	const trace = await traceWrites(() => enter(given))
	const locked = trace.indexOf(`lock external account github ${given.accountId}`)
	const read = trace.findIndex((line) => line.startsWith('select') && line.includes('external_accounts'))
	expect(locked, trace.join('\n')).toBeGreaterThanOrEqual(0)
	expect(read).toBeGreaterThan(locked)
})

test('two first sign-ins at once make one account', async () => {
	const given = profile()
	const [one, two] = await Promise.all([entered(given), entered(given)])
	expect(one.personId).toBe(two.personId)
	const own = eq(externalAccounts.accountId, given.accountId)
	expect(await readDb().$count(externalAccounts, own)).toBe(1)
})
