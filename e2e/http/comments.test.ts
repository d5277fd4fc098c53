import { beforeAll, describe, expect, test } from 'vitest'
import { comments, commentTallies, readers } from '@/db/schema'
import { writeDb } from '@/db/sqlite/connection'
import { moderateComment } from '@/domain/comments/moderate'
import { COMMENTS_PER_PAGE } from '@/domain/comments/paging'
import { postComment } from '@/domain/comments/post'
import type { StaffViewer } from '@/domain/permissions'
import { READER_COOKIE } from '@/lib/cookies'
import { sign } from '@/lib/signing'
import { parseHtml } from '../support/dom'
import { readGraph, readThreadData } from '../support/json-ld-rules'
import { createStaff, liveStory, reader } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()

/** Limit of elements on a page of comments full of markup; an ordinary page has some 1,000. */
const ELEMENTS_MAX = 2_800
/** 49 comments of 5,000 characters, and their markup. */
const CHARACTERS_MAX = 350_000

let staff: StaffViewer
beforeAll(async () => {
	staff = await createStaff('editor')
})

const words = (body: string, parentId: number | null = null) => ({
	body,
	parentId,
	name: 'Ada',
	email: 'a@b.example',
})

async function fetchPage(path: string, cookie = '') {
	const answer = await fetch(server.uncached + path, {
		redirect: 'manual',
		headers: cookie ? { cookie } : {},
	})
	return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() }
}

const elementsIn = (html: string): number => html.match(/<[a-z]/g)?.length ?? 0

describe('a comment’s address', () => {
	test('leads to the comment, also after newer threads have moved it', async () => {
		const { articleId, slug } = await liveStory({ headline: 'Ferry sails' })
		const { id } = await postComment(staff, articleId, words('The first.'))
		const address = `/news/${slug}/comments/${id}`
		const location = `/news/${slug}?comment=${id}#comment-${id}`
		const marked = new RegExp(`id="comment-${id}"[^>]*data-linked`)
		expect(await fetchPage(address)).toMatchObject({ status: 303, location })
		expect((await fetchPage(location)).html).toMatch(marked)
		for (let number = 0; number < COMMENTS_PER_PAGE; number += 1)
			await postComment(staff, articleId, words(`${number}`))
		expect(await fetchPage(address)).toMatchObject({ status: 303, location })
		for (const site of [server.uncached, server.address]) {
			const shown = await (await fetch(`${site}${location}`)).text()
			expect(shown).toMatch(marked)
			expect(shown).toContain('The linked comment')
		}
		expect((await fetchPage(`/news/${slug}?page=2`)).html).toContain(`id="comment-${id}"`)
		expect((await fetchPage(`/news/${slug}`)).html).not.toContain(`id="comment-${id}"`)
		expect((await fetchPage(`/news/${slug}?reply=${id}`)).html).toContain(`name="parent" value="${id}"`)
	})

	test('is 404 for comments that are not public', async () => {
		const { articleId, slug } = await liveStory({ headline: 'Ferry sinks' })
		const { slug: other } = await liveStory({ headline: 'Another story' })
		const own = reader()
		const held = await postComment(own, articleId, words('Held'))
		const removed = await postComment(staff, articleId, words('Removed'))
		await moderateComment(staff, removed.id, 'rejected')
		const shown = await postComment(staff, articleId, words('Shown'))
		for (const [story, id] of [
			[slug, held.id],
			[slug, 99_999],
			[slug, '1e3'],
			[other, shown.id],
			['nowhere', shown.id],
		])
			expect((await fetchPage(`/news/${story}/comments/${id}`)).status, `${id}`).toBe(404)
		const cookie = `${READER_COOKIE}=${sign('reader', own.readerId ?? '')}`
		const mine = await fetchPage(`/news/${slug}/comments/${held.id}`, cookie)
		expect(mine).toMatchObject({
			status: 303,
			location: `/news/${slug}?comment=${held.id}#comment-${held.id}`,
		})
		const gone = await fetchPage(`/news/${slug}/comments/${removed.id}`)
		expect(gone.status).toBe(410)
		expect(gone.html).toContain('This comment was removed')
	})
})

test('the JSON-LD of a page has its approved comments below its story', async () => {
	const { articleId, slug } = await liveStory({ headline: 'Ferry listed' })
	const own = reader()
	await postComment(own, articleId, words('CANARY held'))
	const { id } = await postComment(staff, articleId, words('It *was* late.'))
	const removed = await postComment(staff, articleId, words('CANARY removed'))
	await postComment(staff, articleId, words('By an hour.', id))
	await moderateComment(staff, removed.id, 'rejected')
	const cookie = `${READER_COOKIE}=${sign('reader', own.readerId ?? '')}`
	for (const { html } of [await fetchPage(`/news/${slug}`), await fetchPage(`/news/${slug}`, cookie)]) {
		const scripts = parseHtml(html).querySelectorAll('script[type="application/ld+json"]')
		const [story, thread] = [...scripts].map(({ textContent }) => textContent ?? '')
		expect(thread).not.toMatch(/CANARY|a@b\.example/)
		const { NewsArticle } = readGraph(story ?? '')
		expect(readThreadData(thread ?? '')).toMatchObject({
			'@id': NewsArticle?.['@id'],
			commentCount: 2,
			comment: [{ text: 'It was late.', comment: [{ text: 'By an hour.' }] }],
		})
	}
})

describe('a thousand replies full of markup', () => {
	const body = (number: number) => `${'_a_ '.repeat(1_246)}${number}`

	/** One comment with a thousand replies in the given state, as after an attack. */
	async function attack(headline: string, state: 'approved' | 'waiting', readerId: string) {
		const { articleId, slug } = await liveStory({ headline })
		const root = await postComment(staff, articleId, words('Answer me.'))
		const db = writeDb()
		db.$client.transaction(() => {
			db.insert(readers).values({ id: readerId }).onConflictDoNothing().run()
			const place = { parentId: root.id, rootId: root.id, depth: 1 }
			for (let number = 0; number < 1_000; number += 1) {
				const row = { articleId, readerId, authorName: 'A', body: body(number), state, ...place }
				db.insert(comments).values(row).run()
			}
			if (state === 'approved') db.update(commentTallies).set({ approved: 1_001 }).run()
		})()
		return slug
	}

	test('are paginated within size limits', async () => {
		const slug = await attack('Public page', 'approved', 'attacker')
		const found = new Set<string>()
		for (let page = 1, more = true; more; page += 1) {
			const { html } = await fetchPage(`/news/${slug}${page > 1 ? `?page=${page}` : ''}`)
			expect(elementsIn(html)).toBeLessThan(ELEMENTS_MAX)
			expect(html.length).toBeLessThan(CHARACTERS_MAX)
			for (const [id] of html.matchAll(/id="comment-\d+"/g)) found.add(id)
			more = html.includes('rel="next" href="/news/')
			expect(page).toBeLessThan(50)
		}
		expect(found.size).toBe(1_001)
	})

	test('keep their writer’s own page within size limits', async () => {
		const slug = await attack('Own page', 'waiting', 'attacker')
		const { html } = await fetchPage(`/news/${slug}?own=1`, `${READER_COOKIE}=${sign('reader', 'attacker')}`)
		expect(html).toContain('Waiting for approval')
		expect(elementsIn(html)).toBeLessThan(ELEMENTS_MAX)
		expect(html.length).toBeLessThan(CHARACTERS_MAX)
	})
})

test('a removed comment with replies shows a notice', async () => {
	const { articleId, slug } = await liveStory({ headline: 'Removed parent' })
	const parent = await postComment(staff, articleId, words('Say it in Latin.'))
	await postComment(staff, articleId, words('Quid?', parent.id))
	await moderateComment(staff, parent.id, 'rejected')
	const { html } = await fetchPage(`/news/${slug}`)
	expect(html).toContain('This comment was removed.')
	expect(html).toContain('Quid?')
	expect(html).toContain('1 comment')
	expect(html).not.toContain('Latin')
	const { location } = await fetchPage(`/news/${slug}/comments/${parent.id}`)
	expect(location).toBe(`/news/${slug}?comment=${parent.id}#comment-${parent.id}`)
	expect((await fetchPage(location ?? '')).html).toMatch(
		new RegExp(`id="comment-${parent.id}"[^>]*data-linked`),
	)
})

describe('forms of a thread', () => {
	const send = (path: string, fields: Record<string, string>, cookie: string, headers = {}) =>
		fetch(server.address + path, {
			method: 'POST',
			redirect: 'manual',
			headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
			body: new URLSearchParams(fields).toString(),
		})
	const cookieOf = (readerId: string | null) => `${READER_COOKIE}=${sign('reader', readerId ?? '')}`

	test('a deletion by its author takes the text from every page and feed at once', async () => {
		const { articleId, slug } = await liveStory({ headline: 'Said and unsaid' })
		const own = reader()
		const { id } = await postComment(own, articleId, words('unsaid-4471'))
		await moderateComment(staff, id, 'approved')
		await postComment(staff, articleId, words('I heard it.', id))
		const ends = ['', '?view=flat', `?comment=${id}`, '/feed.xml', '/comments.json']
		const pages = ends.map((end) => `/news/${slug}${end}`)
		const textOf = async (path: string) => (await fetch(server.address + path)).text()
		for (const path of pages.slice(0, 4)) expect(await textOf(path), path).toContain('unsaid-4471')
		const path = `/news/${slug}/comments/${id}`
		expect((await send(`${path}/delete`, {}, cookieOf(reader().readerId))).status).toBe(404)
		const crossSite = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }
		expect((await send(`${path}/delete`, {}, cookieOf(own.readerId), crossSite)).status).toBe(403)
		expect((await send(`${path}/delete`, {}, cookieOf(own.readerId))).status).toBe(303)
		for (const each of pages) expect(await textOf(each), each).not.toContain('unsaid-4471')
		expect(await textOf(`/news/${slug}`)).toContain('Its author has deleted this comment.')
		expect(JSON.parse(await textOf(`/news/${slug}/comments.json`))).toMatchObject({ total: 1 })
	})

	test('an order is kept in a cookie and shares the pages of its address', async () => {
		const { articleId, slug } = await liveStory({ headline: 'In which order' })
		for (const body of ['The elder.', 'The younger.']) await postComment(staff, articleId, words(body))
		const answer = await send(`/news/${slug}/thread`, { sort: 'oldest', size: '9', view: 'flat' }, '')
		expect(answer.headers.get('location')).toBe(`/news/${slug}?sort=oldest&view=flat#comments`)
		const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';')
		expect(cookie).toBe('square-thread=oldest.25.flat')
		const pageOf = async (query: string, headers = {}) =>
			(await fetch(`${server.address}/news/${slug}${query}`, { headers })).text()
		const byAddress = await pageOf('?sort=oldest&view=flat')
		expect(byAddress.indexOf('The elder.')).toBeLessThan(byAddress.indexOf('The younger.'))
		expect(await pageOf('', { cookie })).toBe(byAddress)
		const newest = await pageOf('?sort=newest', { cookie: 'square-thread=%3Cscript%3E.x' })
		expect(newest).toBe(await pageOf(''))
		expect(newest.indexOf('The elder.')).toBeGreaterThan(newest.indexOf('The younger.'))
	})

	test('respect leads back to its comment, and is pressed for its reader alone', async () => {
		const { articleId, slug } = await liveStory({ headline: 'Respected' })
		const { id } = await postComment(staff, articleId, words('Well said.'))
		const own = reader()
		const given = await send(`/news/${slug}/respect`, { give: String(id) }, cookieOf(own.readerId))
		const location = `/news/${slug}?comment=${id}#comment-${id}`
		expect([given.status, given.headers.get('location')]).toEqual([303, location])
		const pressed = `value="${id}" aria-pressed="true"`
		expect((await fetchPage(`/news/${slug}`, cookieOf(own.readerId))).html).toContain(pressed)
		expect((await fetchPage(`/news/${slug}`)).html).not.toContain(pressed)
		const asked = { accept: 'application/json' }
		const taken = await send(`/news/${slug}/respect`, { withdraw: String(id) }, cookieOf(own.readerId), asked)
		expect(await taken.json()).toEqual({ respects: 0, mine: false })
		expect((await send(`/news/${slug}/respect`, { give: '1e3' }, cookieOf(own.readerId))).status).toBe(404)
	})
})
