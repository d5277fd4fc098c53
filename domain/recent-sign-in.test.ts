import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { sessions } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { changeOwnPassword } from './own-password'
import { addPerson } from './people'
import { ANONYMOUS, type Viewer } from './permissions'
import { confirmSignIn, RECENT_SIGN_IN_MINUTES, requireRecentSignIn } from './recent-sign-in'
import { findSession, signIn } from './sessions'

withDatabase()

const ada = { name: 'Ada', email: 'ada@example.org', password: 'engine no. 1', role: 'owner' } as const

beforeAll(() => addPerson(ada))

async function signedIn(password: string = ada.password) {
	const { token } = await signIn(ada.email, password)
	const viewer = async (): Promise<Viewer> => {
		const { person = null, session } = (await findSession(token)) ?? {}
		return { person, readerId: null, session }
	}
	return { viewer, hash: (await viewer()).session?.hash ?? '' }
}

/** Dates the last password entry of a session. */
const date = (hash: string, minutes: number): Promise<void> =>
	write(async (tx) => {
		const confirmedAt = new Date(Date.now() - minutes * 60_000)
		await tx.update(sessions).set({ confirmedAt }).where(eq(sessions.sessionToken, hash))
	})

test('a sign-in is recent for fifteen minutes after each password entry', async () => {
	const { viewer, hash } = await signedIn()
	requireRecentSignIn(await viewer())
	await date(hash, RECENT_SIGN_IN_MINUTES - 1)
	requireRecentSignIn(await viewer())
	await date(hash, RECENT_SIGN_IN_MINUTES + 1)
	const old = await viewer()
	expect(() => requireRecentSignIn(old)).toThrow(expect.objectContaining({ code: 'unconfirmed' }))
	await expect(confirmSignIn(old, { password: 'wrong' })).rejects.toMatchObject({
		code: 'unconfirmed',
		field: 'confirmPassword',
	})
	await confirmSignIn(old, { password: ada.password })
	requireRecentSignIn(await viewer())
})

test('no session, or a confirmation in the future, is not recent', async () => {
	const { viewer, hash } = await signedIn()
	await date(hash, -60)
	for (const each of [await viewer(), ANONYMOUS, { ...(await viewer()), session: undefined }])
		expect(() => requireRecentSignIn(each)).toThrow(expect.objectContaining({ code: 'unconfirmed' }))
})

test('changing the own password needs the present one, ends other sessions', async () => {
	const [own, other] = [await signedIn(), await signedIn()]
	const changed = { current: ada.password, password: 'a new passphrase' }
	const wrong = changeOwnPassword(await own.viewer(), { ...changed, current: 'wrong' })
	await expect(wrong).rejects.toMatchObject({ code: 'invalid', field: 'current' })
	const weak = changeOwnPassword(await own.viewer(), { ...changed, password: 'short' })
	await expect(weak).rejects.toMatchObject({ code: 'invalid', field: 'password' })
	await changeOwnPassword(await own.viewer(), changed)
	const left = await readDb().select().from(sessions)
	expect(left.map(({ sessionToken }) => sessionToken)).toEqual([own.hash])
	expect((await other.viewer()).person).toBeNull()
	await signedIn(changed.password)
})
