import { AsyncLocalStorage } from 'node:async_hooks'
import type { AuthOptions } from 'next-auth'
import GitHub, { type GithubEmail, type GithubProfile } from 'next-auth/providers/github'
import Google, { type GoogleProfile } from 'next-auth/providers/google'
import { env, type ProviderSettings } from '@/lib/env'
import type { Provider, ProviderProblem } from '@/lib/sign-in-providers'
import { singleton } from '@/lib/singleton'

/** Limit of each request to a provider, in ms: a person waits for up to four. */
const TIMEOUT_MS = 5_000

const limits = { httpOptions: { timeout: TIMEOUT_MS } }

type AuthProvider = AuthOptions['providers'][number]

/** next-auth's own provider, with all of its checks, and with verified addresses only. */
export function providerConfig(provider: Provider): AuthProvider {
	const settings = env[provider]
	if (!settings) throw new Error(`${provider} is not set up.`)
	return CONFIGS[provider](settings)
}

const CONFIGS: Record<Provider, (settings: ProviderSettings) => AuthProvider> = {
	github: ({ clientId, clientSecret, url, apiUrl }) =>
		GitHub({
			...limits,
			clientId,
			clientSecret,
			checks: ['pkce', 'state'],
			issuer: `${url}/login/oauth`,
			// The profile that is public, and the addresses; the default scope reads the private profile too.
			authorization: { url: `${url}/login/oauth/authorize`, params: { scope: 'user:email' } },
			token: `${url}/login/oauth/access_token`,
			userinfo: {
				url: `${apiUrl}/user`,
				request: async ({ client, tokens: { access_token: token } }) => {
					// GitHub refuses a code with the status 200.
					if (!token) throw new Error('bad_verification_code')
					const profile = await client.userinfo(token)
					const email = await verifiedEmail(`${apiUrl}/user/emails`, token)
					return { ...profile, email: email ?? undefined }
				},
			},
			profile: ({ id, name, login, email }: GithubProfile) => ({
				id: String(id),
				name: name ?? login,
				email,
			}),
		}),
	google: ({ clientId, clientSecret, url }) =>
		Google({
			...limits,
			clientId,
			clientSecret,
			checks: ['pkce', 'state', 'nonce'],
			wellKnown: `${url}/.well-known/openid-configuration`,
			profile: ({ sub, name, email, email_verified: isVerified }: GoogleProfile) => ({
				id: sub,
				name,
				email: isVerified === true ? email : null,
			}),
		}),
}

/** The primary address of a GitHub account if GitHub has verified it. The one in the profile may be unverified. */
async function verifiedEmail(url: string, token: string): Promise<string | null> {
	const response = await fetch(url, {
		headers: { Accept: 'application/json', Authorization: `Bearer ${token}` },
		redirect: 'error',
		signal: AbortSignal.timeout(TIMEOUT_MS),
	})
	if (!response.ok) throw new Error(`expected 200 OK, got: ${response.status}`)
	const emails = (await response.json()) as GithubEmail[]
	return emails.find(({ primary, verified }) => primary === true && verified === true)?.email ?? null
}

/** A sign-in that failed: what its person is told, and the reason for the log, without tokens and addresses. */
export type SignInFailure = { problem: ProviderProblem; reason: string }

const failures = singleton(
	'sign-in-failures',
	() => new AsyncLocalStorage<{ failure: SignInFailure | null }>(),
)

/** Runs a call of next-auth, which reports errors to its logger only. */
export async function catchFailure<T>(
	run: () => Promise<T>,
): Promise<{ answer: T; failure: SignInFailure | null }> {
	const caught: { failure: SignInFailure | null } = { failure: null }
	const answer = await failures.run(caught, run)
	return { answer, failure: caught.failure }
}

/** Logger of next-auth. Its errors of providers hold codes, tokens and profiles, so that none is printed whole. */
export const authLogger: NonNullable<AuthOptions['logger']> = {
	error(code, metadata) {
		const caught = failures.getStore()
		if (caught)
			caught.failure ??= failureOf('error' in metadata ? (metadata.error as Error) : (metadata as Error))
		else console.error(`next-auth failed: ${code}`)
	},
	warn: () => undefined,
	debug: () => undefined,
}

/** Messages about an answer that was replayed, came too late or belongs to another browser. */
const NOT_OURS =
	/^((state|nonce) (mismatch|missing)|"exp" claim|decryption operation|invalid_grant|bad_verification_code)|cookie was|could not be parsed/

function failureOf(error: Error & { code?: string }): SignInFailure {
	const { message = '', code = '' } = error
	const status = /got: (\d{3})\b/.exec(message)?.[1]
	// The first words alone: values follow them.
	const words = /^[\w ]{1,60}/.exec(message)?.[0].trim() || 'an unknown error'
	const reason = (/^E[A-Z_]{1,40}$/.test(code) && code) || (status ? `status ${status}` : words)
	return { problem: NOT_OURS.test(message) ? 'expired' : 'unavailable', reason }
}
