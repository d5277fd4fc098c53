import type { Asked } from '@/lib/asked'
import { exchange, type RefusedForm } from '@/lib/exchange'
import { FORM_BYTES_MAX } from '@/lib/form-size'
import { isRefusal, Refusal, type RefusalCode } from '@/lib/refusal'
import { headerPath } from '@/lib/web-address'
import { noIslandsCookie } from './document-cookies'
import { demandSameOrigin } from './same-origin'

const STATUS: Record<RefusalCode, number> = {
	invalid: 422,
	unknown: 404,
	gone: 410,
	'signed-out': 401,
	forbidden: 403,
	conflict: 409,
	'too-often': 429,
}

const TITLE: Record<RefusalCode, string> = {
	invalid: 'Please look at this again',
	unknown: 'Not found',
	gone: 'No longer here',
	'signed-out': 'Please sign in',
	forbidden: 'Not allowed',
	conflict: 'Somebody was here first',
	'too-often': 'A little slower, please',
}

export type Fields = Record<string, string>

/** What every form of a reader page goes through: same site, small enough, and a mistake keeps the words. */
export type Post = {
	/** Page to show again when the form is refused; the problem page if absent. */
	at?: (fields: Fields) => string
	/** Fields never sent back to the browser. */
	secret?: string[]
	run: (fields: Fields) => Promise<Response>
}

export async function answerPost(request: Asked, post: Post): Promise<Response> {
	const response = await answerOf(request, post)
	if (!wantsJson(request))
		for (const cookie of noIslandsCookie(request)) response.headers.append('Set-Cookie', cookie)
	return response
}

async function answerOf(request: Asked, { at, secret = [], run }: Post): Promise<Response> {
	let fields: Fields = {}
	try {
		demandSameOrigin(request)
		fields = await fieldsOf(request)
		return await run(fields)
	} catch (error) {
		if (!isRefusal(error)) throw error
		const values = Object.fromEntries(Object.entries(fields).filter(([name]) => !secret.includes(name)))
		const keepsForm = at && error.code !== 'forbidden' && error.code !== 'unknown'
		return refused(request, error, keepsForm ? at(fields) : undefined, values)
	}
}

export const wantsJson = (request: Asked): boolean =>
	(request.headers.get('accept') ?? '').includes('application/json')

/** What was done: for a form the page that shows it, for a script the new state as data. */
export type Done = {
	location: string
	data: () => unknown
	status?: number
	cookies?: string[]
}

export async function done(
	request: Asked,
	{ location, data, status = 200, cookies = [] }: Done,
): Promise<Response> {
	if (!wantsJson(request)) return seeOther(location, cookies)
	const headers: [string, string][] = [['Cache-Control', 'no-store'], ...cookies.map(setCookie)]
	return Response.json(await data(), { status, headers })
}

/** After a form: the browser fetches the page that shows what was recorded. */
export const seeOther = (location: string, cookies: string[] = []): Response =>
	new Response(null, {
		status: 303,
		headers: [['Location', headerPath(location)], ['Cache-Control', 'no-store'], ...cookies.map(setCookie)],
	})

const setCookie = (line: string): [string, string] => ['Set-Cookie', line]

function refused(request: Asked, refusal: Refusal, at: string | undefined, values: Fields): Response {
	const { code, message, retryAfter } = refusal
	const problem = { status: STATUS[code], title: TITLE[code], detail: message }
	const wait = retryAfter === undefined ? null : { retryAfter }
	if (!wantsJson(request)) {
		const form: RefusedForm = { message, field: refusal.field ?? null, values }
		exchange().answer = { kind: 'problem', ...problem, ...wait, ...(at ? { at, form } : {}) }
	}
	return Response.json(
		{ type: 'about:blank', ...problem, ...(refusal.field ? { field: refusal.field } : {}) },
		{
			status: problem.status,
			headers: {
				'Content-Type': 'application/problem+json',
				'Cache-Control': 'no-store',
				...(wait && { 'Retry-After': String(retryAfter) }),
			},
		},
	)
}

async function fieldsOf(request: Asked): Promise<Fields> {
	const length = Number(request.headers.get('content-length') ?? Number.NaN)
	if (!(length <= FORM_BYTES_MAX))
		throw new Refusal('invalid', `A form here holds at most ${FORM_BYTES_MAX / 1024} kB.`)
	try {
		const entries = request.headers.get('content-type')?.startsWith('application/json')
			? Object.entries((await request.json()) as object)
			: [...(await request.formData()).entries()]
		return Object.fromEntries(
			entries.map(([name, value]) => [name, typeof value === 'string' ? value : String(value ?? '')]),
		)
	} catch {
		throw new Refusal('invalid', 'The form did not arrive whole. Please send it again.')
	}
}
