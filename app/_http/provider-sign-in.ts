import { endProviderSignIn, startProviderSignIn } from '@/app/auth'
import { type ExternalProfile, signInWithProvider } from '@/domain/external-accounts'
import { env } from '@/lib/env'
import { namedError } from '@/lib/error-words'
import {
	connectPath,
	isProvider,
	newNamePath,
	PROVIDER_NAMES,
	type Provider,
	type ProviderProblem,
} from '@/lib/sign-in-providers'
import { safeReturnPath } from '@/lib/urls'
import { seeOther } from './form-route'
import { endWithOverride } from './page-errors'
import { connectCookie, providerCookie, sentSignIn } from './provider-cookies'
import { clientKey, enforceRateLimit } from './rate-limits'
import { deviceOf, signedIn } from './signed-in'
import { viewerFromRequest } from './viewer-from-request'

/** The provider named in a path; a 404 for one that is not set up. */
export function requireProvider(name: string): Provider {
	if (isProvider(name) && env[name] !== null) return name
	return endWithOverride(namedError(404, 'notFound'))
}

/** Sends the browser to the provider. */
export async function sendToProvider(
	request: Request,
	provider: Provider,
	path: string | undefined,
): Promise<Response> {
	await enforceRateLimit('provider', clientKey())
	const next = safeReturnPath(path)
	const started = await startProviderSignIn(provider)
	if ('problem' in started) return failed(request, { provider, next }, started)
	return seeOther(started.location, [providerCookie({ provider, next, checks: started.cookies })])
}

/** Handles the browser's return from the provider. */
export async function returnFromProvider(request: Request, provider: Provider): Promise<Response> {
	await enforceRateLimit('provider', clientKey())
	const sent = sentSignIn(request.headers.get('cookie'), provider)
	const signIn = { provider, next: sent?.next ?? '/' }
	const { error, code, state, iss } = Object.fromEntries(new URL(request.url).searchParams)
	if (error) {
		const problem = REFUSED.has(error) ? 'denied' : 'unavailable'
		return failed(request, signIn, { problem, reason: /^[a-z_]{1,40}/.exec(error)?.[0] ?? 'an error' })
	}
	if (!sent || !code || !state)
		return failed(request, signIn, { problem: 'expired', reason: 'no open sign-in' })
	// Only these: next-auth would take a token in the address for one that it had asked for.
	const profile = await endProviderSignIn(provider, { code, state, ...(iss && { iss }) }, sent.checks)
	if ('problem' in profile) return failed(request, signIn, profile)
	return finishProviderSignIn(request, { provider, ...profile }, signIn)
}

/** Errors of OAuth and OpenID Connect by which a provider reports that its user did not consent. */
const REFUSED = new Set(['access_denied', 'consent_required', 'interaction_required', 'login_required'])

type ReturnedSignIn = { provider: Provider; next: string }

/**
 * Signs in with an account that its provider has checked.
 *
 * @param signIn `name`: the public name that a new reader has chosen
 */
export async function finishProviderSignIn(
	request: Request,
	profile: ExternalProfile,
	signIn: ReturnedSignIn & { name?: string },
): Promise<Response> {
	const { provider, next, name } = signIn
	const viewer = await viewerFromRequest(request)
	const result = await signInWithProvider(viewer, profile, deviceOf(request), name)
	if (result.kind === 'signed-in')
		return signedIn(request, result.signIn, next, [
			providerCookie(null),
			...(name === undefined ? [] : [connectCookie(null)]),
		])
	if (result.kind === 'new')
		return seeOther(newNamePath(next), [providerCookie(null), connectCookie(profile)])
	if (result.kind !== 'unconnected') return failed(request, signIn, { problem: result.kind, reason: '' })
	// Without a session, the account with this address signs in first.
	const page = connectPath(provider, next)
	return seeOther(viewer.person ? page : `/sign-in?next=${encodeURIComponent(page)}`, [
		providerCookie(null),
		connectCookie(profile),
	])
}

/** Redirects to the page that says what to do: the code of the address does not stay in the history. */
async function failed(
	request: Request,
	{ provider, next }: ReturnedSignIn,
	{ problem, reason }: { problem: ProviderProblem; reason: string },
): Promise<Response> {
	if (problem === 'unavailable')
		console.error(
			`${PROVIDER_NAMES[provider]} did not complete a sign-in (${reason}); its person was asked to try again.`,
		)
	const { person } = await viewerFromRequest(request)
	const query = new URLSearchParams({ problem, with: provider, ...(!person && { next }) })
	return seeOther(person ? `/account?${query}#providers` : `/sign-in?${query}`, [providerCookie(null)])
}
