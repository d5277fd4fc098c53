import { beforeEach, expect, test } from 'vitest'
import { sendRequest } from '@/e2e/support/http-client'
import { APPEARANCE_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { eventually } from '@/lib/testing'
import { echoPage, errorPage, withHandlers } from './http-server.fixture'

const MAX_CONCURRENT = 4
const MAX_QUEUED = 500

const renders = { running: 0, most: 0 }
const waiting: (() => void)[] = []
let held = false

const server = withHandlers({
	'/error': errorPage,
	'/account': async (request, response) => {
		renders.running += 1
		renders.most = Math.max(renders.most, renders.running)
		if (held) await new Promise<void>((resolve) => waiting.push(resolve))
		renders.running -= 1
		echoPage(request, response)
	},
})

beforeEach(() => Object.assign(renders, { running: 0, most: 0 }))

function release(): void {
	held = false
	for (const resume of waiting.splice(0)) resume()
}

const getAccount = (cookie: string) =>
	sendRequest(`${server.address}/account`, { headers: { host: 'square.test', cookie } })

test('at most four pages are rendered at once', async () => {
	held = true
	const pages = Array.from({ length: 20 }, (_, number) => getAccount(`${SESSION_COOKIE}=${number}`))
	await eventually(() => expect(waiting).toHaveLength(MAX_CONCURRENT))
	release()
	expect((await Promise.all(pages)).map(({ status }) => status)).toEqual(pages.map(() => 200))
	expect(renders.most).toBe(MAX_CONCURRENT)
})

test('requests beyond the queue get 503, the others their pages', async () => {
	held = true
	const cookie = `${SESSION_COOKIE}=a; ${APPEARANCE_COOKIE}=dark.normal`
	const statuses: number[] = []
	const pages = Array.from({ length: MAX_CONCURRENT + MAX_QUEUED + 3 }, async () => {
		const page = await getAccount(cookie)
		statuses.push(page.status)
		return page
	})
	await eventually(() => expect(statuses).toHaveLength(3))
	release()
	const all = await Promise.all(pages)
	expect(statuses.filter((status) => status === 200)).toHaveLength(MAX_CONCURRENT + MAX_QUEUED)
	const refused = all.filter(({ status }) => status !== 200)
	for (const { status, headers, text } of refused) {
		expect([status, headers['cache-control']]).toEqual([503, 'no-store'])
		expect(Number(headers['retry-after'])).toBeGreaterThan(0)
		expect(text).toContain('<html data-theme="dark"')
		expect(text).toContain('<h1>Many readers at once</h1>')
	}
	expect((await getAccount(cookie)).status).toBe(200)
})
