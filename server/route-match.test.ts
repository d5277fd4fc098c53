import { expect, test } from 'vitest'
import { type CacheableRoute, matchRoute } from './route-match'

const ROUTES: CacheableRoute[] = [
	{ path: /^\/$/, query: {} },
	{
		path: /^\/news\/([^/]+)$/,
		query: { page: 'pages', reply: async (slug, number) => slug === 'a' && number === 7 },
	},
	{ path: /^\/(?:sections|tags|people)\/([^/]+)$/, query: { page: 'pages' } },
]

test.each([
	['/', { url: '/' }],
	['/?utm_source=x', { url: '/' }],
	['/news/a', { url: '/news/a' }],
	[
		'/news/a?utm=1&page=2&reply=7',
		{ url: '/news/a?page=2&reply=7', list: { number: 2, first: '/news/a?reply=7' } },
	],
	[
		'/news/a?reply=7&page=2',
		{ url: '/news/a?page=2&reply=7', list: { number: 2, first: '/news/a?reply=7' } },
	],
	['/news/a?page=2%0d%0ax', { url: '/news/a' }],
	['/news/a?page[]=2', { url: '/news/a' }],
	['/news/a?page=-1', { url: '/news/a' }],
	['/news/a?page=two', { url: '/news/a' }],
	['/news/a?own=1', { url: '/news/a', wantsPrivate: true }],
	['/sections/news?page=3', { url: '/sections/news?page=3', list: { number: 3, first: '/sections/news' } }],
	['/news/a/moods', { url: '/news/a/moods', cacheable: false }],
	['/news//a', { url: '/news//a', cacheable: false }],
	['/sign-in?next=/account', { url: '/sign-in?next=/account', cacheable: false }],
	['/news/%E6%97%A5', { url: '/news/%E6%97%A5' }],
])('%s is matched', async (url, match) => {
	const defaults = { cacheable: true, wantsPrivate: false, list: null, canonicalUrl: null }
	expect(await matchRoute(url, ROUTES)).toEqual({ ...defaults, ...match })
})

test.each([
	['/news/a?page=007', '/news/a?page=7'],
	['/news/a?page=0', '/news/a'],
	['/news/a?page=1&utm=x', '/news/a?utm=x'],
	['/news/a?page=2&page=3', '/news/a?page=2'],
	['/news/a?reply=07&page=2', '/news/a?reply=7&page=2'],
	['/news/A', '/news/a'],
	['/news/%C3%84B?page=02', '/news/%C3%A4b?page=2'],
	['/People/a', null],
])('%s redirects to %s', async (url, canonical) => {
	expect((await matchRoute(url, ROUTES)).canonicalUrl).toBe(canonical)
	if (canonical) expect((await matchRoute(canonical, ROUTES)).canonicalUrl).toBeNull()
})

test('numbers without a page do not enter the cache key', async () => {
	const keys = new Set<string>()
	for (let number = 1; number <= 1_000; number += 1)
		keys.add((await matchRoute(`/news/a?reply=${number}`, ROUTES)).url)
	expect([...keys].sort()).toEqual(['/news/a', '/news/a?reply=7'])
	expect((await matchRoute(`/news/a?page=${'9'.repeat(400)}`, ROUTES)).list).toEqual({
		number: Number.MAX_SAFE_INTEGER,
		first: '/news/a',
	})
})
