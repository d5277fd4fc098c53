import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newRequestContext } from '@/lib/request-context'
import { renderWithNext, syntheticGet } from './next-renderer'
import { pageEntrypoints } from './page-entrypoints'

let folder = ''

/** A build with a reader page, a route and a page of the desk; each answers with its file and the request. */
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'square-entrypoints-'))
	// The build lists routes by name, so that a root-level parameter comes first.
	const routes = {
		'/(reader)/[page]/page': '/[page]',
		'/(reader)/account/page': '/account',
		'/(reader)/page': '/',
		'/(reader)/news/[slug]/page': '/news/[slug]',
	}
	const others = { '/(reader)/session/route': '/session', '/desk/page': '/desk' }
	const paths: Record<string, string> = { ...routes, ...others }
	const files = Object.fromEntries(Object.keys(paths).map((route) => [route, `app${route}.cjs`]))
	const pattern = (page: string) => `^${page.replace(/\[\w+\]/, '([^/]+?)')}(?:/)?$`
	const regexes = Object.values(paths).map((page) => ({ page, regex: pattern(page) }))
	const isDynamic = ({ page }: { page: string }) => page.includes('[')
	write('server/app-paths-manifest.json', JSON.stringify(files))
	write('app-path-routes-manifest.json', JSON.stringify(paths))
	write(
		'routes-manifest.json',
		JSON.stringify({
			staticRoutes: regexes.filter((each) => !isDynamic(each)),
			dynamicRoutes: regexes.filter(isDynamic),
		}),
	)
	for (const [route, file] of Object.entries(files))
		write(
			join('server', file),
			`exports.handler = async (request, response, { requestMeta }) => {
				response.end(['${route}', request.url, requestMeta.hostname].join(' '))
			}`,
		)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(path: string, text: string): void {
	mkdirSync(dirname(join(folder, path)), { recursive: true })
	writeFileSync(join(folder, path), text)
}

test.each([
	['/', '/(reader)/page / square.test'],
	['/news/a?page=2', '/(reader)/news/[slug]/page /news/a?page=2 square.test'],
	['/news/a/', null],
	['/news/a/moods', null],
	['/session', null],
	['/desk', null],
	['/account', '/(reader)/account/page /account square.test'],
	['/about', '/(reader)/[page]/page /about square.test'],
	['/unknown/path', null],
])('the page of %s is called by its entry point', async (url, expected) => {
	const handler = pageEntrypoints('square.test', folder)(url)
	const rendered = handler && (await renderWithNext(handler, syntheticGet(url, {}), newRequestContext('')))
	expect(rendered?.body.toString() ?? null).toBe(expected)
})
