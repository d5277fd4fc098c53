import { createRequire } from 'node:module'
import { beforeAll, expect, test, vi } from 'vitest'
import { EMPTY_STATE } from '@/components/desk/form/form-state'
import { write } from '@/db'
import { COMMENTS_PER_PAGE } from '@/domain/comments/paging'
import { postComment } from '@/domain/comments/post'
import { addPerson } from '@/domain/people'
import { createSession } from '@/domain/sessions'
import { siteSettings } from '@/domain/settings'
import { READER_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { sign } from '@/lib/signing'
import { filledDeskForm, formsIn, sendDeskForm } from '../support/desk-form'
import { sendRequest as request } from '../support/http-client'
import { RawConnection, type RawResponse, requestOnce } from '../support/raw-connection'
import { liveStory, reader } from '../support/stories'
import { withServer } from './in-process-server'
import { watchRenderings } from './renderings'

const { encodeReply } = createRequire(import.meta.url)(
	'next/dist/compiled/react-server-dom-turbopack/client.browser',
) as { encodeReply: (args: unknown[]) => Promise<FormData> }

const server = withServer()
let owner = ''
let lastComment = 0

beforeAll(async () => {
	const { editor, articleId } = await liveStory({ headline: 'The lamp is lit', tags: ['lamps'] })
	const words = { parentId: null, name: '', email: '' }
	for (let number = 0; number <= COMMENTS_PER_PAGE; number += 1)
		lastComment = (await postComment(editor, articleId, { ...words, body: `Lit, ${number}.` })).id
	const person = await addPerson({
		name: 'Olu',
		email: 'olu@example.org',
		password: 'first owner of all',
		role: 'owner',
	})
	const { token } = await write((tx) => createSession(tx, person.id))
	owner = `Cookie: ${SESSION_COOKIE}=${token}`
})

const PAGE = '/news/the-lamp-is-lit'
const MULTIPART = 'Content-Type: multipart/form-data; boundary=x'

const send = (
	method: string,
	url: string,
	lines: string[] = [],
	body = '',
	address = server.address,
): Promise<RawResponse> => {
	const length = method === 'POST' ? [`Content-Length: ${body.length}`] : []
	const head = [`${method} ${url} HTTP/1.1`, 'Host: square.test', ...length, ...lines, 'Connection: close']
	return requestOnce(address, `${head.join('\r\n')}\r\n\r\n${body}`)
}
const readerCookie = () => `Cookie: ${READER_COOKIE}=${sign('reader', reader().readerId as string)}`

test.each<[string, number, string[]]>([
	['/', 405, [MULTIPART]],
	['/account', 405, [MULTIPART]],
	['/error', 405, [MULTIPART]],
	['/api/auth/signin', 405, []],
	['/desk', 400, [MULTIPART]],
	['/desk/settings', 400, [MULTIPART, 'Next-Action: 00']],
	['/desk/settings', 403, [MULTIPART, 'Origin: https://evil.test']],
	['/desk/settings', 403, [MULTIPART, 'Sec-Fetch-Site: cross-site']],
	['/desk/settings', 415, ['Content-Type: text/plain']],
	['/desk/settings', 415, [MULTIPART, 'Content-Encoding: gzip']],
])('a malformed POST to %s gets %i unlogged', async (url, status, lines) => {
	const errors = vi.spyOn(console, 'error')
	const answer = await send('POST', url, [owner, ...lines], '--x\r\nContent-')
	expect(answer.status).toBe(status)
	expect(answer.headers['content-security-policy']).toBeTruthy()
	expect(answer.headers.allow).toBe(status === 405 ? 'GET, HEAD' : undefined)
	expect(errors).not.toHaveBeenCalled()
})

test('desk forms work with and without scripts', async () => {
	const own = owner.replace('Cookie: ', '')
	const url = `${server.address}/desk/settings`
	const page = await request(url, { headers: { Cookie: own, Accept: 'text/html' } })
	const fields = formsIn(page.text).find((form) => form.some(([name]) => name === 'siteName')) ?? []
	const id = /"id":"(\w+)"/.exec(fields.find(([name]) => name === '$ACTION_1:0')?.[1] ?? '')?.[1] ?? ''
	const data = new FormData()
	for (const [name, value] of fields) if (!name.startsWith('$ACTION')) data.append(name, value)
	data.set('siteName', 'The Lamp by script')
	data.set('stay', 'yes')
	const call = new Response(await encodeReply([EMPTY_STATE, data]))
	const called = await request(url, {
		method: 'POST',
		headers: {
			Cookie: own,
			Origin: server.address,
			Accept: 'text/x-component',
			'Next-Action': id,
			'Content-Type': call.headers.get('content-type') ?? '',
		},
		body: Buffer.from(await call.arrayBuffer()),
	})
	expect([called.status, called.headers['content-type']]).toEqual([200, 'text/x-component'])
	expect(called.text).toContain('"notice":"')
	expect((await siteSettings()).siteName).toBe('The Lamp by script')
	const form = {
		form: 'settings',
		changes: { siteName: 'The Lamp' },
		button: ['', ''] as [string, string],
		cookie: own,
	}
	expect((await sendDeskForm(url, form)).status).toBe(303)
	expect((await siteSettings()).siteName).toBe('The Lamp')
})

test('a form whose page became forbidden is returned whole', async () => {
	const account = { email: 'rosa@example.org', password: 'no longer an owner', role: 'contributor' as const }
	const { id } = await addPerson({ ...account, name: 'Rosa' })
	const { token } = await write((tx) => createSession(tx, id))
	const url = `${server.address}/desk/settings`
	const form = {
		form: 'settings',
		changes: { siteName: 'The “Lamp” & Co' },
		cookie: owner.slice('Cookie: '.length),
	}
	const filled = await filledDeskForm(url, { ...form, button: ['', ''] })
	const headers = { ...filled.headers, Cookie: `${SESSION_COOKIE}=${token}` }
	const page = await request(url, { ...filled, headers })
	expect(page.status).toBe(403)
	expect(page.text).toContain('The “Lamp” &amp; Co')
	expect(page.text.match(/<main\b/g)).toHaveLength(1)
	const signedOut = await request(url, { ...filled, headers: { ...filled.headers, Cookie: '' } })
	expect(signedOut.status).toBe(401)
	expect(signedOut.text.match(/<main\b/g)).toHaveLength(1)
})

test('an aborted form leaves no log line', async () => {
	const errors = vi.spyOn(console, 'error')
	for (const bytes of [3_000, 3_000_000]) {
		const connection = await RawConnection.open(server.address)
		const head = [
			'POST /desk/photographs HTTP/1.1',
			'Host: square.test',
			owner,
			MULTIPART,
			`Content-Length: ${bytes}`,
		]
		connection.write(`${head.join('\r\n')}\r\n\r\n--x\r\n`)
		await new Promise((resolve) => setTimeout(resolve, 100))
		connection.close()
		await connection.closed
		await new Promise((resolve) => setTimeout(resolve, 100))
	}
	expect(errors).not.toHaveBeenCalled()
})

test('damaged next-auth cookies break no page', async () => {
	const cookie = `${owner}; next-auth.callback-url=javascript:1; next-auth.csrf-token=%%%`
	for (const url of [
		'/',
		'/account',
		'/desk',
		'/api/auth/session',
		'/api/auth/session?callbackUrl=javascript:1',
	]) {
		const answer = await send('GET', url, [cookie])
		expect([url, answer.status, answer.headers['set-cookie']]).toEqual([url, 200, undefined])
		expect(answer.headers['content-security-policy']).toBeTruthy()
	}
	for (const route of ['csrf', 'providers', 'signin', 'signout', 'callback/x', 'error', '_log']) {
		const answer = await send('GET', `/api/auth/${route}`)
		expect([route, answer.status, answer.headers['set-cookie']]).toEqual([route, 404, undefined])
	}
})

test.each([
	[`${PAGE}?page=002`, `${PAGE}?page=2`],
	[`${PAGE}?page=1`, PAGE],
	['/news/The-Lamp-IS-lit', PAGE],
	['/news/%74he-lamp-is-lit?utm=x', `${PAGE}?utm=x`],
	['/tags/LAMPS?page=0', '/tags/lamps'],
	['/%64esk', '/desk'],
])('%s redirects to %s for all readers', async (url, location) => {
	for (const lines of [[], [readerCookie()]]) {
		const answer = await send('GET', url, lines)
		expect([answer.status, answer.headers.location]).toEqual([301, location])
	}
})

test('unbounded page numbers share one cached render', async () => {
	const plain = await send('GET', PAGE)
	await send('GET', '/tags/lamps')
	await send('GET', '/nowhere')
	const beyond = await send('GET', `${PAGE}?page=3`)
	const renderings = watchRenderings()
	for (let number = 3; number < 60; number += 1) {
		for (const list of [PAGE, '/tags/lamps'])
			expect(
				(await send('GET', `${list}?page=${number}${'0'.repeat(number)}`)).body.equals(beyond.body),
			).toBe(true)
		const reply = await send('GET', `${PAGE}?reply=${lastComment + number}`)
		expect([reply.status, reply.body.equals(plain.body)]).toEqual([200, true])
	}
	expect(renderings()).toHaveLength(0)
	expect(beyond.status).toBe(404)
	expect((await send('GET', `${PAGE}?page=2`)).status).toBe(200)
	expect((await send('GET', `${PAGE}?page=3`, [readerCookie()])).status).toBe(404)
	const replying = await send('GET', `${PAGE}?reply=${lastComment}`)
	expect(String(replying.body)).not.toBe(String(plain.body))
})

test('private pages are rate-limited per reader', async () => {
	process.env.SQUARE_LIMITS = '1'
	try {
		const [greedy, other] = [readerCookie(), readerCookie()]
		const statuses: number[] = []
		let refused: RawResponse | undefined
		for (let number = 0; number < 125; number += 1) {
			const answer = await send('GET', PAGE, [greedy])
			statuses.push(answer.status)
			if (answer.status === 429) refused = answer
		}
		expect(statuses.filter((status) => status === 200)).toHaveLength(120)
		const wait = Number(refused?.headers['retry-after'])
		expect(wait).toBeGreaterThan(0)
		expect(wait).toBeLessThanOrEqual(60)
		expect(refused?.headers['cache-control']).toBe('no-store')
		expect(String(refused?.body)).toContain('</html>')
		expect((await send('GET', PAGE, [other])).status).toBe(200)
		for (let number = 0; number < 200; number += 1) expect((await send('GET', PAGE)).status).toBe(200)
	} finally {
		process.env.SQUARE_LIMITS = '0'
	}
})
