/** Where to sign in, so that the reader is back at `path` afterwards. */
export const signInPath = (path = '/'): string =>
	path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`
