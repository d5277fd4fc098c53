/** Sign-in providers (OAuth). */
export const PROVIDERS = ['github', 'google'] as const
export type Provider = (typeof PROVIDERS)[number]

/** Their own names, the same in all languages. */
export const PROVIDER_NAMES: Record<Provider, string> = { github: 'GitHub', google: 'Google' }

export const isProvider = (text: string): text is Provider => PROVIDERS.some((each) => each === text)

/** Why a sign-in at a provider ended without a session, named in the address of the page that says so. */
export const PROVIDER_PROBLEMS = [
	'denied',
	'expired',
	'unavailable',
	'no-address',
	'closed',
	'elsewhere',
] as const
export type ProviderProblem = (typeof PROVIDER_PROBLEMS)[number]

/** A failed sign-in as the address of a page names it; null without one. */
export function problemIn(problem: string, provider: string): [ProviderProblem, Provider] | null {
	const found = PROVIDER_PROBLEMS.find((each) => each === problem)
	return found && isProvider(provider) ? [found, provider] : null
}

/** Path of the page that connects an account of a provider to the account that is signed in. */
export const CONNECT_PATH = '/account/connect'

export const connectPath = (provider: Provider, next: string): string =>
	`${CONNECT_PATH}?with=${provider}&next=${encodeURIComponent(next)}`

/** Path of the page on which a new reader from a provider chooses the public name; within that of the waiting account's cookie. */
export const NEW_NAME_PATH = `${CONNECT_PATH}/name`

export const newNamePath = (next: string): string => `${NEW_NAME_PATH}?next=${encodeURIComponent(next)}`

/** The provider whose account waits to be connected after the sign-in that returns to `next`; null for other paths. */
export function providerToConnect(next: string): Provider | null {
	const { pathname, searchParams } = new URL(next, 'http://square.invalid')
	const name = searchParams.get('with') ?? ''
	return pathname === CONNECT_PATH && isProvider(name) ? name : null
}
