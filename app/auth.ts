import type { AuthOptions } from 'next-auth'
import type { Adapter, AdapterUser } from 'next-auth/adapters'
import type { Viewer } from '@/domain/permissions'
import { endSession, findSession, renewSession, SESSION_DAYS } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { env } from '@/lib/env'
import { exchange } from '@/lib/exchange'

type Person = NonNullable<Viewer['person']>

declare module 'next-auth' {
	interface Session {
		person: Person
	}
}

/** Sessions are rows that our own sign-in makes; next-auth reads, renews and ends them. */
const adapter: Adapter = {
	async getSessionAndUser(sessionToken) {
		const found = await findSession(sessionToken).catch((error) => {
			// next-auth takes any error for a session that is not there.
			exchange().error = error
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
	async updateSession({ sessionToken, expires }) {
		// Not awaited: a page is shown though the session cannot be renewed at the moment.
		if (expires) renewSession(sessionToken, expires).catch(console.error)
		return null
	},
	deleteSession: endSession,
}

export const authOptions: AuthOptions = {
	adapter,
	providers: [],
	// Read when asked for, so that a build makes no secret.
	get secret() {
		return env.secret
	},
	session: { strategy: 'database', maxAge: SESSION_DAYS * 86_400, updateAge: 86_400 },
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

export function sessionCookie() {
	return { httpOnly: true, sameSite: 'lax', path: '/', secure: env.secureCookies } as const
}
