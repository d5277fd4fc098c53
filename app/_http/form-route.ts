import { siteSettings } from '@/domain/settings'
import { type FormValues, groupValues } from '@/lib/form-values'
import { FORM_BYTES_MAX } from '@/lib/limits'
import { messages } from '@/lib/messages/messages'
import { Refusal, type RefusalCode } from '@/lib/refusal'
import { type ErrorPage, type RejectedForm, requestContext } from '@/lib/request-context'
import type { RouteRequest } from '@/lib/route-request'
import { storableText } from '@/lib/storable-text'
import { refusalFor } from '@/lib/storage-failure'
import { encodeLocation } from '@/lib/urls'
import { requireSameOrigin } from './same-origin'
import { clearIslandsCookie } from './set-cookies'

const STATUS: Record<RefusalCode, number> = {
	invalid: 422,
	'not-found': 404,
	gone: 410,
	unauthenticated: 401,
	forbidden: 403,
	unconfirmed: 403,
	conflict: 409,
	'rate-limited': 429,
	busy: 503,
	full: 507,
	unavailable: 503,
	unknown: 503,
	fault: 500,
}

export type Fields = Record<string, string>

/** Options of `handleForm`, which checks origin and size, and returns a refused form with its values. */
export type FormOptions = {
	/** Path of the page that shows a refused form again; the error page if absent. */
	page?: (fields: Fields) => string
	/** Fields left out of the values sent back to the browser, such as passwords. */
	secret?: string[]
	run: (fields: Fields) => Promise<Response>
}

/**
 * Handles a form post: checks the origin, parses the fields (at most FORM_BYTES_MAX), calls `run`. A refusal
 * becomes an error page or the form again, for a script `application/problem+json`; other errors are logged and
 * become a 500, 503 or 507.
 */
export async function handleForm(request: RouteRequest, options: FormOptions): Promise<Response> {
	const response = await runForm(request, options)
	if (!wantsJson(request))
		for (const cookie of clearIslandsCookie(request)) response.headers.append('Set-Cookie', cookie)
	return response
}

async function runForm(request: RouteRequest, { page, secret = [], run }: FormOptions): Promise<Response> {
	let fields: Fields = {}
	try {
		// Notes the language of the refusals. If it cannot be read, they are English, and `run` reports the fault after
		// the fields are parsed, which the error page returns.
		await siteSettings().catch(() => {})
		requireSameOrigin(request)
		fields = await parseFields(request)
		return await run(fields)
	} catch (error) {
		const refusal = refusalFor(error)
		const values = groupValues(Object.entries(fields).filter(([name]) => !secret.includes(name)))
		const keepsForm = page && refusal.code !== 'forbidden' && refusal.code !== 'not-found'
		return rejectForm(request, refusal, keepsForm ? page(fields) : undefined, values)
	}
}

export const wantsJson = (request: RouteRequest): boolean =>
	(request.headers.get('accept') ?? '').includes('application/json')

/** Outcome of an accepted form: redirect path for a browser, new state for a script. */
export type FormSuccess = {
	location: string
	data: () => unknown
	status?: number
	cookies?: string[]
}

/** Response to an accepted form: 303 to `location`, or `data` as JSON with `status` (200) for a script. */
export async function success(
	request: RouteRequest,
	{ location, data, status = 200, cookies = [] }: FormSuccess,
): Promise<Response> {
	if (!wantsJson(request)) return seeOther(location, cookies)
	const headers: [string, string][] = [['Cache-Control', 'no-store'], ...cookies.map(setCookie)]
	return Response.json(await data(), { status, headers })
}

/** 303 See Other to the page that shows the recorded change. */
export const seeOther = (location: string, cookies: string[] = []): Response =>
	new Response(null, {
		status: 303,
		headers: [
			['Location', encodeLocation(location)],
			['Cache-Control', 'no-store'],
			...cookies.map(setCookie),
		],
	})

const setCookie = (line: string): [string, string] => ['Set-Cookie', line]

/** Maps a refusal to the status, title and detail of an error page. */
export const refusalPage = ({ code, message, retryAfter }: Refusal): ErrorPage => ({
	kind: 'error',
	status: STATUS[code],
	title: messages().refusals.titles[code],
	detail: message,
	...(retryAfter !== undefined && { retryAfter }),
})

/** Shows the page of a form again with its values and without a message, as for a preview. */
export function showFormAgain(formPage: string, fields: Fields): Response {
	const form: RejectedForm = { message: '', field: null, values: groupValues(Object.entries(fields)) }
	requestContext().override = { kind: 'error', status: 200, title: '', detail: '', formPage, form }
	return new Response(null, { headers: { 'Cache-Control': 'no-store' } })
}

function rejectForm(
	request: RouteRequest,
	refusal: Refusal,
	formPage: string | undefined,
	values: FormValues,
): Response {
	if (!wantsJson(request)) {
		const form: RejectedForm = { message: refusal.message, field: refusal.field ?? null, values }
		requestContext().override = { ...refusalPage(refusal), ...(formPage ? { formPage, form } : {}) }
	}
	return problemResponse(refusal)
}

/** A refusal as `application/problem+json` (RFC 9457) with its field. */
export function problemResponse(refusal: Refusal): Response {
	const { status, title, detail, retryAfter } = refusalPage(refusal)
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

/** Parses a form in an encoding that browsers send. @throws Refusal `invalid` for a malformed one */
export const parseForm = (request: Request): Promise<FormData> =>
	request.formData().catch(() => {
		throw new Refusal('invalid', messages().refusals.notWhole)
	})

async function parseFields(request: RouteRequest): Promise<Fields> {
	const length = Number(request.headers.get('content-length') ?? Number.NaN)
	if (!(length <= FORM_BYTES_MAX))
		throw new Refusal('invalid', messages().refusals.formTooLarge(FORM_BYTES_MAX / 1024))
	try {
		const entries = request.headers.get('content-type')?.startsWith('application/json')
			? Object.entries((await request.json()) as object)
			: [...(await request.formData()).entries()]
		return Object.fromEntries(entries.map(([name, value]) => [name, storableText(String(value ?? ''))]))
	} catch {
		throw new Refusal('invalid', messages().refusals.notWhole)
	}
}
