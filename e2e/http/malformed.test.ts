import { beforeAll, expect, test } from 'vitest'
import { type RawResponse, requestOnce } from '../support/raw-connection'
import { liveStory } from '../support/stories'
import { withServer } from './in-process-server'
import { watchRenderings } from './renderings'

const server = withServer()
const PAGE = '/news/the-lamp-is-lit'

beforeAll(async () => {
	await liveStory({ headline: 'The lamp is lit' })
})

const send = (method: string, url: string, lines: string[] = [], body = ''): Promise<RawResponse> => {
	const head = [`${method} ${url} HTTP/1.1`, 'Host: square.test', `Content-Length: ${body.length}`, ...lines]
	return requestOnce(server.address, `${head.join('\r\n')}\r\n\r\n${body}`)
}

test.each([
	['no', []],
	['a second', ['Host: square.test', 'Host: evil.test']],
	['a repeated', ['Host: square.test', 'host: square.test']],
])('%s Host header gets 400 with security headers', async (_name, hosts) => {
	for (const url of ['/', PAGE, '/desk']) {
		const head = [`GET ${url} HTTP/1.1`, ...hosts]
		const { status, headers } = await requestOnce(server.address, `${head.join('\r\n')}\r\n\r\n`)
		expect([url, status, headers.connection, headers['cache-control']]).toEqual([
			url,
			400,
			'close',
			'no-store',
		])
		const ordinary = await send('GET', '/healthz/live')
		for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy'])
			expect([url, name, headers[name]]).toEqual([url, name, ordinary.headers[name] ?? 'missing'])
	}
})

/** The largest form that sign-in accepts. */
const SHORT_FORM_BYTES = 64 * 1024
const FIELDS = Array.from({ length: 20_000 }, (_, number) => `n${number}`)
const MANY_FIELDS: Record<string, string> = {
	'application/x-www-form-urlencoded': FIELDS.map((name) => `${name}=`).join('&'),
	'multipart/form-data; boundary=x': `--x\r\n${FIELDS.slice(0, 900)
		.map((name) => `Content-Disposition: form-data; name="${name}"\r\n\r\n\r\n--x`)
		.join('\r\n')}--\r\n`,
	'application/json': JSON.stringify(Object.fromEntries(FIELDS.map((name) => [name, 1]))),
}

test.each([`${PAGE}/comments`, `${PAGE}/moods`, '/appearance', '/session', '/sign-up/account'])(
	'too many form fields are refused on %s',
	async (url) => {
		const renderings = watchRenderings()
		for (const [type, body] of Object.entries(MANY_FIELDS)) {
			const answer = await send('POST', url, [`Content-Type: ${type}`], body.slice(0, SHORT_FORM_BYTES))
			expect([url, type, answer.status]).toEqual([url, type, 400])
			expect(String(answer.body)).toContain('The form holds too many fields')
			expect(answer.headers['content-security-policy']).toBeTruthy()
		}
		// A rejection has a context for its language; a page would note what it depends on.
		expect(renderings().filter(({ dependencies }) => dependencies.size > 0)).toHaveLength(0)
	},
)
