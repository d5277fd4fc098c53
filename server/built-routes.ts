import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Manifest = Record<'staticRoutes' | 'dynamicRoutes', { page: string; regex: string }[]>

/** Next's internal pages, such as `/_not-found`. */
const INTERNAL = /^\/_/
/** The desk has its own error page, and its client requests data at paths that are no routes. */
const DESK = /^\/desk(?=[/?]|$)/

/**
 * Predicate for the URLs with a page or route in the build; true for all if the manifest is missing. For an
 * unknown path Next would render its error page, which is then replaced, in some 10 ms.
 */
export function builtRoutes(buildDir: string): (url: string) => boolean {
	const manifest = join(buildDir, 'routes-manifest.json')
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
