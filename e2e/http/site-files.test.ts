import { beforeAll, expect, test } from 'vitest'
import { setLogo } from '@/domain/logo/logo'
import type { StaffViewer } from '@/domain/permissions'
import { changeSettings } from '@/domain/settings'
import { sendRequest } from '../support/http-client'
import { createStaff, liveStory } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()
const get = (path: string, headers = {}) => sendRequest(server.address + path, { headers })

const STYLESHEET = /<link rel="stylesheet" href="(\/site\/[\w-]{16}\.css)"/
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h90v30z"/></svg>'

let owner: StaffViewer
let story: string
beforeAll(async () => {
	owner = await createStaff('owner')
	story = `/news/${(await liveStory()).slug}`
})

test('the default look links no style sheet of the site', async () => {
	expect((await get('/')).text).not.toContain('/site/')
	expect((await get(story)).text).toContain('/fonts/newsreader-english.woff2')
})

test('a changed accent or font reaches cached pages under a new URL', async () => {
	await get(story)
	await changeSettings(owner, { accent: '#aa0033', textFont: 'georgia', headlineFont: 'georgia' })
	const [, first = ''] = STYLESHEET.exec((await get(story)).text) ?? []
	const sheet = await get(first)
	expect(sheet.status).toBe(200)
	expect(sheet.text).toContain('--accent:#aa0033;')
	expect(sheet.headers).toMatchObject({
		'content-type': 'text/css; charset=utf-8',
		'cache-control': 'public, max-age=31536000, immutable',
		'x-content-type-options': 'nosniff',
	})
	expect((await get(first, { 'If-None-Match': sheet.headers.etag })).status).toBe(304)
	expect((await get(story)).text).not.toContain('.woff2')
	for (const path of ['/', '/sign-in', '/no/such/page']) expect((await get(path)).text).toMatch(STYLESHEET)

	await changeSettings(owner, { accent: '#006633' })
	const [, second] = STYLESHEET.exec((await get(story)).text) ?? []
	expect(second).not.toBe(first)
	// A page from before the change gets the present look, which no browser stores under the old address.
	const former = await get(first)
	expect(former.text).toContain('--accent:#006633;')
	expect(former.headers['cache-control']).toBe('no-store')
	await changeSettings(owner, { accent: '', textFont: 'newsreader', headlineFont: 'newsreader' })
	expect((await get(story)).text).not.toMatch(STYLESHEET)
})

test('a logo appears at once, and runs no script when opened', async () => {
	await get(story)
	const { name } = await setLogo(owner, Buffer.from(SVG))
	expect((await get(story)).text).toContain(
		`<img src="/site/${name}" width="180" height="60" alt="Public Square"`,
	)
	const logo = await get(`/site/${name}`)
	expect(logo.headers).toMatchObject({
		'content-type': 'image/svg+xml; charset=utf-8',
		'x-content-type-options': 'nosniff',
	})
	expect(logo.headers['content-security-policy']).toMatch(/default-src 'none';.*sandbox/)
})

test.each(['/site/', '/site/AAAAAAAAAAAAAAAA.svg', '/site/../etc/passwd', '/site/AAAAAAAAAAAAAAAA.html'])(
	'%s is not found',
	async (path) => {
		const { status, headers } = await get(path)
		expect([status, headers['cache-control']]).toEqual([404, 'no-store'])
	},
)
