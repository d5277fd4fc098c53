import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendDeskForm } from '@/e2e/support/desk-form'
import { EDITOR, slugAt } from '@/e2e/support/generate-data'
import { cookieHeader, sendRequest } from '@/e2e/support/http-client'
import { ISLANDS_COOKIE, ISLANDS_WITH_READER, READER_COOKIE, RECENT_WRITE_COOKIE } from '@/lib/cookies'
import { NEW_READERS_MAX } from '@/lib/vote-rules'
import { clientAt, PROXY_SETUPS, type ProxySetup, type ProxyTestbed, STORIES, startProxies } from './setups'

/**
 * Promised time until a change is visible: a page without its purge stays five minutes behind Varnish. nginx alone
 * may reuse a page for two seconds, after the second that the server may show an old tally.
 */
const VISIBLE_WITHIN_MS = { purged: 2_000, 'nginx alone': 3_000 }
const RETRY_MS = 50
/** Part of the sentence about a vote that is not counted at once. */
const ASIDE = 'is stored, but not counted'

/** The cookie of a browser with scripts, which requests private data separately. */
const ASKING_ISLANDS = `${ISLANDS_COOKIE}=${ISLANDS_WITH_READER}`

/** Publication rank after the newest stories, which are on the front page. */
const FIRST_RANK = PROXY_SETUPS.length + 1

let testbed: ProxyTestbed
beforeAll(async () => {
	testbed = await startProxies()
})
afterAll(() => testbed?.close())

const setups = PROXY_SETUPS.map((setup, index) => ({ setup, index }))
let tests = 0

/** Each test has its own story and client addresses, so that tests do not affect each other. */
function testContext(index: number) {
	tests += 1
	const url = testbed.setups[PROXY_SETUPS[index] as ProxySetup]
	const story = `/news/${slugAt(FIRST_RANK + (tests % (STORIES - FIRST_RANK)))}`
	const reader = (number: number, cookies = '') => clientAt(url, `127.1.${tests}.${number}`, cookies)
	return { url, story, reader, otherReader: reader(9) }
}

describe.each(setups)('$setup caches shared pages', ({ index }) => {
	test.each(['br', 'gzip', ''])('a page is cached in the encoding “%s”', async (encoding) => {
		const { story, reader } = testContext(index)
		const accepts = { 'Accept-Encoding': encoding === 'br' ? 'gzip;q=0.8, br' : encoding }
		const first = await reader(1).get(story, accepts)
		const second = await reader(2).get(story, accepts)
		expect([first.status, second.status]).toEqual([200, 200])
		expect(second.headers['x-cache']).toMatch(/HIT|REVALIDATED/)
		expect(second.headers['content-encoding'] ?? '').toBe(encoding)
		expect(second.bytes.equals(first.bytes)).toBe(true)
		expect(second.text).toContain('</html>')
		expect(second.headers['surrogate-key']).toBeUndefined()
		expect(second.headers['cache-control']).toContain('must-revalidate')
		const again = await reader(3).get(story, { ...accepts, 'If-None-Match': second.headers.etag ?? '' })
		expect(again.status).toBe(304)
	})

	test('unknown cookies and invalid appearances are cache hits', async () => {
		const { story, reader, otherReader } = testContext(index)
		await otherReader.get(story)
		for (const cookies of [
			'_ga=GA1.2.3; theme=x',
			'square-appearance=evil.huge',
			'square-reader=a.b; square-islands=1',
		])
			expect((await reader(1, cookies).get(story)).headers['x-cache']).toMatch(/HIT|REVALIDATED/)
	})

	test('pages are cached separately by appearance', async () => {
		const { story, reader, otherReader } = testContext(index)
		const dark = reader(1, 'square-appearance=dark.large')
		for (let round = 0; round < 2; round += 1) {
			expect((await otherReader.get(story)).text).not.toContain('data-theme="dark"')
			expect((await dark.get(story)).text).toContain('data-theme="dark" data-size="large"')
		}
		expect((await dark.get(story)).headers['x-cache']).toMatch(/HIT|REVALIDATED/)
	})

	test('pages are cached separately by Save-Data', async () => {
		const { story, reader, otherReader } = testContext(index)
		const saving = { 'Save-Data': 'on' }
		for (let round = 0; round < 2; round += 1) {
			expect((await otherReader.get(story)).text).toContain('<picture')
			expect((await reader(1).get(story, saving)).text).not.toContain('<picture')
		}
		expect((await reader(2).get(story, saving)).headers['x-cache']).toMatch(/HIT|REVALIDATED/)
	})
})

describe.each(setups)('$setup caches no private page', ({ index }) => {
	test('a vote is marked for its reader alone', async () => {
		const { story, reader, otherReader } = testContext(index)
		const before = await otherReader.get(story)
		expect(before.text).not.toContain('take it back')
		const voted = await reader(1).post(`${story}/moods`, { mood: 'happy' })
		expect(voted.status).toBe(303)
		const own = reader(1, cookieHeader(...voted.cookies))
		expect((await own.get(story)).text).toContain('Your mood is Happy; choose it again to take it back')
		await eventually(index, async () => (await otherReader.get(story)).text !== before.text)
		await own.get(story)
		const after = await otherReader.get(story)
		expect(after.text).not.toContain('take it back')
		expect(after.headers['set-cookie']).toBeUndefined()
	})

	test('a vote changed by script is counted once', async () => {
		const { story, reader } = testContext(index)
		const asked = { Accept: 'application/json' }
		const first = await reader(1).post(`${story}/moods`, { mood: 'happy' }, asked)
		const scripted = reader(1, `${withoutRecentWrite(first.cookies)}; ${ASKING_ISLANDS}`)
		const changed = await scripted.post(`${story}/moods`, { mood: 'sad' }, asked)
		expect(changed.cookies.filter((line) => line.startsWith(READER_COOKIE))).toEqual([])
		const { total } = JSON.parse(first.text)
		expect(JSON.parse(changed.text)).toMatchObject({ mine: 'sad', total })
		const own = (path: string) => scripted.get(`${path}?own=1`)
		expect((await own(story)).text).toContain('Your mood is Sad; choose it again to take it back')
	})

	test('a held comment is visible to its reader alone', async () => {
		const { url, story, reader, otherReader } = testContext(index)
		const words = `Words of setup ${index} before approval.`
		await otherReader.get(story)
		const fields = { name: 'A guest', email: 'guest@example.org', body: words }
		const posted = await reader(1).post(`${story}/comments`, fields)
		expect(posted.status).toBe(303)
		const own = reader(1, cookieHeader(...posted.cookies))
		expect((await own.get(story)).text).toContain(words)
		expect((await otherReader.get(story)).text).not.toContain(words)
		const id = /#comment-(\d+)$/.exec(posted.headers.location ?? '')?.[1]
		const statusFor = async (cookies: string) =>
			(await reader(1, cookies).get(`${story}/comments/${id}`)).status
		expect(await statusFor(`${withoutRecentWrite(posted.cookies)}; ${ASKING_ISLANDS}`)).toBe(303)
		expect(await statusFor(ASKING_ISLANDS)).toBe(404)
		expect((await own.get(story)).text).toContain(words)
		await approve(url, id ?? '')
		await eventually(index, async () => (await otherReader.get(story)).text.includes(words))
	})

	test('account names are shown to their owners alone', async () => {
		const { story, reader, otherReader } = testContext(index)
		const editor = reader(1, testbed.editor)
		for (const path of [story, '/', '/sections/news'])
			for (let round = 0; round < 2; round += 1) {
				const own = await editor.get(path)
				expect(own.text).toContain(EDITOR.name)
				expect(own.headers['cache-control']).toContain('no-store')
				expect((await otherReader.get(path)).text).not.toContain(EDITOR.name)
			}
	})

	test('private routes are never cached', async () => {
		const { story, reader } = testContext(index)
		for (const path of ['/api/auth/session', '/api/viewer', '/sign-in', `${story}?own=1`]) {
			const answers = [await reader(1).get(path), await reader(2).get(path), await reader(3).get(path)]
			for (const { headers } of answers) expect(headers['x-cache'] ?? 'MISS').not.toMatch(/HIT|REVALIDATED/)
		}
	})
})

describe.each(setups)('$setup shows changes, and accepts purges from the server alone', ({ index }) => {
	test('updates and withdrawals are visible in time', async () => {
		const { url, otherReader } = testContext(index)
		const story = `/news/${slugAt(1 + index)}`

		const headline = `The quay is dry again, says setup ${index}`
		const desk = `${url}/desk/stories/${1 + index}`
		const decide = (then: string, changes: Record<string, string>) =>
			sendDeskForm(desk, { form: 'story', changes, button: ['then', then], cookie: testbed.editor })
		for (const path of [story, '/']) await otherReader.get(path)
		expect((await decide('publish', { headline })).status).toBe(303)
		for (const path of [story, '/'])
			await eventually(index, async () => (await otherReader.get(path)).text.includes(headline))
		expect((await decide('withdraw', { reason: 'It named the wrong ship.' })).status).toBe(303)
		await eventually(index, async () => (await otherReader.get(story)).status === 410)
		await eventually(index, async () => !(await otherReader.get('/')).text.includes(headline))
	})

	test('a PURGE from an outside address gets 405', async () => {
		const { url, story } = testContext(index)
		const answer = await sendRequest(url + story, {
			method: 'PURGE',
			headers: { 'Surrogate-Key': 'site' },
			localAddress: '127.9.9.9',
		})
		expect(answer.status).toBe(405)
	})

	test('rate limits ignore the client’s X-Forwarded-For', async () => {
		const { story, reader } = testContext(index)
		const vote = (number: number) =>
			reader(1).post(`${story}/moods`, { mood: 'sad' }, { 'X-Forwarded-For': `203.0.113.${number}` })
		const isAside = async ({ cookies }: { cookies: string[] }) =>
			(await reader(1, cookieHeader(...cookies)).get(story)).text.includes(ASIDE)
		const aside: boolean[] = []
		for (let number = 0; number <= NEW_READERS_MAX; number += 1) aside.push(await isAside(await vote(number)))
		expect(aside.indexOf(true)).toBe(NEW_READERS_MAX)
		expect(await isAside(await reader(2).post(`${story}/moods`, { mood: 'sad' }))).toBe(false)
	})
})

/** The cookies of a browser more than two seconds after its latest write. */
const withoutRecentWrite = (lines: string[]): string =>
	cookieHeader(...lines.filter((line) => !line.startsWith(RECENT_WRITE_COOKIE)))

/** Polls until the condition holds, within the promised time of the setup. */
async function eventually(index: number, isMet: () => Promise<boolean>): Promise<void> {
	const ms = VISIBLE_WITHIN_MS[PROXY_SETUPS[index] === 'nginx' ? 'nginx alone' : 'purged']
	for (const end = Date.now() + ms; Date.now() < end; ) {
		if (await isMet()) return
		await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
	}
	expect.fail(`The change was not visible within ${ms} ms.`)
}

async function approve(url: string, id: string): Promise<void> {
	const desk = `${url}/desk/comments`
	const decided = await sendDeskForm(desk, {
		form: 'comments',
		button: ['approved', id],
		cookie: testbed.editor,
	})
	expect(decided.status).toBe(303)
}
