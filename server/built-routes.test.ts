import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtRoutes } from './built-routes'

let folder = ''

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'square-routes-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('only paths with a built page or route are known', () => {
	writeFileSync(
		join(folder, 'routes-manifest.json'),
		JSON.stringify({
			staticRoutes: [
				{ page: '/account', regex: '^/account(?:/)?$' },
				{ page: '/_not-found', regex: '^/_not\\-found(?:/)?$' },
			],
			dynamicRoutes: [{ page: '/news/[slug]', regex: '^/news/([^/]+?)(?:/)?$' }],
		}),
	)
	const isRoute = builtRoutes(folder)
	const paths = [
		'/account?a=/news/a',
		'/desk/aaaa',
		'/aaaa?/account',
		'/account',
		'/account/',
		'/news/a',
		'/account/1',
		'/news',
		'/_not-found',
		'/aaaa',
	]
	expect(paths.filter(isRoute)).toEqual([
		'/account?a=/news/a',
		'/desk/aaaa',
		'/account',
		'/account/',
		'/news/a',
	])
})

test('without a manifest every path is known', () => {
	expect(builtRoutes(join(folder, 'nothing'))('/aaaa')).toBe(true)
})
