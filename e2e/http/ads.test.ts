import { beforeAll, expect, test } from 'vitest'
import { readDb } from '@/db'
import { adCounts } from '@/db/schema'
import { placeAd, retireAd } from '@/domain/ads-desk'
import { parseMarkdown } from '@/domain/body/markdown'
import { AD_COOKIE } from '@/lib/cookies'
import { eventually } from '@/lib/testing'
import { sendRequest } from '../support/http-client'
import { createStaff, liveStory } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0'
const AD = { text: 'Weekly.', url: 'https://example.org/a%20b?c=1', photoId: null }

let story: string
const ids: Record<string, number> = {}

beforeAll(async () => {
	const owner = await createStaff('owner')
	const body = parseMarkdown('First.\n\n## Then\n\nSecond.\n\nThird.')
	story = `/news/${(await liveStory({ body })).slug}`
	for (const slot of ['top', 'in article', 'end of article', 'corner'] as const)
		ids[slot] = await placeAd(owner, { ...AD, title: `Ad ${slot}.`, slot, afterParagraph: 2 })
})

const get = (path: string, headers: Record<string, string> = {}) =>
	sendRequest(server.address + path, { headers: { 'User-Agent': FIREFOX, Accept: 'text/html', ...headers } })

test('slots have their place, label and sponsored link; the corner one closes', async () => {
	for (const address of [server.address, server.uncached]) {
		const { text } = await sendRequest(address + story, { headers: { Accept: 'text/html' } })
		const order = [
			'Ad top.',
			'First.',
			'Second.',
			'Ad in article.',
			'Third.',
			'Ad end of article.',
			'Ad corner.',
		]
		const positions = order.map((words) => text.indexOf(words))
		expect(positions).toEqual([...positions].sort((a, b) => a - b))
		expect(positions).not.toContain(-1)
		expect(text.match(/>Advertisements</g)).toHaveLength(4)
		expect(text.match(/rel="sponsored noopener"/g)).toHaveLength(4)
		expect(text.match(/action="\/ads\/close"/g)).toHaveLength(1)
		expect(text).not.toContain(AD.url)
	}
	expect((await get('/')).text).toContain('Ad top.')
	expect((await get('/sections/news')).text).toContain('Ad top.')
})

test('clicks redirect only to the stored link; counting sets no cookie', async () => {
	const click = await get(`/ads/${ids.top}/visit?to=https://evil.test&url=//evil.test`)
	expect([click.status, click.headers.location]).toEqual([302, AD.url])
	const pixel = await get(`/ads/${ids.top}/seen`)
	expect([pixel.status, pixel.headers['content-type']]).toEqual([200, 'image/gif'])
	for (const { headers } of [click, pixel]) {
		expect(headers['cache-control']).toBe('no-store')
		expect(headers['set-cookie']).toBeUndefined()
	}
	for (const id of ['999999', '0', '1e3', '%2F', 'x'])
		expect((await get(`/ads/${id}/visit`)).status).toBe(404)
})

test('impressions and clicks are counted by day, without programs and opt-outs', async () => {
	const id = ids['in article'] as number
	for (let number = 0; number < 5; number += 1) await get(`/ads/${id}/seen`)
	await get(`/ads/${id}/visit`)
	await get(`/ads/${id}/seen`, { DNT: '1' })
	await get(`/ads/${id}/seen`, { 'Sec-GPC': '1' })
	await get(`/ads/${id}/visit`, { 'User-Agent': 'Googlebot/2.1' })
	await eventually(async () => {
		const rows = (await readDb().select().from(adCounts)).filter(({ adId }) => adId === id)
		expect(rows).toMatchObject([{ impressions: 5, clicks: 1 }])
	})
})

test('closing the corner keeps earlier closed ones closed', async () => {
	const close = async (ad: number, cookie = '') => {
		const response = await sendRequest(`${server.address}/ads/close`, {
			method: 'POST',
			headers: {
				Origin: new URL(server.address).origin,
				'Content-Type': 'application/x-www-form-urlencoded',
				...(cookie && { Cookie: cookie }),
			},
			body: Buffer.from(`ad=${ad}&back=${story}`),
		})
		return String(response.headers['set-cookie']).split(';')[0] ?? ''
	}
	const corner = ids.corner as number
	const cookie = await close(ids.top as number, await close(corner))
	expect(cookie).toMatch(new RegExp(`^${AD_COOKIE}=${corner}-${ids.top}\\.`))
	expect((await get(story, { Cookie: cookie })).text).not.toContain('Ad corner.')
	expect((await get(story)).text).toContain('Ad corner.')
	await retireAd(await createStaff('owner'), corner)
	expect((await get(story)).text).not.toContain('Ad corner.')
	expect((await get(`/ads/${corner}/visit`)).status).toBe(302)
})
