import { WORKER_ROUTES } from './worker-routes'

/** Paths outside the desk that accept a POST; `request-guard.ts` rejects all others before Next. */
export const FORM_ROUTES: readonly RegExp[] = [
	...WORKER_ROUTES.filter(({ method }) => method === 'POST').map(({ path }) => path),
	/^\/session$/,
	/^\/sign-out$/,
	/^\/sign-up\/account$/,
	/^\/welcome\/owner$/,
]
