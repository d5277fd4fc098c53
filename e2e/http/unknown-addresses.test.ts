import { eq } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { beforeAll, expect, test, vi } from 'vitest'
import { write } from '@/db'
import { articles } from '@/db/schema'
import { changeSlug } from '@/domain/articles/slugs'
import { READER_COOKIE } from '@/lib/cookies'
import { sign } from '@/lib/signing'
import { requestOnce } from '../support/raw-connection'
import { liveStory, reader } from '../support/stories'
import { withServer } from './in-process-server'
import { watchRenderings } from './renderings'

const server = withServer()
const REASON = 'It named the wrong man.'

beforeAll(async () => {
	const { editor, articleId } = await liveStory({ headline: 'Moved away', tags: ['lamps'] })
	await changeSlug(editor, articleId, 'moved-here')
	const withdrawn = await liveStory({ headline: 'Taken back' })
	await write((tx) =>
		tx
			.update(articles)
			.set({ withdrawnAt: new Date(), withdrawalReason: REASON })
			.where(eq(articles.id, withdrawn.articleId)),
	)
})

const get = (url: string, ...lines: string[]) =>
	requestOnce(
		server.address,
		`${[`GET ${url} HTTP/1.1`, 'Host: square.test', ...lines].join('\r\n')}\r\n\r\n`,
	)

test.each(['/news/', '/sections/', '/tags/', '/people/', '/', '/api/', '/news/moved-here/'])(
	'unknown addresses under %s share one cached 404',
	async (folder) => {
		const first = await get(`${folder}never-there`)
		const renderings = watchRenderings()
		const keeping = vi.spyOn(LRUCache.prototype, 'set')
		for (let number = 0; number < 50; number += 1) {
			const answer = await get(`${folder}never-there-${number}?page=${number + 2}`)
			expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'no-store'])
			expect(answer.body.equals(first.body)).toBe(true)
		}
		expect(renderings()).toHaveLength(0)
		expect(keeping.mock.calls.filter(([key]) => String(key).includes('never-there'))).toEqual([])
	},
)

test('unknown addresses of browsers search for their words, from cached shells', async () => {
	await liveStory({ headline: 'Lamplighters walk home' })
	const accept = 'Accept: text/html,*/*;q=0.8'
	await get('/news/never-there', accept)
	const renderings = watchRenderings()
	const keeping = vi.spyOn(LRUCache.prototype, 'set')
	for (const [url, words, isFound] of [
		['/news/lamplighters-walk-hone', 'lamplighters walk hone', true],
		['/2019/05/lamplighters-home.html', 'lamplighters home', true],
		['/news/%22%3E%3Cscript%3E-nowhere', 'script nowhere', false],
		['/tags/nowhere-again?page=7', 'nowhere again', false],
	] as const) {
		const { status, headers, body } = await get(url, accept)
		expect([status, headers['cache-control']]).toEqual([404, 'private, no-store'])
		const html = String(body)
		expect(html).toContain(`value="${words}"`)
		expect(html.includes('Perhaps one of these'), url).toBe(isFound)
		expect(body.length).toBeLessThan(10_000)
	}
	// One of the address of no route, and one of tags; their parts take no render of Next.
	expect(renderings().filter(({ shell }) => shell)).toHaveLength(2)
	expect(keeping.mock.calls.filter(([key]) => /lamplighters|nowhere/.test(String(key)))).toEqual([])
	const shared = await get('/wp-login.php', accept)
	expect([shared.status, shared.headers['cache-control']]).toEqual([404, 'no-store'])
})

test('moved and withdrawn stories are answered without renders', async () => {
	const first = await get('/news/taken-back')
	const renderings = watchRenderings()
	for (const lines of [[], ['Accept-Encoding: br'], ['Save-Data: on']]) {
		const moved = await get('/news/moved-away?page=2&utm_source=x', ...lines)
		expect([moved.status, moved.headers.location]).toEqual([301, '/news/moved-here?page=2'])
	}
	const gone = await get('/news/taken-back')
	expect([gone.status, gone.headers['cache-control']]).toEqual([410, 'no-store'])
	expect(gone.body.equals(first.body)).toBe(true)
	expect(String(gone.body)).toContain(REASON)
	expect(renderings()).toHaveLength(0)
	const list = await get('/tags/lamps')
	expect([list.status, (await get('/news/moved-here')).status]).toEqual([200, 200])
})

test('reader cookies do not change 404, 410 or 301', async () => {
	const own = `Cookie: ${READER_COOKIE}=${sign('reader', reader().readerId as string)}`
	for (const [url, status] of [
		['/news/never-there', 404],
		['/tags/never-there', 404],
		['/never-there', 404],
		['/news/taken-back', 410],
		['/news/moved-away', 301],
	] as const) {
		const answer = await get(url, own)
		expect([url, answer.status]).toEqual([url, status])
		if (status !== 301) expect(answer.headers['cache-control']).toBe('private, no-store')
	}
})

test('a new story replaces its cached 404', async () => {
	expect((await get('/news/a-late-arrival')).status).toBe(404)
	await liveStory({ headline: 'A late arrival' })
	expect((await get('/news/a-late-arrival')).status).toBe(200)
})
