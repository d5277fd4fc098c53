import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth, { type AuthOptions, getServerSession } from 'next-auth'
import type { Adapter, AdapterUser } from 'next-auth/adapters'
import { endSession, SESSION_DAYS } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { env } from '@/lib/env'
import type { RouteRequest } from '@/lib/route-request'
import type { Provider } from '@/lib/sign-in-providers'
import { type Session, sessionFromRequest } from './_http/viewer-from-request'
import { authLogger, catchFailure, providerConfig, type SignInFailure } from './auth-providers'

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
	const nodePair = [authRequest, newAnswer().response] as unknown as [NextApiRequest, NextApiResponse]
	return (await getServerSession(...nodePair, authOptions(session))) ?? {}
}

/** Cookies of next-auth by name: its checks of one sign-in, each encrypted by it. */
export type AuthCookies = Record<string, string>

/** A started sign-in at a provider: the URL of the provider, and the cookies that its end needs. */
export type StartedSignIn = { location: string; cookies: AuthCookies }

/** Starts a sign-in at a provider, with next-auth's state, PKCE and nonce. */
export async function startProviderSignIn(provider: Provider): Promise<StartedSignIn | SignInFailure> {
	// The form's origin is checked before, so that next-auth gets the CSRF token of a cookie that no browser has.
	const issued = await callAuth({ path: ['csrf'] })
	const { csrfToken } = issued.body as { csrfToken: string }
	const { answer, failure } = await catchFailure(() =>
		callAuth({
			path: ['signin', provider],
			method: 'POST',
			cookies: issued.cookies,
			body: { csrfToken },
		}),
	)
	if (failure) return failure
	const { [CSRF_COOKIE]: _csrf, [RETURN_COOKIE]: _return, ...cookies } = answer.cookies
	return { location: answer.location, cookies }
}

/** An account at a provider, as the provider describes it after its checks. */
export type ProviderProfile = { accountId: string; email: string | null; name: string | null }

/**
 * Ends a sign-in at a provider: next-auth checks state, PKCE and nonce, redeems the code and reads the profile. Its
 * sign-in callback stops it there; accounts and sessions are those of `domain`. Tokens of the provider are dropped.
 */
export async function endProviderSignIn(
	provider: Provider,
	query: Record<string, string>,
	cookies: AuthCookies,
): Promise<ProviderProfile | SignInFailure> {
	let profile: ProviderProfile | null = null
	const { failure } = await catchFailure(() =>
		callAuth({ path: ['callback', provider], query, cookies }, ({ user, account }) => {
			const { email = null, name = null } = user
			profile = { accountId: account?.providerAccountId ?? '', email, name }
			return '/'
		}),
	)
	return failure ?? profile ?? { problem: 'unavailable', reason: 'no profile' }
}

type AuthCall = {
	/** Action of next-auth, and the provider. */
	path: string[]
	method?: 'GET' | 'POST'
	query?: Record<string, string>
	cookies?: AuthCookies
	body?: Record<string, string>
}

type SignInCallback = NonNullable<NonNullable<AuthOptions['callbacks']>['signIn']>

async function callAuth(call: AuthCall, signIn?: SignInCallback): Promise<Answer> {
	const { path, method = 'GET', query = {}, cookies = {}, body } = call
	const request = { method, query: { ...query, nextauth: path }, cookies, headers: {}, body }
	const { answer, response } = newAnswer()
	const nodePair = [request, response] as unknown as [NextApiRequest, NextApiResponse]
	const { adapter: _, ...options } = authOptions(null)
	const callbacks = { ...options.callbacks, ...(signIn && { signIn }) }
	await NextAuth(...nodePair, { ...options, callbacks, providers: env.providers.map(providerConfig) })
	return answer
}

type Answer = { location: string; cookies: AuthCookies; body: unknown }

/** The methods of Node's response that next-auth uses, and what it gave them. */
function newAnswer() {
	const answer: Answer = { location: '', cookies: {}, body: null }
	const response = {
		status: () => response,
		getHeader: () => undefined,
		setHeader: (name: string, value: string | string[]) => {
			if (name === 'Location') answer.location = String(value)
			if (name === 'Set-Cookie') for (const line of value) addCookie(answer.cookies, line)
			return response
		},
		send: (body: unknown) => void Object.assign(answer, { body }),
		end: () => undefined,
	}
	return { answer, response }
}

function addCookie(cookies: AuthCookies, line: string): void {
	const [pair = ''] = line.split(';', 1)
	const equals = pair.indexOf('=')
	cookies[pair.slice(0, equals)] = decodeURIComponent(pair.slice(equals + 1))
}

const CSRF_COOKIE = 'csrf'
const RETURN_COOKIE = 'return'

/** Cookies that stay in this process or in one cookie of ours, which has their attributes. */
const inner = (name: string) => ({ name, options: {} })

const authOptions = (session: Session | null): AuthOptions => ({
	adapter: session ? adapterFor(session) : {},
	providers: [],
	secret: env.secret,
	// Sessions expire at a fixed time: prolonging one would set a cookie on a read.
	session: { strategy: 'database', maxAge: SESSION_SECONDS, updateAge: SESSION_SECONDS },
	pages: { signIn: '/sign-in' },
	logger: authLogger,
	useSecureCookies: env.secureCookies,
	cookies: {
		sessionToken: {
			name: SESSION_COOKIE,
			// As `sessionCookie` in `_http/set-cookies.ts`.
			options: { httpOnly: true, sameSite: 'lax', path: '/', secure: env.secureCookies },
		},
		csrfToken: inner(CSRF_COOKIE),
		callbackUrl: inner(RETURN_COOKIE),
		state: inner('state'),
		pkceCodeVerifier: inner('verifier'),
		nonce: inner('nonce'),
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
