import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addPhoto } from '@/domain/photos/add'
import { APPEARANCE_COOKIE, ISLANDS_COOKIE, ISLANDS_WITH_READER, RECENT_WRITE_COOKIE } from '@/lib/cookies'
import { drawn, staff } from '../support/photos'
import { RawConnection, type RawResponse } from '../support/raw-connection'
import { ALL_SECRETS, type CanarySite, seedCanaries } from './canary-viewers'
import { COOKIE_VARIATIONS } from './cookie-variations'
import { startAnother, withServer } from './in-process-server'
import { sample } from './sample'

withServer()

let seeded: Promise<CanarySite> | undefined
const canaries = (): Promise<CanarySite> => {
	seeded ??= seedCanaries()
	return seeded
}

/** Path of a small photo file. */
async function photoPath(): Promise<string> {
	const { hash } = await addPhoto(await staff('Edith', 'editor'), {
		bytes: await drawn(660, 440).jpeg().toBuffer(),
	})
	return `/media/${hash}/320.avif`
}

const PAGES_EACH = 3
const HANDED_OVER = 'GET /healthz HTTP/1.1\r\nHost: square.test\r\n\r\n'
const BROWSER = [
	'Connection: keep-alive',
	'Sec-Fetch-Mode: navigate',
	'Origin: http://square.test',
	'Accept-Encoding: gzip, deflate, br, zstd',
]

type Compared = { fast: RawResponse; node: RawResponse; bypassed: boolean }

/** Compares the fast path with Node's server, to which a connection belongs after its first other request. */
async function withComparison(
	use: (compare: (path: string, lines: string[]) => Promise<Compared>) => Promise<void>,
): Promise<void> {
	const { server, address, close } = await startAnother()
	let toNode = 0
	server.on('request', () => {
		toNode += 1
	})
	await use(async (path, lines) => {
		const bytes = `GET ${path} HTTP/1.1\r\n${['Host: square.test', ...BROWSER, ...lines].join('\r\n')}\r\n\r\n`
		const nodes = await RawConnection.open(address)
		await nodes.request(HANDED_OVER)
		const node = await nodes.request(bytes)
		nodes.close()
		const before = toNode
		const own = await RawConnection.open(address)
		const fast = await own.request(bytes)
		own.close()
		return { fast, node, bypassed: toNode === before }
	})
	server.closeAllConnections()
	await close()
}

const undated = ({ head }: RawResponse): string => head.replace(/^Date: .*$/m, 'Date')

function expectSame({ fast, node }: Compared, label: string): void {
	expect(undated(fast), label).toBe(undated(node))
	expect(fast.body.equals(node.body), label).toBe(true)
}

/** Shared pages only: a private one is rendered by Node's path for each request. */
function expectShared({ fast }: Compared, label: string): void {
	expect(fast.headers['cache-control'], label).toMatch(/^public, max-age=0/)
	expect(fast.headers['set-cookie'], label).toBeUndefined()
	for (const secret of ALL_SECRETS) expect(fast.body.includes(secret), label).toBe(false)
}

const cookieLines = (cookie: string): string[] => (cookie ? [`Cookie: ${cookie}`] : [])

test('pages are the same bytes on both paths, for all cookies', async () => {
	const site = await canaries()
	const seen = { bypassed: 0, handedOver: 0 }
	await withComparison(async (compare) => {
		for (const { name, cookie } of site.viewers)
			for (const [kind, vary] of COOKIE_VARIATIONS)
				for (const page of sample(site.pages, PAGES_EACH)) {
					const label = `${page} as ${name}, cookies: ${kind}`
					const compared = await compare(page, cookieLines(vary(cookie)))
					expectSame(compared, label)
					// Node refuses oversized headers itself, without a `request` event.
					if (compared.bypassed && compared.fast.status < 400) expectShared(compared, label)
					seen[compared.bypassed ? 'bypassed' : 'handedOver'] += 1
				}
	})
	console.log(seen)
	expect(seen.bypassed).toBeGreaterThan(50)
	expect(seen.handedOver).toBeGreaterThan(50)
})

const ARTICLE = '/news/the-ferry-sails'

test('cookies that leave the page shared bypass Node’s server', async () => {
	const site = await canaries()
	const reader = site.viewers.find(({ name }) => name === 'a reader')?.cookie ?? ''
	const islands = `${ISLANDS_COOKIE}=${ISLANDS_WITH_READER}`
	const appearance = `${APPEARANCE_COOKIE}=dark.large`
	const shared = ['', islands, appearance, `${islands}; ${appearance}`, `${reader}; ${islands}`, 'other=1']
	const own = [reader, `${reader}; ${islands}; ${RECENT_WRITE_COOKIE}=1`, `${RECENT_WRITE_COOKIE}=1`]
	const session = site.viewers.find(({ name }) => name === 'a moderator')?.cookie ?? ''
	await withComparison(async (compare) => {
		for (const cookie of shared) {
			const compared = await compare(ARTICLE, cookieLines(cookie))
			expect(compared.bypassed, cookie).toBe(true)
			expectSame(compared, cookie)
			expectShared(compared, cookie)
		}
		for (const cookie of [...own, session, `${session}; ${islands}`]) {
			const compared = await compare(ARTICLE, cookieLines(cookie))
			expect(compared.bypassed, cookie).toBe(false)
			expect(compared.fast.headers['cache-control'], cookie).toBe('private, no-store')
		}
		const repeated = await compare(ARTICLE, [...cookieLines(islands), ...cookieLines(session)])
		expect([repeated.bypassed, repeated.fast.headers['cache-control']]).toEqual([false, 'private, no-store'])
	})
})

test('revalidated pages and files are the same bytes on both paths', async () => {
	await canaries()
	const photo = await photoPath()
	const script = JSON.parse(readFileSync('public/islands/manifest.json', 'utf8')).reader.en as string
	await withComparison(async (compare) => {
		const paths = [ARTICLE, '/', script, '/fonts/newsreader-english.woff2', '/speculation-rules.json', photo]
		for (const path of paths) {
			const first = await compare(path, [])
			expectSame(first, path)
			expect([first.bypassed, first.fast.status], path).toEqual([true, 200])
			for (const etag of [
				first.fast.headers.etag ?? '',
				'"other"',
				'*',
				`"other", ${first.fast.headers.etag}`,
			]) {
				const compared = await compare(path, [`If-None-Match: ${etag}`, 'Cache-Control: no-cache'])
				expectSame(compared, `${path} ${etag}`)
				expect([compared.bypassed, compared.fast.status]).toEqual([true, etag === '"other"' ? 200 : 304])
			}
		}
		for (const line of [
			'Range: bytes=0-9',
			'Save-Data: on',
			'If-Modified-Since: Thu, 01 Jan 2026 00:00:00 GMT',
		])
			expect((await compare(photo, [line])).bypassed, line).toBe(false)
	})
})
