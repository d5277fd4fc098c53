import { COOKIE_VARIATIONS, EVIL } from './cookie-variations'

/** A variation of a plain GET request. */
export type RequestVariation = {
	name: string
	method?: string
	/** Changes the request target. */
	target?: (page: string) => string
	host?: string
	/** Complete header lines, as sent. */
	lines?: string[]
	/** Changes the viewer's own cookies. */
	cookie?: (own: string) => string
	body?: string
	/** Whether the request guard rejects it. */
	refused?: boolean
}

/** Serializes a request with these cookies. */
export function requestFor(page: string, own: string, varied: RequestVariation = { name: 'plain' }): string {
	const { method = 'GET', target = (same) => same, host = 'square.test', lines = [], body = '' } = varied
	const cookie = varied.cookie ? varied.cookie(own) : own
	const cookies = cookie ? [`Cookie: ${cookie}`] : []
	const head = [`${method} ${target(page)} HTTP/1.1`, `Host: ${host}`, ...cookies, ...lines]
	return `${head.join('\r\n')}\r\n\r\n${body}`
}

const FORWARDED = [
	'X-Forwarded-Host',
	'X-Forwarded-Proto',
	'X-Forwarded-For',
	'X-Forwarded-Port',
	'X-Forwarded-Prefix',
	'X-Forwarded-Path',
	'X-Forwarded-Server',
	'X-Forwarded-Uri',
	'X-Http-Host-Override',
	'True-Client-IP',
	'Forwarded',
	'X-Original-URL',
	'X-Original-Host',
	'X-Rewrite-URL',
	'X-Host',
	'X-HTTP-Method-Override',
	'X-Method-Override',
	'X-Real-IP',
	'Via',
]
const FORWARDED_VALUES = [EVIL, `for=1.2.3.4;host=${EVIL};proto=https`]

const HOSTS = [EVIL, `${EVIL}:443`, 'SQUARE.TEST', 'square.test:1', '[::1]', `square.test@${EVIL}`, '']

/** Internal headers of Next and its client. */
const INTERNAL = [
	'RSC: 1',
	'Next-Router-State-Tree: %5B%22%22%5D',
	'Next-Router-Prefetch: 1',
	'Next-Router-Segment-Prefetch: /_tree',
	`Next-Url: /${EVIL}`,
	'Next-Action: 00000000',
	'Next-Resume: 1',
	'X-Nextjs-Data: 1',
	'X-Nextjs-Redirect: /desk',
	'X-Middleware-Subrequest: middleware:middleware:middleware',
	`X-Middleware-Rewrite: /${EVIL}`,
	'X-Invoke-Path: /desk',
	'X-Invoke-Status: 500',
	'X-Matched-Path: /desk',
	'X-Now-Route-Matches: 1=desk',
	'X-Prerender-Revalidate: 1',
	'X-Vercel-Id: 1',
	'X-Next-Revalidated-Tags: settings',
]

const ORDINARY = [
	'Accept: text/x-component',
	'Accept: application/json',
	'Accept: */*;q=0',
	`Accept: ${'text/html,'.repeat(300)}`,
	'Accept-Language: de, *;q=0.1',
	`Accept-Language: ${EVIL}`,
	'Accept-Charset: utf-16',
	'Accept-Encoding: br',
	'Accept-Encoding: gzip',
	'Accept-Encoding: gzip;q=0, br;q=0, identity',
	'Accept-Encoding: zstd, deflate',
	'Accept-Encoding: *',
	'User-Agent: ',
	`User-Agent: Mozilla/5.0 (compatible; Googlebot/2.1; +http://${EVIL})`,
	'User-Agent: facebookexternalhit/1.1',
	`User-Agent: ${'x'.repeat(6_000)}`,
	'Range: bytes=0-99',
	'Range: bytes=-5',
	'If-Range: "x"',
	'If-None-Match: *',
	'If-None-Match: "x", W/"y"',
	'If-Match: "x"',
	'If-Modified-Since: Sat, 01 Jan 2050 00:00:00 GMT',
	`Origin: https://${EVIL}`,
	'Origin: null',
	`Referer: https://${EVIL}/canary`,
	'Access-Control-Request-Method: POST',
	'Sec-Fetch-Mode: navigate',
	'Sec-Purpose: prefetch;prerender',
	'Save-Data: on',
	'Cache-Control: no-cache, no-store, max-age=0',
	'Pragma: no-cache',
	`Authorization: Bearer ${EVIL}`,
	'Upgrade-Insecure-Requests: 1',
	'Content-Type: application/x-www-form-urlencoded',
	'TE: trailers',
	'Connection: close',
	`Connection: Cookie`,
	`X-Canary: ${EVIL}`,
	'X-Requested-With: XMLHttpRequest',
	`CF-Connecting-IP: ${EVIL}`,
	`X-Wap-Profile: http://${EVIL}/`,
	'X-Forwarded-Scheme: nothttps',
	'Front-End-Https: on',
	`Surrogate-Key: ${EVIL}`,
	'Surrogate-Control: max-age=9999',
	'CDN-Cache-Control: max-age=9999',
]

const QUERIES = [
	'own=1',
	'own',
	'own=1&own=0',
	'OWN=1',
	'page=1',
	'page=2&page=1',
	'page=1&page=2',
	'page=-1',
	'page=99999999999999999999',
	'page=%32',
	'page[]=2',
	'reply=1&reply=2',
	`reply=${EVIL}`,
	`utm_source=${EVIL}`,
	'_rsc=1x2y3',
	'__nextDataReq=1',
	'__nextLocale=de',
	'nxtPslug=the-ferry-sank',
	'slug=the-ferry-sank',
	`next=https://${EVIL}/`,
	'next=/desk',
	'a=%ff%fe',
	'a=%zz',
	'%00=%00',
	`q=${'x'.repeat(5_000)}`,
	'?',
	'&&&=',
	'a;own=1',
	'callback=alert',
]

const TARGETS: [name: string, target: (page: string) => string][] = [
	['a slash behind it', (page) => page.replace(/(?=\?|$)/, '/')],
	['two slashes before it', (page) => `/${page}`],
	['dots in it', (page) => `/x/..${page}`],
	[
		'encoded letters',
		(page) => page.replace(/[aeiou]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
	],
	['capital letters', (page) => page.toUpperCase()],
	['bytes that are no UTF-8', (page) => page.replace(/(?=\?|$)/, '%ff%fe')],
	['raw bytes', (page) => page.replace(/(?=\?|$)/, '\xff')],
	['an encoded line end', (page) => page.replace(/(?=\?|$)/, `%0d%0aX-Canary:%20${EVIL}`)],
	['an encoded zero', (page) => page.replace(/(?=\?|$)/, '%00')],
	['a mark', (page) => `${page}#own=1`],
	['the whole address', (page) => `http://${EVIL}${page}`],
	['a name of Next’s', (page) => page.replace(/(?=\?|$)/, '.rsc')],
]

const METHODS: RequestVariation[] = [
	{ name: 'HEAD', method: 'HEAD' },
	{ name: 'HEAD for bytes', method: 'HEAD', lines: ['Range: bytes=0-1'] },
	{ name: 'OPTIONS', method: 'OPTIONS' },
	{ name: 'PUT', method: 'PUT', lines: ['Content-Length: 0'] },
	{ name: 'PURGE', method: 'PURGE' },
	{ name: 'a body', lines: ['Content-Length: 5'], body: 'own=1' },
	{ name: 'a body in pieces', lines: ['Transfer-Encoding: chunked'], body: '5\r\nown=1\r\n0\r\n\r\n' },
	{
		name: 'two lengths',
		lines: ['Content-Length: 5', 'Transfer-Encoding: chunked'],
		body: '0\r\n\r\n',
	},
	{ name: 'an expectation', lines: ['Expect: 100-continue'] },
	{ name: 'two hosts', lines: [`Host: ${EVIL}`] },
	{ name: 'a folded line', lines: ['X-A: b', ' c: d'] },
]

/** In a fixed order. */
export const REQUEST_VARIATIONS: RequestVariation[] = [
	...FORWARDED.flatMap((name) =>
		FORWARDED_VALUES.map((value) => ({ name: `${name}: ${value}`, lines: [`${name}: ${value}`] })),
	),
	...HOSTS.map((host) => ({ name: `the host “${host}”`, host })),
	...INTERNAL.map((line) => ({ name: line, lines: [line], refused: true })),
	...ORDINARY.map((line) => ({ name: line.slice(0, 60), lines: [line] })),
	...COOKIE_VARIATIONS.map(([name, cookie]) => ({ name: `cookies: ${name}`, cookie })),
	...QUERIES.map((query) => ({
		name: `the query ${query.slice(0, 40)}`,
		target: (page: string) => `${page}${page.includes('?') ? '&' : '?'}${query}`,
	})),
	...TARGETS.map(([name, target]) => ({ name: `an address with ${name}`, target })),
	...METHODS,
]
