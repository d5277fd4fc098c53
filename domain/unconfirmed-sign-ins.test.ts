import { expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { externalAccounts, passkeys, recoveryCodes, sessions, totpSecrets } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { addAuthenticator } from '@/e2e/support/factors'
import { startMailbox } from '@/e2e/support/mailbox'
import { confirmEmail, findConfirmation, mailAfterSignUp } from './email-confirmation'
import { mailPasswordReset, makePasswordLink, setPasswordByLink } from './password-links'
import { addPerson, signUp } from './people'
import type { SignedInViewer } from './permissions'
import { findSession, signIn } from './sessions'
import { mailSignInLink, redeemSignInLink } from './sign-in-links'

withDatabase()

const PASSWORD = 'of a stranger'
const tokenIn = (text = '', name = 'token') =>
	new URL(/http\S+(?:token|link)=\S+/.exec(text)?.[0] ?? '').searchParams.get(name) ?? ''

/** An account at the address of another person, with all that a stranger can add. */
async function strangersAccount() {
	const email = `${crypto.randomUUID()}@example.org`
	const signedUp = await signUp({ name: 'Mallory', email, password: PASSWORD })
	const personId = signedUp.personId ?? ''
	const { token } = await signIn(email, PASSWORD)
	const found = await findSession(token)
	if (!found) throw new Error('no session')
	const viewer: SignedInViewer = { ...found, readerId: null }
	await addAuthenticator(viewer)
	await write(async (tx) => {
		const key = { id: crypto.randomUUID(), personId, name: 'Key', publicKey: '', counter: 0, transports: [] }
		await tx.insert(passkeys).values(key)
		await tx.insert(externalAccounts).values({ provider: 'github', accountId: key.id, personId })
	})
	return { email, signedUp, personId, token, viewer }
}

const COUNTED = { passkeys, totpSecrets, recoveryCodes, externalAccounts, sessions }

async function left(): Promise<string[]> {
	const names: string[] = []
	for (const [name, table] of Object.entries(COUNTED)) if (await readDb().$count(table)) names.push(name)
	return names
}

const clear = () =>
	write(async (tx) => {
		for (const table of Object.values(COUNTED)) await tx.delete(table)
	})

test.each(['confirmation', 'password', 'sign-in'])(
	'the first mailed %s link removes what a stranger added',
	async (kind) => {
		await clear()
		const received = await startMailbox()
		const { email, signedUp, token } = await strangersAccount()
		expect(await left()).toEqual(Object.keys(COUNTED))
		if (kind === 'confirmation') {
			await mailAfterSignUp(signedUp, '/')
			const mailed = tokenIn(received[0]?.text)
			expect(await findConfirmation(mailed)).toEqual({ endsSignIns: true })
			await confirmEmail(mailed)
		} else if (kind === 'password') {
			await mailPasswordReset(email)
			await setPasswordByLink(tokenIn(received[0]?.text), 'of the owner')
			await expect(signIn(email, PASSWORD)).rejects.toMatchObject({ code: 'unauthenticated' })
			expect((await signIn(email, 'of the owner')).needsSecondStep).toBeFalsy()
		} else {
			await mailSignInLink(email, '/')
			expect((await redeemSignInLink(tokenIn(received[0]?.text, 'link'))).needsSecondStep).toBeFalsy()
		}
		expect(await findSession(token)).toBeNull()
		expect((await left()).filter((name) => name !== 'sessions')).toEqual([])
	},
)

test('confirming in a browser signed in to the account keeps its sign-ins', async () => {
	await clear()
	const received = await startMailbox()
	const { signedUp, viewer } = await strangersAccount()
	await mailAfterSignUp(signedUp, '/')
	const mailed = tokenIn(received[0]?.text)
	expect(await findConfirmation(mailed, viewer)).toEqual({ endsSignIns: false })
	await confirmEmail(mailed, viewer)
	expect(await left()).toEqual(Object.keys(COUNTED))
})

test('a confirmed address, and a link of staff, keep second factors', async () => {
	await clear()
	const received = await startMailbox()
	const { email, personId, viewer, signedUp } = await strangersAccount()
	const owner = { name: 'Olga', email: 'olga@example.org', password: PASSWORD, role: 'owner' as const }
	const staff = { person: { ...owner, ...(await addPerson(owner)) }, readerId: null }
	const { link } = await makePasswordLink(staff, personId)
	await setPasswordByLink(tokenIn(link), 'given in person')
	expect(await left()).toEqual(['passkeys', 'totpSecrets', 'recoveryCodes'])
	await mailAfterSignUp(signedUp, '/')
	await confirmEmail(tokenIn(received[0]?.text), viewer)
	await mailPasswordReset(email)
	await setPasswordByLink(tokenIn(received[1]?.text), 'of the owner')
	expect(await left()).toEqual(['passkeys', 'totpSecrets', 'recoveryCodes'])
})
