import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendDeskForm } from '@/e2e/support/desk-form'
import { EDITOR, slugAt } from '@/e2e/support/generate-data'
import { cookieHeader, sendRequest } from '@/e2e/support/http-client'
import { READER_COOKIE, RECENT_WRITE_COOKIE } from '@/lib/cookies'
import { ISLANDS_COOKIE, ISLANDS_WITH_READER } from '@/lib/islands-cookie'
import { clientAt, PROXY_SETUPS, type ProxySetup, type ProxyTestbed, STORIES, startProxies } from './setups'

/** What the house promises; a page that is not purged stays five minutes. */
const VISIBLE_WITHIN_MS = 2_000
const RETRY_MS = 50
/** First votes that one address may cast on a story a day, see app/_http/rate-limits.ts. */
const FIRST_VOTES_MAX = 20

/** The cookie of a browser whose scripts ask for what is the reader's own. */
const ASKING_ISLANDS = `${ISLANDS_COOKIE}=${ISLANDS_WITH_READER}`

/** The newest stories, which stand on the front page whatever their section. */
const FIRST_RANK = PROXY_SETUPS.length + 1

let testbed: ProxyTestbed
beforeAll(async () => {
	testbed = await startProxies()
})
afterAll(() => testbed?.close())

const setups = PROXY_SETUPS.map((setup, index) => ({ setup, index }))
let tests = 0

/** Every test has a story and readers' addresses of its own, so that none sees what another left. */
function placeAt(index: number) {
	tests += 1
	const url = testbed.setups[PROXY_SETUPS[index] as ProxySetup]
	const story = `/news/${slugAt(FIRST_RANK + (tests % (STORIES - FIRST_RANK)))}`
	const reader = (number: number, cookies = '') => clientAt(url, `127.1.${tests}.${number}`, cookies)
	return { url, story, reader, stranger: reader(9) }
}

describe.each(setups)('$door keeps what everybody may see', ({ index }) => {
	test.each(['br', 'gzip', ''])(
		'a page is asked of the square once in the encoding “%s”',
		async (encoding) => {
			const { story, reader } = placeAt(index)
			const accepts = { 'Accept-Encoding': encoding === 'br' ? 'gzip;q=0.8, br' : encoding }
			const first = await reader(1).see(story, accepts)
			const second = await reader(2).see(story, accepts)
			expect([first.status, second.status]).toEqual([200, 200])
			expect(second.headers['x-cache']).toMatch(/HIT|REVALIDATED/)
			expect(second.headers['content-encoding'] ?? '').toBe(encoding)
			expect(second.bytes.equals(first.bytes)).toBe(true)
			expect(second.text).toContain('</html>')
			expect(second.headers['surrogate-key']).toBeUndefined()
			expect(second.headers['cache-control']).toContain('must-revalidate')
			const again = await reader(3).see(story, { ...accepts, 'If-None-Match': second.headers.etag ?? '' })
			expect(again.status).toBe(304)
		},
	)

	test('cookies of others, and looks nobody offers, do not bring the square a request', async () => {
		const { story, reader, stranger } = placeAt(index)
		await stranger.see(story)
		for (const cookies of [
			'_ga=GA1.2.3; theme=x',
			'square-appearance=evil.huge',
			'square-reader=a.b; square-islands=1',
		])
			expect((await reader(1, cookies).see(story)).headers['x-cache']).toMatch(/HIT|REVALIDATED/)
	})

	test('a look is kept apart, in both orders', async () => {
		const { story, reader, stranger } = placeAt(index)
		const dark = reader(1, 'square-appearance=dark.large')
		for (let round = 0; round < 2; round += 1) {
			expect((await stranger.see(story)).text).not.toContain('data-theme="dark"')
			expect((await dark.see(story)).text).toContain('data-theme="dark" data-size="large"')
		}
		expect((await dark.see(story)).headers['x-cache']).toMatch(/HIT|REVALIDATED/)
	})

	test('a page for a reader who saves data is kept apart, in both orders', async () => {
		const { story, reader, stranger } = placeAt(index)
		const saving = { 'Save-Data': 'on' }
		for (let round = 0; round < 2; round += 1) {
			expect((await stranger.see(story)).text).toContain('<picture')
			expect((await reader(1).see(story, saving)).text).not.toContain('<picture')
		}
		expect((await reader(2).see(story, saving)).headers['x-cache']).toMatch(/HIT|REVALIDATED/)
	})
})

describe.each(setups)('$door keeps nothing of one reader', ({ index }) => {
	test('a vote is seen by everybody in time, and is only its reader’s own', async () => {
		const { story, reader, stranger } = placeAt(index)
		const before = await stranger.see(story)
		expect(before.text).not.toContain('take it back')
		const voted = await reader(1).send(`${story}/moods`, { mood: 'happy' })
		expect(voted.status).toBe(303)
		const own = reader(1, cookieHeader(...voted.cookies))
		expect((await own.see(story)).text).toContain('Your mood is Happy; choose it again to take it back')
		await shown(async () => (await stranger.see(story)).text !== before.text)
		await own.see(story)
		const after = await stranger.see(story)
		expect(after.text).not.toContain('take it back')
		expect(after.headers['set-cookie']).toBeUndefined()
	})

	test('a vote changed by a script later is counted once', async () => {
		const { story, reader } = placeAt(index)
		const asked = { Accept: 'application/json' }
		const first = await reader(1).send(`${story}/moods`, { mood: 'happy' }, asked)
		const scripted = reader(1, `${withoutFresh(first.cookies)}; ${ASKING_ISLANDS}`)
		const changed = await scripted.send(`${story}/moods`, { mood: 'sad' }, asked)
		expect(changed.cookies.filter((line) => line.startsWith(READER_COOKIE))).toEqual([])
		const { total } = JSON.parse(first.text)
		expect(JSON.parse(changed.text)).toMatchObject({ mine: 'sad', total })
		const own = (path: string) => scripted.see(`${path}?own=1`)
		expect((await own(story)).text).toContain('Your mood is Sad; choose it again to take it back')
	})

	test('a comment that waits is its reader’s alone, until it is approved', async () => {
		const { url, story, reader, stranger } = placeAt(index)
		const words = `Words of door ${index} that nobody has read.`
		await stranger.see(story)
		const fields = { name: 'A guest', email: 'guest@example.org', body: words }
		const posted = await reader(1).send(`${story}/comments`, fields)
		expect(posted.status).toBe(303)
		const own = reader(1, cookieHeader(...posted.cookies))
		expect((await own.see(story)).text).toContain(words)
		expect((await stranger.see(story)).text).not.toContain(words)
		const id = /#comment-(\d+)$/.exec(posted.headers.location ?? '')?.[1]
		const statusFor = async (cookies: string) =>
			(await reader(1, cookies).see(`${story}/comments/${id}`)).status
		expect(await statusFor(`${withoutFresh(posted.cookies)}; ${ASKING_ISLANDS}`)).toBe(303)
		expect(await statusFor(ASKING_ISLANDS)).toBe(404)
		expect((await own.see(story)).text).toContain(words)
		await approve(url, words)
		await shown(async () => (await stranger.see(story)).text.includes(words))
	})

	test('whoever is signed in is greeted by name, and nobody else is', async () => {
		const { story, reader, stranger } = placeAt(index)
		const editor = reader(1, testbed.editor)
		for (const path of [story, '/', '/sections/news'])
			for (let round = 0; round < 2; round += 1) {
				const own = await editor.see(path)
				expect(own.text).toContain(EDITOR.name)
				expect(own.headers['cache-control']).toContain('no-store')
				expect((await stranger.see(path)).text).not.toContain(EDITOR.name)
			}
	})

	test('what sets a cookie, or is asked as one’s own, is never kept', async () => {
		const { story, reader } = placeAt(index)
		for (const path of ['/api/auth/session', '/api/viewer', '/sign-in', `${story}?own=1`]) {
			const answers = [await reader(1).see(path), await reader(2).see(path), await reader(3).see(path)]
			for (const { headers } of answers) expect(headers['x-cache'] ?? 'MISS').not.toMatch(/HIT|REVALIDATED/)
		}
	})
})

describe.each(setups)('$door shows what changed, and is told so by the house alone', ({ index }) => {
	test('an update and a withdrawal are seen by everybody in time', async () => {
		const { url, stranger } = placeAt(index)
		const story = `/news/${slugAt(1 + index)}`

		const headline = `The quay is dry again, says door ${index}`
		const desk = `${url}/desk/stories/${1 + index}`
		const decide = (then: string, changes: Record<string, string>) =>
			sendDeskForm(desk, { form: 'story', changes, button: ['then', then], cookie: testbed.editor })
		for (const path of [story, '/']) await stranger.see(path)
		expect((await decide('publish', { headline })).status).toBe(303)
		for (const path of [story, '/'])
			await shown(async () => (await stranger.see(path)).text.includes(headline))
		expect((await decide('withdraw', { reason: 'It named the wrong ship.' })).status).toBe(303)
		await shown(async () => (await stranger.see(story)).status === 410)
		await shown(async () => !(await stranger.see('/')).text.includes(headline))
	})

	test('nobody from outside makes the proxy forget a page', async () => {
		const { url, story } = placeAt(index)
		const answer = await sendRequest(url + story, {
			method: 'PURGE',
			headers: { 'Surrogate-Key': 'site' },
			localAddress: '127.9.9.9',
		})
		expect(answer.status).toBe(405)
	})

	test('the limits count the reader’s own address, whatever the reader claims', async () => {
		const { story, reader } = placeAt(index)
		const vote = (number: number) =>
			reader(1).send(`${story}/moods`, { mood: 'sad' }, { 'X-Forwarded-For': `203.0.113.${number}` })
		const statuses: number[] = []
		for (let number = 0; number <= FIRST_VOTES_MAX; number += 1) statuses.push((await vote(number)).status)
		expect(statuses.filter((status) => status === 303)).toHaveLength(FIRST_VOTES_MAX)
		expect(statuses.at(-1)).toBe(429)
		expect((await reader(2).send(`${story}/moods`, { mood: 'sad' })).status).toBe(303)
	})
})

/** The cookies of a browser more than two seconds after its latest write. */
const withoutFresh = (lines: string[]): string =>
	cookieHeader(...lines.filter((line) => !line.startsWith(RECENT_WRITE_COOKIE)))

/** Asks until it is so, as long as the house has promised. */
async function shown(isSo: () => Promise<boolean>): Promise<void> {
	for (const end = Date.now() + VISIBLE_WITHIN_MS; Date.now() < end; ) {
		if (await isSo()) return
		await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
	}
	expect.fail(`It was not shown within ${VISIBLE_WITHIN_MS} ms.`)
}

async function approve(url: string, words: string): Promise<void> {
	const desk = `${url}/desk/comments`
	const { text } = await sendRequest(desk, { headers: { Cookie: testbed.editor } })
	const item = text.split('<li').find((each) => each.includes(words))
	const id = item?.match(/name="approved"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="approved"/)
	const approved = id?.[1] ?? id?.[2]
	if (!approved) throw new Error('The comment does not wait at the desk.')
	const decided = await sendDeskForm(desk, {
		form: 'comments',
		button: ['approved', approved],
		cookie: testbed.editor,
	})
	expect(decided.status).toBe(303)
}
