import { WORKER_ROUTES } from './worker-routes'

/** Every address outside the desk that takes a form; a POST to another is refused before Next sees it. */
export const FORM_ROUTES: readonly RegExp[] = [
	...WORKER_ROUTES.filter(({ method }) => method === 'POST').map(({ path }) => path),
	/^\/session$/,
	/^\/sign-out$/,
	/^\/sign-up\/account$/,
	/^\/welcome\/owner$/,
]
