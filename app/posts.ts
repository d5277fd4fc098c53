import type { Asked } from '@/lib/asked'
import { exchange, type Problem, type RefusedForm } from '@/lib/exchange'
import { refusalFor } from '@/lib/failure'
import { FORM_BYTES_MAX } from '@/lib/form-size'
import { Refusal, type RefusalCode } from '@/lib/refusal'
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
	busy: 503,
	full: 507,
	unavailable: 503,
	fault: 500,
}

const TITLE: Record<RefusalCode, string> = {
	invalid: 'Please look at this again',
	unknown: 'Not found',
	gone: 'No longer here',
	'signed-out': 'Please sign in',
	forbidden: 'Not allowed',
	conflict: 'Somebody was here first',
	'too-often': 'A little slower, please',
	busy: 'Not recorded yet',
	full: 'Not recorded yet',
	unavailable: 'Not recorded yet',
	fault: 'That did not work',
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
		const refusal = refusalFor(error)
		const values = Object.fromEntries(Object.entries(fields).filter(([name]) => !secret.includes(name)))
		const keepsForm = at && refusal.code !== 'forbidden' && refusal.code !== 'unknown'
		return refused(request, refusal, keepsForm ? at(fields) : undefined, values)
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

/** A refusal as it is answered over HTTP. */
export const problemOf = ({ code, message, retryAfter }: Refusal): Problem => ({
	kind: 'problem',
	status: STATUS[code],
	title: TITLE[code],
	detail: message,
	...(retryAfter !== undefined && { retryAfter }),
})

function refused(request: Asked, refusal: Refusal, at: string | undefined, values: Fields): Response {
	const { message } = refusal
	const problem = problemOf(refusal)
	if (!wantsJson(request)) {
		const form: RefusedForm = { message, field: refusal.field ?? null, values }
		exchange().answer = { ...problem, ...(at ? { at, form } : {}) }
	}
	const { status, title, detail, retryAfter } = problem
	return Response.json(
		{ type: 'about:blank', status, title, detail, ...(refusal.field ? { field: refusal.field } : {}) },
		{
			status,
			headers: {
				'Content-Type': 'application/problem+json',
				'Cache-Control': 'no-store',
				...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
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
