import { beforeAll, expect, test } from 'vitest'
import { sign } from '@/lib/signing'
import { type CacheableRoute, cacheKey, matchRoute, sharedPageId, variantForCookies } from './cache-key'

beforeAll(() => {
	process.env.SQUARE_SECRET = 'a secret of this test'
})

const DEFAULT_VARIANT = { isPrivate: false, ad: '', appearance: '' }
const reader = () => `square-reader=${sign('reader', 'r-1')}`

test('missing, unknown and forged cookies give the default variant', () => {
	for (const cookie of [
		undefined,
		'',
		'a=b',
		'=',
		';;',
		'square-session=',
		'square-reader=made-up.x',
		'own=1',
	])
		expect(variantForCookies(cookie), cookie).toEqual(DEFAULT_VARIANT)
})

test('session and recent-write cookies make a page private', () => {
	expect(variantForCookies('square-session=x').isPrivate).toBe(true)
	expect(variantForCookies('a=b; square-session=x; square-islands=1').isPrivate).toBe(true)
	expect(variantForCookies('square-recent-write=1; square-islands=1').isPrivate).toBe(true)
})

test('a reader cookie makes a page private only without scripts', () => {
	expect(variantForCookies(reader()).isPrivate).toBe(true)
	expect(variantForCookies(`${reader()}; square-islands=1`)).toEqual(DEFAULT_VARIANT)
	expect(variantForCookies(`${reader()}; square-islands=1`, true).isPrivate).toBe(true)
	expect(variantForCookies('square-islands=1', true).isPrivate).toBe(false)
})

test('only a signed ad cookie without scripts is a variant', () => {
	const closed = `square-ad-closed=${sign('ad', '7')}`
	expect(variantForCookies(closed).ad).toBe(closed)
	expect(variantForCookies(`${closed}; square-islands=1`).ad).toBe('')
	expect(variantForCookies('square-ad-closed=7').ad).toBe('')
	expect(variantForCookies(`square-ad-closed=${sign('reader', '7')}`).ad).toBe('')
})

test('unknown appearances give no attributes', () => {
	expect(variantForCookies('square-appearance=dark.large').appearance).toBe(
		' data-theme="dark" data-size="large"',
	)
	expect(variantForCookies('square-appearance=system.normal').appearance).toBe('')
	expect(variantForCookies('square-appearance=%22%3E%3Cscript%3E.large').appearance).toBe('')
})

const ROUTES: CacheableRoute[] = [
	{ path: /^\/$/, query: {} },
	{
		path: /^\/news\/([^/]+)$/,
		query: {
			page: 'pages',
			reply: async (slug, number) => slug === 'a' && number === 7,
			sort: { words: ['newest', 'oldest'], stored: (cookies) => cookies.get('square-thread') },
		},
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
	['/news/a?reply=8', { url: '/news/a', ownUrl: '/news/a?reply=8' }],
	[
		'/news/a?sort=oldest&page=2',
		{ url: '/news/a?page=2&sort=oldest', list: { number: 2, first: '/news/a?sort=oldest' } },
	],
	['/news/a?sort=newest', { url: '/news/a' }],
	['/news/a?sort=loudest', { url: '/news/a' }],
	['/news/a?own=1', { url: '/news/a', wantsPrivate: true }],
	['/sections/news?page=3', { url: '/sections/news?page=3', list: { number: 3, first: '/sections/news' } }],
	['/news/a/moods', { url: '/news/a/moods', cacheable: false }],
	['/news//a', { url: '/news//a', cacheable: false }],
	['/sign-in?next=/account', { url: '/sign-in?next=/account', cacheable: false }],
	['/news/%E6%97%A5', { url: '/news/%E6%97%A5' }],
])('%s is matched', async (url, match) => {
	const defaults = { ownUrl: match.url, cacheable: true, wantsPrivate: false, list: null, canonicalUrl: null }
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

test('a choice comes from the address, or else from the cookie', async () => {
	const urlOf = async (url: string, cookie?: string) => (await matchRoute(url, ROUTES, cookie)).url
	expect(await urlOf('/news/a', 'b=c; square-thread=oldest')).toBe('/news/a?sort=oldest')
	expect(await urlOf('/news/a?sort=newest', 'square-thread=oldest')).toBe('/news/a')
	expect(await urlOf('/news/a', 'square-thread=<script>')).toBe('/news/a')
	expect(await urlOf('/', 'square-thread=oldest')).toBe('/')
	expect(sharedPageId('/news/a', 'square-thread=oldest')).toBeNull()
	expect(sharedPageId('/', 'square-thread=oldest')).toBe('/')
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

test('the id of the default variant is the URL', () => {
	expect(cacheKey({ url: '/news/a?page=2' }).id).toBe('/news/a?page=2')
	expect(cacheKey({ url: '/news/a', ...DEFAULT_VARIANT }).id).toBe('/news/a')
})

test('keys that differ in any part differ in their id', () => {
	const errorPage = { kind: 'error' as const, status: 404, title: 'Not found', detail: 'No story is here.' }
	const keys = [
		{ url: '/a' },
		{ url: '/b' },
		{ url: '/a', ad: 'x' },
		{ url: '/a', appearance: 'x' },
		{ url: '/a', ad: 'x', appearance: 'x' },
		{ url: '/a', errorPage },
		{ url: '/a', errorPage: { ...errorPage, status: 410 } },
		{ url: '/a', errorPage: { ...errorPage, detail: 'No page is here.' } },
	]
	expect(new Set(keys.map((each) => cacheKey(each).id)).size).toBe(keys.length)
})
