import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { addPerson } from './people'
import type { Viewer } from './permissions'
import { endOtherSessions, endOwnSession, findSession, hashToken, listSessions, signIn } from './sessions'
import { makeSignInLink } from './sign-in-links'

withDatabase()

const PASSWORD = 'engine no. 1'

beforeAll(async () => {
	for (const name of ['Ada', 'Eve'])
		await addPerson({ name, email: `${name.toLowerCase()}@example.org`, password: PASSWORD, role: 'reader' })
})

/** Signs in, and returns the token with the viewer of a request with it. */
async function signedIn(email: string, device: string | null = null) {
	const { token } = await signIn(email, PASSWORD, device)
	const viewer = async (): Promise<Viewer> => {
		const { person = null, session } = (await findSession(token)) ?? {}
		return { person, readerId: null, session }
	}
	return { token, viewer: await viewer(), exists: async () => (await findSession(token)) !== null }
}

test('sessions are listed by device, the newest first, without tokens', async () => {
	const phone = await signedIn('ada@example.org', 'Firefox on Android')
	const laptop = await signedIn('ada@example.org', 'Chrome on Linux')
	await signedIn('eve@example.org', 'Safari on macOS')
	await makeSignInLink('ada@example.org')
	const listed = await listSessions(laptop.viewer)
	expect(listed.map(({ device, current }) => [device, current])).toEqual([
		['Chrome on Linux', true],
		['Firefox on Android', false],
	])
	const text = JSON.stringify(listed)
	for (const { token } of [phone, laptop]) {
		expect(text).not.toContain(token)
		expect(text).not.toContain(hashToken(token).slice(0, 12))
	}
})

test('a session is ended by its owner only', async () => {
	const [own, foreign] = [await signedIn('ada@example.org'), await signedIn('eve@example.org')]
	const [session] = (await listSessions(foreign.viewer)).filter(({ current }) => current)
	await expect(endOwnSession(own.viewer, session?.name ?? '')).rejects.toMatchObject({ code: 'not-found' })
	expect(await foreign.exists()).toBe(true)
	await endOwnSession(foreign.viewer, session?.name ?? '')
	expect([await foreign.exists(), await own.exists()]).toEqual([false, true])
})

test('all other sessions end at once', async () => {
	const [kept, ended] = [await signedIn('ada@example.org'), await signedIn('ada@example.org')]
	const other = await signedIn('eve@example.org')
	await endOtherSessions(kept.viewer)
	expect(await listSessions(kept.viewer)).toHaveLength(1)
	expect([await kept.exists(), await ended.exists(), await other.exists()]).toEqual([true, false, true])
})
