import type { IncomingMessage, ServerResponse } from 'node:http'
import { namedError } from '@/lib/error-words'
import { DESK_LANGUAGE } from '@/lib/messages/languages'
import { UPLOADS_BUSY, UPLOADS_RETRY_SECONDS } from '@/lib/photo-paths'
import { type ErrorPage, newRequestContext, type RequestContext } from '@/lib/request-context'
import type { ArrivalLimit } from './arrival-limit'
import { type Actions, checkDeskForm, type RejectedDeskForm, submittedForm } from './desk-forms'
import { errorPageFor, isJson, overrideFor, UPLOAD_QUEUE_FULL, wantsJson } from './error-pages'
import { hasTooManyFields, TOO_MANY_FIELDS } from './form-fields'
import { type NextHandler, renderWithNext, syntheticGet } from './next-renderer'
import type { PageHandler } from './page-handler'
import { isOverload } from './page-renderer'
import { clientAborted, isUpload, readBody, withBody } from './request-body'
import { type ResponseWriter, retryAfterHeader } from './response-writer'
import { deskCsp, newNonce } from './security-headers'
import { SpoolFullError, UploadSpool } from './upload-spool'

type Options = {
	nextHandler: NextHandler
	writer: ResponseWriter
	pages: PageHandler
	host: string
	dev: boolean
	/** Null in development, where recompilation changes the action ids: desk forms are then not checked. */
	actions: Actions | null
	/** Paths that plain handlers serve; every other POST of the desk is a form of a Server Action. */
	formRoutes: readonly RegExp[]
	/** Folder of the upload spool. */
	spoolDir: string
	mayUpload: (cookie: string | undefined) => Promise<boolean>
	arrivals: ArrivalLimit
}

/** Size limit of forms that are parsed on the serving thread; those, such as sign-in, hold a few short fields. */
const SHORT_FORM_BYTES_MAX = 64 * 1024

const TOO_LARGE = namedError(413, 'formTooLarge')

const DESK = /^\/desk(?=[/?]|$)/

/** Handles the desk, forms and API routes with Next. */
export class AppHandler {
	readonly #options: Options
	readonly #uploads: UploadSpool

	constructor(options: Options) {
		this.#options = options
		this.#uploads = new UploadSpool(options.spoolDir)
	}

	async handle(incoming: IncomingMessage, response: ServerResponse, clientIp: string): Promise<void> {
		const nextHandler = (request: IncomingMessage) => this.#handle(request, response, clientIp)
		const forDesk = DESK.test(incoming.url ?? '')
		const isLong = Number(incoming.headers['content-length'] ?? 0) > SHORT_FORM_BYTES_MAX
		if (isLong && !forDesk) return this.#options.writer.sendPlainError(incoming, response, TOO_LARGE)
		try {
			if (isUpload(incoming)) {
				const { mayUpload, arrivals } = this.#options
				const staff = await mayUpload(incoming.headers.cookie)
				if (staff) arrivals.allowSlow(incoming)
				return await this.#uploads.run(incoming, nextHandler, staff)
			}
			if (incoming.method !== 'POST') return await nextHandler(incoming)
			const body = await readBody(incoming)
			if (!forDesk && hasTooManyFields(body, incoming.headers['content-type']))
				return this.#options.writer.sendPlainError(incoming, response, TOO_MANY_FIELDS)
			await nextHandler(withBody(incoming, body))
		} catch (error) {
			if (error instanceof SpoolFullError) return this.#rejectUpload(incoming, response, clientIp)
			if (isOverload(error)) return this.#options.pages.sendOverloadPage(incoming, response, error)
			if (!clientAborted(incoming)) throw error
		}
	}

	/**
	 * Rejects an upload unread. The connection stays open: Node discards the body, and the browser reads the 503.
	 */
	async #rejectUpload(request: IncomingMessage, response: ServerResponse, clientIp: string): Promise<void> {
		const { writer, pages } = this.#options
		if (!request.headers['next-action'])
			return pages.sendErrorPage(request, response, UPLOAD_QUEUE_FULL, {
				context: newRequestContext(clientIp),
			})
		// Next's client shows the text of a failed action only for exactly this content type.
		const headers = { 'content-type': 'text/plain' }
		const answer = { status: 503, headers, body: Buffer.from(UPLOADS_BUSY) }
		await writer.sendBuffered(request, response, answer, retryAfterHeader(503, UPLOADS_RETRY_SECONDS))
	}

	/** Checks desk forms before Next parses them. */
	async #handle(request: IncomingMessage, response: ServerResponse, clientIp: string): Promise<void> {
		const { actions, formRoutes } = this.#options
		const { method, url = '' } = request
		const [path = ''] = url.split('?', 1)
		const isAction = method === 'POST' && DESK.test(url) && !formRoutes.some((route) => route.test(path))
		if (!actions || !isAction) return this.#respond(request, response, clientIp)
		const checked = await checkDeskForm(request, actions)
		if (checked.kind === 'form') return this.#respond(checked.request, response, clientIp)
		await this.#rejectForm(request, response, checked, clientIp)
	}

	async #respond(request: IncomingMessage, response: ServerResponse, clientIp: string): Promise<void> {
		const { nextHandler, writer, pages } = this.#options
		const forDesk = DESK.test(request.url ?? '')
		const context = newRequestContext(clientIp)
		if (forDesk) context.language = DESK_LANGUAGE
		const policy = forDesk ? this.#allowScripts(request) : {}
		const run = () => renderWithNext(nextHandler, request, context)
		const buffered = await (request.method === 'POST' ? run() : pages.runLimited(request, clientIp, run))
		if (buffered.status >= 500 && !isJson(buffered) && (forDesk || wantsJson(request)))
			return writer.sendPlainError(
				request,
				response,
				withSubmitted(context.deskError ?? errorPageFor(context.error), context),
			)
		if (context.download) return writer.sendDownload(request, response, context.download)
		const override = overrideFor(context, buffered)
		if (override?.kind === 'redirect') return writer.sendRedirect(response, override.location)
		const { status = buffered.status, retryAfter } = context.deskError ?? {}
		const wait = retryAfterHeader(status, retryAfter)
		if (!override)
			return writer.sendBuffered(request, response, { ...buffered, status }, { ...policy, ...wait })
		const errorPage = withSubmitted(override, context)
		if (DESK.test(errorPage.formPage ?? '')) return this.#sendDeskPage(request, response, errorPage, clientIp)
		const cookies = buffered.headers['set-cookie'] as string[] | undefined
		await pages.sendErrorPage(request, response, errorPage, { context, cookies })
	}

	/** Rejects a desk form: in plain text for Next's client, else as a page with all typed text. */
	async #rejectForm(
		request: IncomingMessage,
		response: ServerResponse,
		{ status, message, parts }: RejectedDeskForm,
		clientIp: string,
	): Promise<void> {
		const submitted = submittedForm(parts)
		if (request.headers['next-action'] === undefined && Object.keys(submitted.values).length > 0) {
			const title = 'Please send this again'
			const errorPage: ErrorPage = { kind: 'error', status, title, detail: message }
			return this.#sendDeskPage(request, response, withSubmitted(errorPage, { submitted }), clientIp)
		}
		const headers = { 'content-type': 'text/plain; charset=utf-8' }
		await this.#options.writer.sendBuffered(request, response, {
			status,
			headers,
			body: Buffer.from(message),
		})
	}

	/**
	 * Sends a desk page in place of the response, such as the values of a form sent after its session had ended; a
	 * plain page with these values if rendering fails.
	 */
	async #sendDeskPage(
		request: IncomingMessage,
		response: ServerResponse,
		errorPage: ErrorPage,
		clientIp: string,
	): Promise<void> {
		const { nextHandler, writer, pages, host } = this.#options
		const { cookie = '' } = request.headers
		const page = syntheticGet(errorPage.formPage ?? '/desk', { host, cookie })
		const policy = this.#allowScripts(page)
		const form = errorPage.form ?? null
		const context: RequestContext = { ...newRequestContext(clientIp), override: errorPage, form }
		const buffered = await pages
			.runLimited(request, clientIp, () => renderWithNext(nextHandler, page, context))
			.catch((error: unknown) => {
				if (isOverload(error)) return null
				throw error
			})
		if (!buffered || buffered.status >= 500) return writer.sendPlainError(request, response, errorPage)
		const { status, retryAfter } = errorPage
		const wait = retryAfterHeader(status, retryAfter)
		await writer.sendBuffered(request, response, { ...buffered, status }, { ...policy, ...wait })
	}

	/** Puts the desk's CSP on the request, from which Next reads the nonce for its scripts. */
	#allowScripts(request: IncomingMessage): Record<string, string> {
		const policy = deskCsp(newNonce(), this.#options.dev)
		request.headers['content-security-policy'] = policy['Content-Security-Policy']
		return policy
	}
}

/** Page of submitted values, in place of the form's own page. */
const UNSAVED_PATH = '/desk/unsaved'

/** Adds the submitted desk form to an error page that replaces its page. */
function withSubmitted(errorPage: ErrorPage, { submitted }: Pick<RequestContext, 'submitted'>): ErrorPage {
	if (!submitted || errorPage.form) return errorPage
	const form = { ...submitted, message: errorPage.detail, field: null }
	return { ...errorPage, formPage: UNSAVED_PATH, form }
}
