import { WORKER_ROUTES } from './worker-routes'

/**
 * Paths of handlers that accept a POST. `request-guard.ts` rejects all others outside the desk before Next; all others
 * of the desk are forms of Server Actions.
 */
export const FORM_ROUTES: readonly RegExp[] = [
	...WORKER_ROUTES.filter(({ method }) => method === 'POST').map(({ path }) => path),
	/^\/desk\/stories\/check$/,
	/^\/desk\/stories\/preview$/,
	/^\/desk\/photographs\/upload$/,
	/^\/desk\/photographs\/describe$/,
	/^\/desk\/stories\/autosave$/,
	/^\/desk\/stories\/presence$/,
	/^\/news\/[^/]+\/comments\/[^/]+$/,
	/^\/news\/[^/]+\/comments\/[^/]+\/delete$/,
	/^\/accessibility\/message$/,
	/^\/reports\/send$/,
	/^\/complaints\/send$/,
	/^\/replies\/change$/,
	/^\/replies\/unsubscribe$/,
	/^\/account\/authenticator\/start$/,
	/^\/account\/authenticator\/confirm$/,
	/^\/account\/authenticator\/remove$/,
	/^\/account\/recovery-codes\/new$/,
	/^\/account\/recovery-codes\/done$/,
	/^\/account\/passkeys\/options$/,
	/^\/account\/passkeys\/add$/,
	/^\/account\/passkeys\/change$/,
	/^\/account\/password$/,
	/^\/account\/sessions$/,
	/^\/session\/confirm$/,
	/^\/session\/code$/,
	/^\/session\/passkey$/,
	/^\/session\/passkey\/options$/,
	/^\/session\/passkey\/confirm$/,
	/^\/password\/link$/,
	/^\/password\/new$/,
	/^\/session$/,
	/^\/sign-out$/,
	/^\/sign-up\/account$/,
	/^\/welcome\/account$/,
]
