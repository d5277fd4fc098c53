import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { NextHandler } from './next-renderer'

type RoutesManifest = Record<'staticRoutes' | 'dynamicRoutes', { page: string; regex: string }[]>

/** A page's entry point in the build, by the interface that Next documents for deployment adapters. */
type Entrypoint = {
	handler: (
		request: IncomingMessage,
		response: ServerResponse,
		context: { requestMeta: { relativeProjectDir: string; hostname: string } },
	) => Promise<void>
}

/** Pages of readers, which lie in a route group of their own. */
const READER_PAGE = /^\/\(reader\)\/(?:.+\/)?page$/

/**
 * Entry points of the built reader pages, to be called in place of Next's router: this server has matched the URL
 * already, and the router takes 1.4 ms of a rendering. Valid once Next's `prepare` has set up module resolution.
 *
 * @returns the handler of a URL's page, or null
 */
export function pageEntrypoints(hostname: string, buildDir: string): (url: string) => NextHandler | null {
	const read = <T>(path: string): T => JSON.parse(readFileSync(join(buildDir, path), 'utf8')) as T
	const files = read<Record<string, string>>('server/app-paths-manifest.json')
	const paths = read<Record<string, string>>('app-path-routes-manifest.json')
	const { staticRoutes, dynamicRoutes } = read<RoutesManifest>('routes-manifest.json')
	const require = createRequire(import.meta.url)
	const readerPages = new Map(
		Object.entries(paths)
			.filter(([route]) => READER_PAGE.test(route))
			.map(([route, path]) => [path, resolve(buildDir, 'server', files[route] ?? '')]),
	)
	// In the router's order, with routes that are no reader pages: a page at `/[page]` matches their addresses too.
	const routes = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
		// Without the optional slash at the end: the router redirects such addresses.
		pattern: new RegExp(regex.replace('(?:/)?$', '$')),
		file: readerPages.get(page),
	}))
	const requestMeta = { relativeProjectDir: '.', hostname }
	return (url) => {
		const [path = ''] = url.split('?', 1)
		const file = routes.find(({ pattern }) => pattern.test(path))?.file
		if (!file) return null
		return (request, response) => (require(file) as Entrypoint).handler(request, response, { requestMeta })
	}
}
