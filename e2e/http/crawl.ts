import { type HttpResponse, sendRequest } from '../support/http-client'

/** Origin of absolute addresses in pages, feeds and sitemaps. */
const SITE = 'http://square.test'
/** Addresses that nobody is led to by a link. */
const UNLINKED = [
	...['/sitemap.xml', '/robots.txt', '/license.xml', '/indexnow.txt', '/service-worker.js', '/offline'],
	...['/.well-known/security.txt', '/.well-known/trust.txt', '/.well-known/tdmrep.json'],
	...['/api/stories', '/api/viewer', '/api/auth/session', '/healthz', '/healthz/ready', '/search?q=canary'],
	...[
		'/desk',
		...['/account', '/account/comments', '/account/votes', '/account/ignored', '/account/notices'],
		'/desk/reports/export?format=json',
		'/desk/log/export',
		'/reports/1',
		'/replies?token=s.x.1',
		'/decisions/1',
	],
]
/** Most addresses read; a loop of links would otherwise not end. */
const READ_MAX = 1_000

const LINKS =
	/(?:\b(?:href|src|content|action)="|<loc>|<link>|<id>|"(?:url|id|feed_url|image)":\s*")([^"<]+)/g
const SOURCES = /\bsrcset="([^"]+)"/gi

type Limits = {
	/** Number of addresses after which it ends. */
	first?: number
	/** Number of addresses of a kind, such as `/news/…/history`. */
	ofKind?: number
}

/** Reads the site as a stranger: every page, feed, image and file that a link or a list leads to. */
export async function crawl(
	address: string,
	localAddress: string,
	{ first = Number.POSITIVE_INFINITY, ofKind = Number.POSITIVE_INFINITY }: Limits = {},
): Promise<Map<string, HttpResponse>> {
	const read = new Map<string, HttpResponse>()
	const kinds = new Map<string, number>()
	const found = new Set(['/', ...UNLINKED])
	for (const path of found) {
		const kind = kindOf(path)
		const number = kinds.get(kind) ?? 0
		if (number >= ofKind) continue
		if (read.size >= first) break
		if (read.size >= READ_MAX) throw new Error(`More than ${READ_MAX} addresses.`)
		kinds.set(kind, number + 1)
		const response = await readAs(address + path, localAddress)
		read.set(path, response)
		for (const link of linksIn(response)) found.add(link)
	}
	return read
}

export const readAs = (url: string, localAddress: string): Promise<HttpResponse> =>
	sendRequest(url, {
		headers: { Host: 'square.test', 'X-Forwarded-For': localAddress, Accept: '*/*' },
		localAddress,
	})

/** An address with `*` for every second segment, which is a slug or number, and without numbers and values of its query. */
function kindOf(path: string): string {
	const { pathname, searchParams } = new URL(path, SITE)
	const segments = pathname.split('/').map((each, index) => (index > 0 && index % 2 === 0 ? '*' : each))
	return `${segments.join('/').replace(/\d+/g, '0')}?${[...searchParams.keys()]}`
}

function linksIn({ headers, text }: HttpResponse): string[] {
	const type = headers['content-type'] ?? ''
	const found = [headers.location ?? '', ...(headers.link ?? '').matchAll(/<([^>]+)>/g)].map((each) =>
		typeof each === 'string' ? each : (each[1] ?? ''),
	)
	if (/html|xml|json|text/.test(type)) {
		found.push(...[...text.matchAll(LINKS)].map(([, link = '']) => link))
		for (const [, sources = ''] of text.matchAll(SOURCES))
			found.push(...sources.split(',').map((each) => each.trim().split(' ')[0] ?? ''))
	}
	return found.flatMap((link) => pathOf(link.replaceAll('&amp;', '&')) ?? [])
}

function pathOf(link: string): string | null {
	const url = URL.canParse(link, SITE) ? new URL(link, SITE) : null
	// Text in `content` of meta elements is no address.
	if (url?.origin !== SITE || !/^(\/|http)/.test(link)) return null
	return url.pathname + url.search
}

/** The texts of a list that a response holds, in its headers or its bytes. */
export function heldBy({ headers, cookies, bytes, text }: HttpResponse, texts: string[]): string[] {
	const all = `${JSON.stringify(headers)}\n${cookies.join('\n')}\n${text}\n${bytes.toString('latin1')}`
	return texts.filter((each) => all.includes(each))
}
