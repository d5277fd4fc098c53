import { beforeEach, expect, test, vi } from 'vitest'
import { post, type RequestOptions, sendRequest } from '@/e2e/support/http-client'
import { SESSION_COOKIE } from '@/lib/cookies'
import { requestContext } from '@/lib/request-context'
import { echoPage, errorPage, type Handler, sendPage, withHandlers } from './http-server.fixture'

const FORM = { message: 'Too long.', field: 'name', values: { name: ['Ada'] } }
const SUBMITTED = { values: { name: ['Ada', 'Bo <b>'], note: [''] }, files: ['quay.jpg'] }
const DESK_ERROR = {
	kind: 'error',
	status: 507,
	title: 'The disk is full',
	detail: 'Later.',
} as const

/** A page that shows the form of the request context, and the cookies. */
const formPage: Handler = (request, response) => {
	const { form } = requestContext()
	const { name = [] } = form?.values ?? {}
	if (name.includes('fail')) return sendPage(response, 'Internal Server Error', 500)
	sendPage(response, `<p>${form?.message}</p><input value="${name.join('+')}"/>${request.headers.cookie}`)
}

const server = withHandlers({
	'/error': errorPage,
	'/account': formPage,
	'/desk/unsaved': formPage,
	'/form': async (request, response) => {
		let body = ''
		for await (const chunk of request) body += chunk
		if (body === 'name=throw') throw new Error('The form failed.')
		if (body === 'name=') {
			const detail = 'Too long.'
			const page = { status: 422, title: 'Not yet', detail, formPage: '/account', form: FORM }
			requestContext().override = { kind: 'error', ...page }
		}
		response.setHeader('X-Powered-By', 'a handler')
		response.appendHeader('Set-Cookie', 'a=1')
		response.appendHeader('Set-Cookie', 'b=2')
		response.writeHead(303, { Location: `/account?${body}` }).end()
	},
	'/data': (_request, response) => {
		response.writeHead(500, { 'Content-Type': 'application/problem+json' })
		response.end(JSON.stringify({ title: 'x'.repeat(2_000) }))
	},
	'/desk': (request, response) => sendPage(response, String(request.headers['content-security-policy'])),
	'/desk/full': (_request, response) => {
		requestContext().deskError = DESK_ERROR
		sendPage(response, 'The desk')
	},
	'/desk/broken': (_request, response) => {
		requestContext().deskError = DESK_ERROR
		requestContext().submitted = SUBMITTED
		sendPage(response, 'Internal Server Error', 500)
	},
	'/desk/forbidden': (_request, response) => {
		requestContext().override = { kind: 'error', status: 403, title: 'Not allowed', detail: 'Ask the owner.' }
		sendPage(response, '')
	},
	'/desk/signed-out': (_request, response) => {
		requestContext().submitted = SUBMITTED
		requestContext().override = { kind: 'error', status: 401, title: 'Signed out', detail: 'Sign in.' }
		sendPage(response, '')
	},
	'/desk/signed-out-and-failing': (_request, response) => {
		requestContext().submitted = { values: { name: ['fail', 'Bo'] } }
		requestContext().override = { kind: 'error', status: 401, title: 'Signed out', detail: 'Sign in.' }
		sendPage(response, '')
	},
	'/desk/gone': (_request, response) => {
		requestContext().submitted = SUBMITTED
		sendPage(response, 'Not found', 404)
	},
	'/desk/stories': echoPage,
})

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))

const get = (url: string, headers: Record<string, string> = {}, options: RequestOptions = {}) =>
	sendRequest(server.address + url, { headers: { host: 'square.test', ...headers }, ...options })
const submit = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
	post(`${server.address}/form`, fields, { headers: { host: 'square.test', ...headers } })

test('a form reaches the handler; its redirect and cookies are sent', async () => {
	const { status, headers, cookies } = await submit({ name: 'Ada & co' })
	expect([status, headers.location, cookies]).toEqual([303, '/account?name=Ada+%26+co', ['a=1', 'b=2']])
	expect(headers['cache-control']).toBe('private, no-store')
	expect(headers['x-powered-by']).toBeUndefined()
	expect(headers['content-security-policy']).toBeTruthy()
})

test('a rejected form is shown again on its page', async () => {
	const page = await submit({ name: '' }, { cookie: `${SESSION_COOKIE}=token` })
	expect([page.status, page.headers['cache-control']]).toEqual([422, 'private, no-store'])
	expect(page.cookies).toEqual(['a=1', 'b=2'])
	expect(page.text).toContain('<p>Too long.</p><input value="Ada"/>')
	expect(page.text).toContain(`${SESSION_COOKIE}=token`)
	const data = await submit({ name: '' }, { accept: 'application/json' })
	expect([data.status, data.cookies, JSON.parse(data.text).detail]).toEqual([
		422,
		['a=1', 'b=2'],
		'Too long.',
	])
})

test('a form that fails gets an error page', async () => {
	const { status, text, headers } = await submit({ name: 'throw' })
	expect([status, headers['cache-control']]).toEqual([500, 'no-store'])
	expect(text).toContain('<h1>The page could not be made</h1>')
})

test('a form beyond 64 kB is refused before the handler', async () => {
	const { status, headers } = await submit({ name: 'a'.repeat(65 * 1024) })
	expect([status, headers['cache-control']]).toEqual([413, 'no-store'])
	expect(server.calls).toEqual([])
})

test('JSON errors of the handler are sent as they are', async () => {
	const { status, headers, text } = await get('/data', { 'accept-encoding': 'br' })
	expect([status, headers['content-encoding']]).toEqual([500, 'br'])
	expect(JSON.parse(text).title).toHaveLength(2_000)
	const { bytes, headers: sent } = await get('/data', {}, { method: 'HEAD' })
	expect([bytes.length, Number(sent['content-length'])]).toEqual([0, Buffer.byteLength(text)])
})

test('each desk page has a new nonce, known to its handler', async () => {
	const policies = new Set<string>()
	for (let number = 0; number < 2; number += 1) {
		const { text, headers } = await get('/desk')
		const policy = headers['content-security-policy'] ?? ''
		expect(policy).toMatch(/'nonce-[\w+/=-]{16,}'/)
		expect(text).toContain(policy)
		expect(headers['cache-control']).toBe('private, no-store')
		policies.add(policy)
	}
	expect(policies.size).toBe(2)
})

test.each([
	['/desk/full', 507, 'The desk'],
	['/desk/broken', 507, 'The disk is full'],
	['/desk/forbidden', 403, '<h1>Not allowed</h1>'],
	['/desk/broken', 507, '<textarea name="name" dir="auto" cols="40" rows="1">\nAda</textarea>'],
	['/desk/broken', 507, '>\nBo &lt;b&gt;</textarea>'],
	['/desk/broken', 507, 'Please choose again: quay.jpg.'],
	['/desk/signed-out', 401, '<p>Sign in.</p><input value="Ada+Bo <b>"/>'],
	['/desk/signed-out-and-failing', 401, '>\nBo</textarea>'],
	['/desk/gone', 404, '<input value="Ada+Bo <b>"/>'],
	['/desk/nowhere', 404, 'There is nothing at this address'],
])('%s gets status %i with %j', async (url, status, shown) => {
	const page = await get(url)
	expect([page.status, page.headers['retry-after']]).toEqual([status, status === 507 ? '60' : undefined])
	expect(page.text).toContain(shown)
	expect(page.headers['cache-control']).toContain('no-store')
})

test('a desk form of another release is shown again unhandled', async () => {
	const fields = [
		['$ACTION_REF_1', ''],
		['$ACTION_1:0', '{"id":"0000","bound":"$@1"}'],
		['$ACTION_1:1', '[{}]'],
		['name', 'Ada'],
	]
	const parts = fields.map(
		([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
	)
	const page = await sendRequest(`${server.address}/desk/stories`, {
		method: 'POST',
		headers: { host: 'square.test', 'content-type': 'multipart/form-data; boundary=x' },
		body: `${parts.join('')}--x--`,
	})
	expect(page.status).toBe(404)
	expect(page.text).toContain('<input value="Ada"/>')
	expect(server.calls).toEqual(['GET /desk/unsaved'])
})
