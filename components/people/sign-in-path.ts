/** Path of the sign-in page that returns to `path`. */
export const signInPath = (path = '/'): string =>
	path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`
