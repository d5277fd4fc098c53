import { DIRECT_ROUTES } from './direct-routes'

/** Every address outside the desk that takes a form; a POST to another is refused before Next sees it. */
export const FORM_ROUTES: readonly RegExp[] = [
	...DIRECT_ROUTES.filter(({ method }) => method === 'POST').map(({ path }) => path),
	/^\/session$/,
	/^\/session\/end$/,
	/^\/sign-up\/account$/,
	/^\/welcome\/owner$/,
]
