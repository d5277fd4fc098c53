import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readDb, write } from '@/db'
import { passkeys, recoveryCodes, totpSecrets } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { addAuthenticator, codeOf } from '@/e2e/support/factors'
import { createStaff } from '@/e2e/support/stories'
import { addPerson } from '../people'
import type { SignedInViewer } from '../permissions'
import { confirmChoices, confirmSignIn } from '../recent-sign-in'
import { finishSignIn } from '../second-step'
import { findSession, signIn } from '../sessions'
import { makeSignInLink, redeemSignInLink } from '../sign-in-links'
import {
	acceptCode,
	authenticatorSetup,
	confirmAuthenticator,
	removeAuthenticator,
	startAuthenticator,
} from './authenticator'
import { factorsOf, listStaffFactors, resetFactors } from './factors'
import { removePasskey, renamePasskey } from './passkeys'
import { renewRecoveryCodes } from './recovery-codes'

withDatabase()

const PASSWORD = 'engine no. 1'
const STEP_MS = 30_000

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-26T12:00:10Z') }))
afterEach(() => void vi.useRealTimers())

let number = 0

async function newAccount(role: 'editor' | 'owner' = 'editor') {
	number += 1
	const account = { name: `Ada ${number}`, email: `ada-${number}@example.org`, password: PASSWORD, role }
	const { id } = await addPerson(account)
	const person = { id, name: account.name, email: account.email, role }
	const viewer: SignedInViewer = { person, readerId: null }
	return { ...account, viewer, id, signIn: () => signIn(account.email, PASSWORD) }
}

const accept = (id: string, code: string) => write((tx) => acceptCode(tx, id, code))

test('a code of the present or an adjacent step is accepted once', async () => {
	const { viewer, id } = await newAccount()
	const { secret } = await addAuthenticator(viewer)
	for (const steps of [-2, 2, -1]) expect(await accept(id, codeOf(secret, steps))).toBe(false)
	expect(await accept(id, codeOf(secret, 0))).toBe(true)
	expect(await accept(id, codeOf(secret, 0))).toBe(false)
	expect(await accept(id, `${codeOf(secret, 1).slice(0, 3)} ${codeOf(secret, 1).slice(3)}`)).toBe(true)
	// The step before the last accepted one.
	expect(await accept(id, codeOf(secret, 0))).toBe(false)
	vi.setSystemTime(Date.now() + 2 * STEP_MS)
	const code = codeOf(secret)
	const tries = await Promise.all([accept(id, code), accept(id, code), accept(id, code)])
	expect(tries.filter(Boolean)).toHaveLength(1)
})

test('an authenticator is in force once a first code confirms it', async () => {
	const { viewer, id, signIn } = await newAccount()
	await startAuthenticator(viewer)
	const setup = await authenticatorSetup(viewer)
	expect(setup?.uri).toMatch(/^otpauth:\/\/totp\/Public%20Square:ada-\d+%40example\.org\?/)
	await expect(confirmAuthenticator(viewer, '000000')).rejects.toMatchObject({ field: 'code' })
	expect((await signIn()).needsSecondStep).toBeUndefined()
	expect(await accept(id, codeOf(setup?.secret ?? ''))).toBe(false)
	expect(await confirmAuthenticator(viewer, codeOf(setup?.secret ?? ''))).toHaveLength(10)
	expect((await signIn()).needsSecondStep).toBe(true)
	expect(await authenticatorSetup(viewer)).toBeNull()
	await expect(startAuthenticator(viewer)).rejects.toMatchObject({ code: 'conflict' })
	await removeAuthenticator(viewer)
	expect(await factorsOf(id)).toEqual({ authenticator: null, passkeys: [], recoveryCodes: 0 })
	expect((await signIn()).needsSecondStep).toBeUndefined()
})

test('the database holds neither the secret nor a recovery code', async () => {
	const { viewer } = await newAccount()
	const { secret, codes } = await addAuthenticator(viewer)
	const stored = JSON.stringify([
		await readDb().select().from(totpSecrets),
		await readDb().select().from(recoveryCodes),
	])
	for (const text of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
		expect(stored).not.toContain(text)
})

test('the second step takes a code, or each recovery code once', async () => {
	const { viewer, signIn, id } = await newAccount()
	const { secret, codes } = await addAuthenticator(viewer)
	const first = await signIn()
	expect(await findSession(first.token)).toBeNull()
	const session = await finishSignIn(first.token, codeOf(secret), 'Firefox on Linux')
	expect((await findSession(session.token))?.person.id).toBe(id)
	await expect(finishSignIn(first.token, codeOf(secret, 1), null)).rejects.toMatchObject({ code: 'gone' })
	const [code = ''] = codes
	await finishSignIn((await signIn()).token, ` ${code.toUpperCase().replaceAll('-', ' ')}`, null)
	const again = finishSignIn((await signIn()).token, code, null)
	await expect(again).rejects.toMatchObject({ code: 'unauthenticated', field: 'code' })
	expect((await factorsOf(id)).recoveryCodes).toBe(9)
	const renewed = await renewRecoveryCodes(viewer)
	await expect(finishSignIn((await signIn()).token, codes[1] ?? '', null)).rejects.toMatchObject({
		field: 'code',
	})
	await finishSignIn((await signIn()).token, renewed[1] ?? '', null)
})

test('recovery codes are valid for their own account only', async () => {
	const [own, other] = [await newAccount(), await newAccount()]
	await addAuthenticator(own.viewer)
	const { codes } = await addAuthenticator(other.viewer)
	const foreign = finishSignIn((await own.signIn()).token, codes[0] ?? '', null)
	await expect(foreign).rejects.toMatchObject({ field: 'code' })
})

test('the second step ends after five wrong codes or five minutes', async () => {
	const { viewer, signIn } = await newAccount()
	const { secret } = await addAuthenticator(viewer)
	const { token } = await signIn()
	for (const code of [
		'gone',
		'unauthenticated',
		'unauthenticated',
		'unauthenticated',
		'unauthenticated',
	].reverse())
		await expect(finishSignIn(token, '000000', null)).rejects.toMatchObject({ code })
	await expect(finishSignIn(token, codeOf(secret), null)).rejects.toMatchObject({ code: 'gone' })
	const late = await signIn()
	vi.setSystemTime(Date.now() + 5 * 60_000)
	await expect(finishSignIn(late.token, codeOf(secret), null)).rejects.toMatchObject({ code: 'gone' })
})

test('a sign-in link needs the second step too', async () => {
	const { viewer, email } = await newAccount()
	const { secret } = await addAuthenticator(viewer)
	const step = await redeemSignInLink(await makeSignInLink(email))
	expect([step.needsSecondStep, await findSession(step.token)]).toEqual([true, null])
	await finishSignIn(step.token, codeOf(secret), null)
})

test('a passkey alone is a second factor of its own account', async () => {
	const [own, other] = [await newAccount(), await newAccount()]
	const key = { id: 'credential', name: 'Laptop', publicKey: 'key', counter: 0, transports: [] }
	await write((tx) => tx.insert(passkeys).values({ ...key, personId: own.id }))
	expect((await own.signIn()).needsSecondStep).toBe(true)
	expect((await other.signIn()).needsSecondStep).toBeUndefined()
	await expect(renamePasskey(other.viewer, key.id, 'Mine')).rejects.toMatchObject({ code: 'not-found' })
	await expect(removePasskey(other.viewer, key.id)).rejects.toMatchObject({ code: 'not-found' })
	await removePasskey(own.viewer, key.id)
	expect((await own.signIn()).needsSecondStep).toBeUndefined()
})

test('a code confirms a session as a password does', async () => {
	const { viewer, signIn } = await newAccount()
	const { session } = (await findSession((await signIn()).token)) ?? {}
	const { secret } = await addAuthenticator(viewer)
	const own = { ...viewer, session }
	expect(await confirmChoices(own)).toEqual({ password: true, code: true, passkey: false })
	await confirmSignIn(own, { code: codeOf(secret) })
	for (const code of [codeOf(secret), ''])
		await expect(confirmSignIn(own, { code })).rejects.toMatchObject({ field: 'confirmCode' })
})

test('an owner lists the factors of others and resets them', async () => {
	const [owner, editor] = [await newAccount('owner'), await newAccount()]
	await createStaff('editor', 'A byline without an account')
	await addAuthenticator(editor.viewer)
	const names = async () =>
		(await listStaffFactors(owner.viewer)).filter(({ hasFactor }) => !hasFactor).map(({ name }) => name)
	expect(await names()).toContain(owner.name)
	expect(await names()).not.toContain(editor.name)
	await expect(resetFactors(editor.viewer, owner.id)).rejects.toMatchObject({ code: 'forbidden' })
	await resetFactors(owner.viewer, editor.id)
	expect(await names()).toContain(editor.name)
	expect(await names()).not.toContain('A byline without an account')
	expect((await editor.signIn()).needsSecondStep).toBeUndefined()
})
