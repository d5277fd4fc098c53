import { beforeAll, expect, test } from 'vitest'
import { changeSlug } from '@/domain/articles/slugs'
import { changeMachineAnswers } from '@/domain/machines'
import type { StaffViewer } from '@/domain/permissions'
import { changeSettings } from '@/domain/settings'
import { env } from '@/lib/env'
import { parseHtml } from '../support/dom'
import { sendRequest } from '../support/http-client'
import {
	groupFor,
	licenseFor,
	mayCrawl,
	readLicense,
	readPreferences,
	readRobots,
	tdmRuleFor,
	usageOf,
} from '../support/machine-rules'
import { createStaff, liveStory } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()
const get = (path: string, headers = {}) => sendRequest(server.address + path, { headers })

const OWN = { search: null, answers: null, training: null }

let owner: StaffViewer
let story: Awaited<ReturnType<typeof liveStory>>
let path: string

beforeAll(async () => {
	owner = await createStaff('owner')
	story = await liveStory({ headline: 'The bridge opens' })
	path = `/news/${story.slug}`
})

const robots = async () => readRobots((await get('/robots.txt')).text)
const metaOf = (html: string, name: string) =>
	parseHtml(html).querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? null

test('the files are cached files with their types', async () => {
	const types = {
		'/robots.txt': 'text/plain; charset=utf-8',
		'/license.xml': 'application/rsl+xml; charset=utf-8',
		'/.well-known/tdmrep.json': 'application/json; charset=utf-8',
	}
	for (const [file, type] of Object.entries(types)) {
		const { status, headers } = await get(file)
		expect([status, headers['content-type']]).toEqual([200, type])
		expect((await get(file, { 'if-none-match': headers.etag })).status).toBe(304)
	}
	expect((await robots()).outside).toEqual([
		{ key: 'license', value: `${env.siteUrl}/license.xml` },
		...['/sitemap.xml', '/sitemap-news.xml'].map((file) => ({ key: 'sitemap', value: env.siteUrl + file })),
	])
})

test('a new site refuses training, in every file and header', async () => {
	expect(mayCrawl(groupFor(await robots(), 'GPTBot'), path)).toBe(false)
	expect(mayCrawl(groupFor(await robots(), 'OAI-SearchBot'), path)).toBe(true)
	for (const page of ['/', path, `${path}/history`]) {
		const { headers, text } = await get(page)
		expect(headers, page).toMatchObject({
			'content-usage': 'search=y, ai-use=y, train-ai=n',
			'content-signal': 'search=yes, ai-input=yes, ai-train=no',
			'tdm-reservation': '1',
			link: '</license.xml>; rel="license"; type="application/rsl+xml"',
		})
		expect(headers['x-robots-tag']).toBeUndefined()
		expect([metaOf(text, 'tdm-reservation'), metaOf(text, 'robots')]).toEqual(['1', null])
	}
})

/** The headers of pages, feeds and data say what robots.txt says of their addresses. */
async function expectSameAnswers(): Promise<void> {
	const group = groupFor(await robots(), '*')
	const addresses = [
		...['/', '/feed.xml', '/sections/news/feed.json', '/corrections/feed.atom', '/api/stories'],
		'/feed.ninjs.json',
		...['', '.ninjs.json', '/feed.json', '/history'].map((end) => path + end),
		`/api/stories/${story.articleId}`,
		`/oembed?url=${env.siteUrl}${path}`,
	]
	for (const address of addresses) {
		const { status, headers } = await get(address)
		const usage = readPreferences(String(headers['content-usage']))
		expect([status, usage], address).toEqual([200, usageOf(group, address)])
		expect(headers['x-robots-tag'], address).toBe(usage?.search === 'y' ? undefined : 'noindex')
	}
}

test('a changed story is told by all at the next request', async () => {
	const before = await get(path)
	await changeMachineAnswers(story.editor, story.articleId, { ...OWN, search: 'no', training: 'yes' })
	const { headers, text } = await get(path)
	expect(headers).toMatchObject({
		'content-usage': 'search=n, ai-use=y, train-ai=y',
		'tdm-reservation': '0',
		'x-robots-tag': 'noindex',
	})
	expect(headers.etag).not.toBe(before.headers.etag)
	expect(metaOf(text, 'robots')).toBe('noindex')
	expect((await get(`${path}/history`)).headers['x-robots-tag']).toBe('noindex')
	expect((await get('/')).headers['content-usage']).toBe('search=y, ai-use=y, train-ai=n')
	const read = await robots()
	expect(mayCrawl(groupFor(read, 'GPTBot'), path)).toBe(true)
	expect(usageOf(groupFor(read, '*'), path)).toEqual({ search: 'n', 'ai-use': 'y', 'train-ai': 'y' })
	expect(licenseFor(readLicense((await get('/license.xml')).text), path, 'ai-train')).toBe('yes')
	expect(tdmRuleFor((await get('/.well-known/tdmrep.json')).text, path)?.['tdm-reservation']).toBe(0)
	await expectSameAnswers()
	expect((await get('/sitemap-stories-1.xml')).status).toBe(404)
	await changeSlug(story.editor, story.articleId, 'the-bridge-is-open')
	expect((await get('/robots.txt')).text).toContain('/news/the-bridge-is-open$')
	expect((await get('/robots.txt')).text).not.toContain(`${path}$`)
	await changeMachineAnswers(story.editor, story.articleId, OWN)
	expect((await get('/news/the-bridge-is-open')).headers['x-robots-tag']).toBeUndefined()
})

test('a changed setting is told by all at the next request', async () => {
	await get('/')
	await changeSettings(owner, {
		machinesSearch: 'no',
		machinesAnswers: 'licence',
		licenceTermsUrl: '/licence',
	})
	const { headers, text } = await get('/')
	expect(headers).toMatchObject({
		'content-usage': 'search=n, ai-use=n, train-ai=n',
		'tdm-policy': `${env.siteUrl}/licence`,
		'x-robots-tag': 'noindex',
	})
	expect(metaOf(text, 'tdm-policy')).toBe(`${env.siteUrl}/licence`)
	expect(licenseFor(readLicense((await get('/license.xml')).text), '/', 'ai-input')).toBe('licence')
	expect(mayCrawl(groupFor(await robots(), 'PerplexityBot'), '/')).toBe(false)
	const known = await get('/', { 'if-none-match': headers.etag })
	expect([known.status, known.headers['content-usage']]).toEqual([304, headers['content-usage']])
})
