import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forget, keep, readIndex, remove } from './cached-stories'
import { cachedCopy, cachedList, fileOf, withoutGone } from './responses'

const SITE = 'https://example.org'
const CONFIG = {
	language: 'en-GB',
	savedCopy: 'Saved copy from #. Voting needs a connection.',
	title: 'You are offline',
	intro: 'Kept:',
	removeAll: 'Remove all copies',
}

/** A cache of a browser, in memory. */
class MemoryCache {
	readonly entries = new Map<string, Response>()
	match = async (path: string | Request) => this.entries.get(pathOf(path))?.clone()
	put = async (path: string, response: Response) => void this.entries.set(pathOf(path), response)
	delete = async (path: string | Request) => this.entries.delete(pathOf(path))
	keys = async () => [...this.entries.keys()].map((path) => new Request(SITE + path))
}

const pathOf = (path: string | Request) => new URL(typeof path === 'string' ? path : path.url, SITE).pathname

let cache: MemoryCache
let requests: { path: string; credentials: string | undefined }[]
let cacheControl: string
let status: number

beforeEach(() => {
	cache = new MemoryCache()
	requests = []
	cacheControl = 'public, max-age=0'
	status = 200
	vi.stubGlobal('caches', { open: async () => cache })
	vi.stubGlobal('fetch', async (path: string, options?: RequestInit) => {
		requests.push({ path, credentials: options?.credentials })
		const html = `<title>x</title><link href="/_next/a.css"><main id="c"><article class="a"><div class="b" lang="fr" data-part="body"><h1 dir="auto">Of ${path} &amp; more</h1></div></article></main>`
		return new Response(html, {
			status,
			headers: { 'cache-control': cacheControl, 'content-encoding': 'br' },
		})
	})
})
afterEach(() => {
	vi.unstubAllGlobals()
	vi.useRealTimers()
})

const visit = (path: string, changes = {}) =>
	keep({ stories: [path], files: [], isList: false, isSaved: false, isOpened: true, ...changes })
const keepList = (stories: string[]) =>
	keep({ stories, files: [], isList: true, isSaved: false, isOpened: true })
const paths = async () => (await readIndex()).map(({ path }) => path)

test('a visited story is requested without cookies, and cached with files', async () => {
	await visit('/news/mill', { files: ['/media/h/320.webp', '/api/viewer'] })
	expect(requests[0]).toEqual({ path: '/news/mill', credentials: 'omit' })
	expect(await readIndex()).toMatchObject([{ path: '/news/mill', title: 'Of /news/mill &amp; more' }])
	expect([...cache.entries.keys()].sort()).toEqual([
		'/_next/a.css',
		'/kept-stories',
		'/media/h/320.webp',
		'/news/mill',
	])
	expect(cache.entries.get('/news/mill')?.headers.has('content-encoding')).toBe(false)
})

test.each(['private, no-store', 'no-store'])('a page with %s is not kept', async (value) => {
	cacheControl = value
	await visit('/news/mill')
	expect(await paths()).toEqual([])
})

test('paths that are no story are not kept', async () => {
	for (const path of ['/desk', '/account', '/', '/news/mill/photos/1', 'https://evil.test/news/a'])
		await visit(path)
	expect(requests).toEqual([])
	expect(await paths()).toEqual([])
})

test('a story that is gone is dropped with its files', async () => {
	await visit('/news/mill')
	await withoutGone('/news/mill', new Response('', { status: 410 }))
	expect([...cache.entries.keys()]).toEqual(['/kept-stories'])
	await visit('/news/weir')
	status = 404
	vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 120_000 })
	await visit('/news/weir')
	expect(await paths()).toEqual([])
})

test('the oldest stories leave first, and saved ones last', async () => {
	await visit('/news/saved', { isSaved: true })
	for (let number = 1; number <= 40; number += 1) await visit(`/news/story-${number}`)
	const kept = await paths()
	expect(kept).toHaveLength(30)
	expect(kept[0]).toBe('/news/story-40')
	expect(kept).toContain('/news/saved')
	expect(kept).not.toContain('/news/story-11')
	expect(cache.entries.size).toBe(30 + 2)
})

test('the reading list decides which stories are saved', async () => {
	await visit('/news/a', { isSaved: true })
	await keepList(['/news/c', '/news/b'])
	expect((await readIndex()).map(({ path, isSaved }) => [path, isSaved])).toEqual([
		['/news/c', true],
		['/news/b', true],
		['/news/a', false],
	])
})

test('a removed copy stays removed until its story is opened again', async () => {
	await visit('/news/a', { files: ['/media/a/320.webp'] })
	await visit('/news/b')
	await remove(['/news/a'])
	expect(await paths()).toEqual(['/news/b'])
	expect([...cache.entries.keys()]).not.toContain('/media/a/320.webp')
	// The list names it, and its page in another tab is left.
	await keepList(['/news/a', '/news/b'])
	await visit('/news/a', { isOpened: false })
	expect(await paths()).toEqual(['/news/b'])
	await visit('/news/a')
	await keepList(['/news/a', '/news/b'])
	expect(await paths()).toEqual(['/news/a', '/news/b'])
	await remove(await paths())
	expect([...cache.entries.keys()].sort()).toEqual(['/kept-stories', '/removed-stories'])
})

test('messages at the same time lose no story', async () => {
	await Promise.all(['/news/a', '/news/b', '/news/c'].map((path) => visit(path)))
	expect((await paths()).sort()).toEqual(['/news/a', '/news/b', '/news/c'])
	await Promise.all([forget('/news/a'), forget('/news/b')])
	expect(await paths()).toEqual(['/news/c'])
})

test('a kept copy names its time; others list what is kept', async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-27T12:00:00Z') })
	await visit('/news/mill')
	const copy = (await (await cachedCopy('/news/Mill', CONFIG))?.text()) ?? ''
	expect(copy).toMatch(
		/<article class="a"><p [^>]*>Saved copy from 27 November 2026[^<]*Voting needs a connection\.<\/p><div/,
	)
	expect(await cachedCopy('/news/weir', CONFIG)).toBeNull()
	const list = await cachedList(CONFIG)
	expect(list?.status).toBe(503)
	const html = (await list?.text()) ?? ''
	expect(html).toContain('<title>You are offline')
	expect(html).toContain(
		'<a href="/news/mill" dir="auto" lang="fr">Of /news/mill &amp; more</a> <small>27 November 2026',
	)
})

test('a photograph in another format replaces a missing one', async () => {
	await visit('/news/mill', { files: ['/media/h/320.webp'] })
	expect(await fileOf('/media/h/960.avif')).not.toBeNull()
	expect(await fileOf('/media/other/960.avif')).toBeNull()
	expect(await fileOf('/_next/a.css')).not.toBeNull()
	expect(await fileOf('/account')).toBeNull()
})
