import type { NextApiRequest, NextApiResponse } from 'next'
import { type AuthOptions, getServerSession } from 'next-auth'
import type { Adapter, AdapterUser } from 'next-auth/adapters'
import type { Viewer } from '@/domain/permissions'
import { endSession, findSession, SESSION_DAYS } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { env } from '@/lib/env'
import { requestContext } from '@/lib/request-context'

type Person = NonNullable<Viewer['person']>

declare module 'next-auth' {
	interface Session {
		person: Person
	}
}

/** Sessions are rows that our own sign-in makes; next-auth reads and ends them. */
const adapter: Adapter = {
	async getSessionAndUser(sessionToken) {
		const found = await findSession(sessionToken).catch((error) => {
			// next-auth takes any error for a session that is not there.
			requestContext().error = error
			throw error
		})
		if (!found) return null
		const user: AdapterUser & { person: Person } = {
			id: found.person.id,
			email: found.person.email ?? '',
			emailVerified: null,
			person: found.person,
		}
		return { session: { sessionToken, userId: found.person.id, expires: found.expires }, user }
	},
	deleteSession: endSession,
}

const SESSION_SECONDS = SESSION_DAYS * 86_400

const authOptions: AuthOptions = {
	adapter,
	providers: [],
	// Read when asked for, so that a build makes no secret.
	get secret() {
		return env.secret
	},
	// A session ends when its row says; it is never prolonged, as that would set a cookie on a mere read.
	session: { strategy: 'database', maxAge: SESSION_SECONDS, updateAge: SESSION_SECONDS },
	pages: { signIn: '/sign-in' },
	useSecureCookies: env.secureCookies,
	cookies: { sessionToken: { name: SESSION_COOKIE, options: sessionCookie() } },
	callbacks: {
		// Always a fresh object: what is returned here is public at /api/auth/session.
		session: ({ session, user }) => ({
			expires: session.expires,
			person: (user as AdapterUser & { person: Person }).person,
		}),
	},
}

/** The session as next-auth tells it, of the token alone: its other cookies and parameters have no part in it. */
export async function sessionJson(token: string | undefined): Promise<unknown> {
	const request = { headers: {}, cookies: token ? { [SESSION_COOKIE]: token } : {} }
	// next-auth would set cookies of its own, and needs nothing else of a response.
	const response = { getHeader: () => undefined, setHeader: () => undefined }
	const around = [request, response] as unknown as [NextApiRequest, NextApiResponse]
	return (await getServerSession(...around, authOptions)) ?? {}
}

export function sessionCookie() {
	return { httpOnly: true, sameSite: 'lax', path: '/', secure: env.secureCookies } as const
}
