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

/** Read-only session adapter: `domain/sessions` creates the rows, next-auth reads and deletes them. */
const adapter: Adapter = {
	async getSessionAndUser(sessionToken) {
		const found = await findSession(sessionToken).catch((error) => {
			// next-auth treats an error as a missing session; the request context keeps it for the error page.
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
	// Read lazily, so that a build does not create a secret.
	get secret() {
		return env.secret
	},
	// Sessions expire at a fixed time: prolonging one would set a cookie on a read.
	session: { strategy: 'database', maxAge: SESSION_SECONDS, updateAge: SESSION_SECONDS },
	pages: { signIn: '/sign-in' },
	useSecureCookies: env.secureCookies,
	cookies: {
		sessionToken: {
			name: SESSION_COOKIE,
			// As `sessionCookie` in `_http/set-cookies.ts`.
			options: { httpOnly: true, sameSite: 'lax', path: '/', secure: env.secureCookies },
		},
	},
	callbacks: {
		// A new object: its fields are public at /api/auth/session.
		session: ({ session, user }) => ({
			expires: session.expires,
			person: (user as AdapterUser & { person: Person }).person,
		}),
	},
}

/** next-auth's session JSON for a token, `{}` if invalid; other cookies and parameters are ignored. */
export async function sessionJson(token: string | undefined): Promise<unknown> {
	const request = { headers: {}, cookies: token ? { [SESSION_COOKIE]: token } : {} }
	// Stub: next-auth sets cookies through these two methods and uses no others.
	const response = { getHeader: () => undefined, setHeader: () => undefined }
	const nodePair = [request, response] as unknown as [NextApiRequest, NextApiResponse]
	return (await getServerSession(...nodePair, authOptions)) ?? {}
}
