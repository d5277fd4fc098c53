import { existsSync, readFileSync } from 'node:fs'

type Manifest = Record<'staticRoutes' | 'dynamicRoutes', { page: string; regex: string }[]>

/** Pages of Next's own, which have no address. */
const INTERNAL = /^\/_/
/** The desk has an error page of its own, and its client asks for data under more paths than there are routes. */
const DESK = /^\/desk(?=[/?]|$)/

/**
 * The paths that the build has a page or route for. At any other Next would render its error page, which is then
 * replaced: some ten milliseconds for each made-up path.
 */
export function builtRoutes(manifest = '.next/routes-manifest.json'): (url: string) => boolean {
	if (!existsSync(manifest)) return () => true
	const { staticRoutes, dynamicRoutes } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest
	const patterns = [...staticRoutes, ...dynamicRoutes].flatMap(({ page, regex }) =>
		INTERNAL.test(page) ? [] : [new RegExp(regex)],
	)
	return (url) => {
		const [path = ''] = url.split('?', 1)
		return DESK.test(path) || patterns.some((pattern) => pattern.test(path))
	}
}
