import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { beforeEach, expect, test, vi } from 'vitest'
import { dependsOn, type Invalidation } from '@/lib/invalidation'
import { PLACEHOLDER_ELEMENT, PLACEHOLDER_SLOT } from '@/lib/page-parts'
import { type ErrorPage, newRequestContext, requestContext } from '@/lib/request-context'
import { cacheKey } from './cache-key'
import { NOT_FOUND } from './error-pages'
import { PageAssembler, type RenderParts } from './page-assembler'
import { PageRenderer } from './page-renderer'

const SLOT = JSON.stringify({ name: 'tally', props: { of: '"<1>"' } }).replaceAll('"', '&quot;')
const PAGE = `<html><body><p>Story</p><${PLACEHOLDER_ELEMENT} ${PLACEHOLDER_SLOT}="${SLOT}"></${PLACEHOLDER_ELEMENT}><p>End</p></body></html>`
const URL = '/news/story'

let renders = 0
let votes = 0
/** Override that the part sets. */
let override: ErrorPage | null = null
let assembler: PageAssembler

beforeEach(() => {
	vi.stubEnv('SQUARE_SECRET', 'a secret of this test')
	renders = 0
	votes = 0
	override = null
	const renderer = new PageRenderer({
		host: 'square.test',
		shells: true,
		nextHandler: async (_request, response) => {
			renders += 1
			dependsOn('article:1', 'comments:1')
			response.setHeader('content-type', 'text/html')
			response.end(PAGE)
		},
	})
	const renderParts: RenderParts = async (slots, cookie) => {
		dependsOn('moods:1')
		requestContext().override = override
		return slots.map(({ name, props }) => `<b>${name} ${JSON.stringify(props)} ${votes} ${cookie ?? ''}</b>`)
	}
	assembler = new PageAssembler({
		renderer,
		renderParts,
		savedBytes: async () => null,
		cacheBytes: 1_000_000,
	})
})

async function shared(): Promise<string> {
	const { page } = await assembler.assembleShared(cacheKey({ url: URL }), 'client')
	return page.bodies.identity.toString()
}

const own = async (cookie: string) => {
	const request = new IncomingMessage(new Socket())
	request.headers = { cookie }
	const context = newRequestContext('192.0.2.1')
	const { html } = await assembler.privatePage(request, context, { url: URL, cacheable: true })
	return { html, override: context.override }
}

const page = (votesShown: number, cookie = '') =>
	`<html><body><p>Story</p><b>tally {"of":"\\"<1>\\""} ${votesShown} ${cookie}</b><p>End</p></body></html>`

const dropping = (tag: string): Invalidation => ({ immediate: [tag], deferred: [] }) as Invalidation

test('a changed part is rendered into the shell that is kept', async () => {
	expect(await shared()).toBe(page(0))
	votes = 1
	assembler.invalidate(dropping('moods:1'))
	expect(await shared()).toBe(page(1))
	expect(renders).toBe(1)
})

test('a changed story renders the shell again', async () => {
	await shared()
	assembler.invalidate(dropping('article:1'))
	await shared()
	expect(renders).toBe(2)
})

test('assembled pages carry the tags of shell and parts', async () => {
	const { tags } = await assembler.assembleShared(cacheKey({ url: URL }), 'client')
	expect([...tags].sort()).toEqual(['article:1', 'comments:1', 'moods:1'])
})

test('private pages take the kept shell and the parts of their reader', async () => {
	await shared()
	expect((await own('reader=a')).html).toBe(page(0, 'reader=a'))
	expect((await own('reader=b')).html).toBe(page(0, 'reader=b'))
	expect(await shared()).toBe(page(0))
	expect(renders).toBe(1)
})

test('a stale shell is rendered again for shared pages alone', async () => {
	await shared()
	assembler.invalidate({ immediate: [], deferred: ['comments:1'] })
	await own('reader=a')
	expect(renders).toBe(1)
	await shared()
	expect(renders).toBe(2)
})

test('the shell of an overridden private page is not kept', async () => {
	override = NOT_FOUND
	expect((await own('reader=a')).override).toBe(NOT_FOUND)
	override = null
	await own('reader=a')
	expect(renders).toBe(2)
})
