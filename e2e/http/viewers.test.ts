import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { mayUpload } from '@/app/_http/may-upload'
import { viewerFromRequest } from '@/app/_http/viewer-from-request'
import { write } from '@/db'
import { people, sessions } from '@/db/schema'
import { writeDb } from '@/db/sqlite/connection'
import { addPerson } from '@/domain/people'
import { ensureReader } from '@/domain/readers'
import { createSession, endSession, hashToken } from '@/domain/sessions'
import { makeSignInLink } from '@/domain/sign-in-links'
import { READER_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import type { Role } from '@/lib/roles'
import { sign } from '@/lib/signing'
import { sendRequest } from '../support/http-client'
import { withServer } from './in-process-server'

const server = withServer()

/** The person that a session cookie stands for, and the reader that a reader cookie stands for without one. */
type Expected = { person: { name: string; role: Role } | null; readerId: string | null }

const sessionCookies: Record<string, { cookie: string; person: Expected['person'] }> = {}
const readerCookies: Record<string, { cookie: string; readerId: string | null }> = {}

beforeAll(async () => {
	for (const role of ['owner', 'moderator', 'contributor', 'reader'] as const)
		await addSession(role, role, async () => ({ role }))
	await addSession('a disabled editor', 'editor', async (id) => {
		await changePerson(id, { disabledAt: new Date() })
		return null
	})
	await addSession('a promoted reader', 'reader', async (id) => {
		await changePerson(id, { role: 'editor' })
		return { role: 'editor' }
	})
	await addSession('a demoted editor', 'editor', async (id) => {
		await changePerson(id, { role: 'reader' })
		return { role: 'reader' }
	})
	await addSession('an expired session', 'editor', async (_id, token) => {
		const expired = { expires: new Date(Date.now() - 1) }
		await write((tx) =>
			tx
				.update(sessions)
				.set(expired)
				.where(eq(sessions.sessionToken, hashToken(token))),
		)
		return null
	})
	await addSession('an ended session', 'editor', async (_id, token) => {
		await endSession(token)
		return null
	})
	const linked = await addAccount('linked', 'editor')
	const valid = sessionCookies.owner?.cookie ?? ''
	const person = sessionCookies.owner?.person ?? null
	Object.assign(sessionCookies, {
		'no session': { cookie: '', person: null },
		'an empty session': { cookie: `${SESSION_COOKIE}=`, person: null },
		'a forged session': { cookie: `${SESSION_COOKIE}=${'a'.repeat(43)}`, person: null },
		'the hash of a token': {
			cookie: `${SESSION_COOKIE}=${hashToken(valid.split('=')[1] ?? '')}`,
			person: null,
		},
		'a sign-in link': { cookie: `${SESSION_COOKIE}=${await makeSignInLink(linked.email)}`, person: null },
		'an encoded session': {
			cookie: valid.replace(/=(.)/, (_, first) => `=%${first.charCodeAt(0).toString(16)}`),
			person,
		},
		'a session after a forged one': { cookie: `${SESSION_COOKIE}=forged; ${valid}`, person },
		'a session before a forged one': { cookie: `${valid}; ${SESSION_COOKIE}=forged`, person: null },
		'a damaged header': { cookie: `;;=; %%%=%%%; ${valid}; next-auth.session-token=a`, person },
	})
	const account = await addAccount('with a reader', 'reader')
	const viewer = { person: { ...account, role: 'reader' as const }, readerId: null }
	const owned = await write((tx) => ensureReader(tx, viewer))
	const anonymous = crypto.randomUUID()
	Object.assign(readerCookies, {
		'no reader': { cookie: '', readerId: null },
		'an anonymous reader': { cookie: `${READER_COOKIE}=${sign('reader', anonymous)}`, readerId: anonymous },
		'a forged reader': { cookie: `${READER_COOKIE}=${anonymous}.forged`, readerId: null },
		'the reader of an account': { cookie: `${READER_COOKIE}=${sign('reader', owned)}`, readerId: null },
	})
})

async function addAccount(name: string, role: Role) {
	const email = `${crypto.randomUUID()}@example.org`
	const { id } = await addPerson({ name, email, password: 'a long password', role })
	return { id, name, email }
}

/** Signs an account in, changes it, and notes which person the cookie then stands for. */
async function addSession(
	name: string,
	role: Role,
	change: (id: string, token: string) => Promise<{ role: Role } | null>,
): Promise<void> {
	const { id } = await addAccount(name, role)
	const { token } = await write((tx) => createSession(tx, id))
	const left = await change(id, token)
	sessionCookies[name] = { cookie: `${SESSION_COOKIE}=${token}`, person: left && { name, ...left } }
}

const changePerson = (id: string, changes: { role?: Role; disabledAt?: Date }): Promise<unknown> =>
	write((tx) => tx.update(people).set(changes).where(eq(people.id, id)))

const STAFF: Role[] = ['owner', 'moderator', 'contributor', 'editor']
const UPLOADERS: Role[] = ['owner', 'contributor', 'editor']

test('pages, routes, next-auth and uploads find the same viewer', async () => {
	let reversed = false
	for (const [name, { cookie, person }] of Object.entries(sessionCookies))
		for (const [readerName, reader] of Object.entries(readerCookies)) {
			const parts = [cookie, reader.cookie].filter(Boolean)
			const header = (reversed ? parts.reverse() : parts).join('; ')
			reversed = !reversed
			expect([name, readerName, await viewersOf(header)]).toEqual([
				name,
				readerName,
				{
					viewer: person?.name ?? null,
					readerId: person ? true : reader.readerId,
					routes: person?.name ?? null,
					nextAuth: person?.name ?? null,
					role: person?.role ?? null,
					account: person?.name ?? null,
					desk: person === null ? 'sign-in' : STAFF.includes(person.role),
					uploads: person !== null && UPLOADERS.includes(person.role),
				},
			])
		}
})

test('a failed read of sessions is an error for all of them', async () => {
	vi.spyOn(console, 'error').mockImplementation(() => {})
	const cookie = sessionCookies.owner?.cookie ?? ''
	writeDb().run(sql.raw('alter table sessions rename to sessions_away'))
	try {
		for (const url of ['/api/viewer', '/api/auth/session', '/account', '/desk'])
			for (const accept of ['text/html', 'application/json']) {
				const headers = { host: 'square.test', cookie, accept }
				expect([url, (await sendRequest(server.address + url, { headers })).status]).toEqual([url, 500])
			}
		await expect(mayUpload(cookie)).rejects.toThrow(/sessions/)
	} finally {
		writeDb().run(sql.raw('alter table sessions_away rename to sessions'))
	}
})

/** The person and rights that each part of the site finds for a `Cookie` header. */
async function viewersOf(cookie: string) {
	const get = (url: string) =>
		sendRequest(server.address + url, { headers: { host: 'square.test', ...(cookie && { cookie }) } })
	const [routes, session, account, desk] = await Promise.all([
		get('/api/viewer'),
		get('/api/auth/session'),
		get('/account'),
		get('/desk'),
	])
	const { person } = JSON.parse(session.text)
	const viewer = await viewerFromRequest({ headers: new Headers({ cookie }) })
	return {
		viewer: viewer.person?.name ?? null,
		readerId: viewer.person ? true : viewer.readerId,
		routes: JSON.parse(routes.text).name,
		nextAuth: person?.name ?? null,
		role: person?.role ?? null,
		account: account.status === 307 ? null : /<h1 dir="auto">([^<]*)/.exec(account.text)?.[1],
		desk: desk.headers.location?.startsWith('/sign-in') ? 'sign-in' : desk.status !== 403,
		uploads: await mayUpload(cookie),
	}
}
