import type { NextApiRequest, NextApiResponse } from 'next'
import { type AuthOptions, getServerSession } from 'next-auth'
import type { Adapter, AdapterUser } from 'next-auth/adapters'
import { endSession, SESSION_DAYS } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { env } from '@/lib/env'
import type { RouteRequest } from '@/lib/route-request'
import { type Session, sessionFromRequest } from './_http/viewer-from-request'

type Person = Session['person']

declare module 'next-auth' {
	interface Session {
		person: Person
	}
}

const SESSION_SECONDS = SESSION_DAYS * 86_400

/** next-auth's session JSON of a request, `{}` without a valid session; other cookies and parameters are ignored. */
export async function sessionJson(request: Pick<RouteRequest, 'headers'>): Promise<unknown> {
	// The session of pages and routes; by itself next-auth would take a failed read for a missing session.
	const session = await sessionFromRequest(request)
	const authRequest = { headers: {}, cookies: session ? { [SESSION_COOKIE]: session.token } : {} }
	// Stub: next-auth sets cookies through these two methods and uses no others.
	const response = { getHeader: () => undefined, setHeader: () => undefined }
	const nodePair = [authRequest, response] as unknown as [NextApiRequest, NextApiResponse]
	return (await getServerSession(...nodePair, authOptions(session))) ?? {}
}

const authOptions = (session: Session | null): AuthOptions => ({
	adapter: session ? adapterFor(session) : {},
	providers: [],
	secret: env.secret,
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
		session: ({ session: { expires }, user }) => ({
			expires,
			person: (user as AdapterUser & { person: Person }).person,
		}),
	},
})

/** Read-only adapter of one session: `domain/sessions` creates and finds the rows. */
function adapterFor({ token, person, expires }: Session): Adapter {
	const user: AdapterUser & { person: Person } = {
		id: person.id,
		email: person.email ?? '',
		emailVerified: null,
		person,
	}
	const session = { sessionToken: token, userId: person.id, expires }
	return { getSessionAndUser: async () => ({ session, user }), deleteSession: endSession }
}
