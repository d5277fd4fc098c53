import type { IncomingMessage, ServerResponse } from 'node:http'
import { newExchange, type Problem } from '@/lib/exchange'
import { UPLOADS_BUSY, UPLOADS_RETRY_SECONDS } from '@/lib/media'
import type { ArrivalLimit } from './arrival-limit'
import { bodyOf, isUpload, wentAway, withBody } from './body'
import { type Actions, builtActions, checkDeskForm, type RefusedDeskForm, textsOf } from './desk-forms'
import { hasTooManyFields, TOO_MANY_FIELDS } from './form-fields'
import { isOverload } from './page-maker'
import type { Pages } from './pages'
import { deskPolicy, newNonce } from './policy'
import { answerInstead, isData, problemFor, UPLOADS_FULL, wantsJson } from './problems'
import { type Handle, pageRequest, render } from './rendering'
import { retryAfterHeader, type Sender } from './sender'
import { SpoolFull, UploadSpool } from './upload-spool'

type Options = {
	handle: Handle
	sender: Sender
	pages: Pages
	host: string
	dev: boolean
	/** Uploads wait in this folder. */
	spoolDir: string
	mayUpload: (cookie: string | undefined) => Promise<boolean>
	arrivals: ArrivalLimit
}

/** Forms that are parsed on the serving thread, such as those for signing in, hold a few short fields. */
const SHORT_FORM_BYTES_MAX = 64 * 1024

const TOO_LARGE: Problem = {
	kind: 'problem',
	status: 413,
	title: 'The form is too large',
	detail: `This form takes at most ${SHORT_FORM_BYTES_MAX / 1024} kB. Please go back and shorten what you wrote.`,
}

const DESK = /^\/desk(?=[/?]|$)/

/** Everything that is no page for readers: forms and what they record, data, and the desk. */
export class Application {
	readonly #options: Options
	readonly #uploads: UploadSpool
	/** While developing they come and go, and are not checked. */
	readonly #actions: Actions | null

	constructor(options: Options) {
		this.#options = options
		this.#uploads = new UploadSpool(options.spoolDir)
		this.#actions = options.dev ? null : builtActions()
	}

	async answer(asked: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
		const handle = (request: IncomingMessage) => this.#handle(request, response, address)
		const forDesk = DESK.test(asked.url ?? '')
		const isLong = Number(asked.headers['content-length'] ?? 0) > SHORT_FORM_BYTES_MAX
		if (isLong && !forDesk) return this.#options.sender.plain(asked, response, TOO_LARGE)
		try {
			if (isUpload(asked)) {
				const { mayUpload, arrivals } = this.#options
				const staff = await mayUpload(asked.headers.cookie)
				if (staff) arrivals.allowSlow(asked)
				return await this.#uploads.run(asked, handle, staff)
			}
			if (asked.method !== 'POST') return await handle(asked)
			const body = await bodyOf(asked)
			if (!forDesk && hasTooManyFields(body, asked.headers['content-type']))
				return this.#options.sender.plain(asked, response, TOO_MANY_FIELDS)
			await handle(withBody(asked, body))
		} catch (error) {
			if (error instanceof SpoolFull) return this.#refuseUpload(asked, response, address)
			if (isOverload(error)) return this.#options.pages.showOverload(asked, response, error)
			if (!wentAway(asked)) throw error
		}
	}

	/** The connection stays open, so that Node discards the body and the browser reads the answer. */
	async #refuseUpload(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
		const { sender, pages } = this.#options
		if (!request.headers['next-action'])
			return pages.showProblem(request, response, UPLOADS_FULL, { exchange: newExchange(address) })
		// Next's client passes on the words of exactly this type.
		const headers = { 'content-type': 'text/plain' }
		const answer = { status: 503, headers, body: Buffer.from(UPLOADS_BUSY) }
		await sender.other(request, response, answer, retryAfterHeader(503, UPLOADS_RETRY_SECONDS))
	}

	/** Forms of the desk are checked before Next reads them. */
	async #handle(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
		if (!this.#actions || request.method !== 'POST' || !DESK.test(request.url ?? ''))
			return this.#answer(request, response, address)
		const checked = await checkDeskForm(request, this.#actions)
		if (checked.kind === 'form') return this.#answer(checked.request, response, address)
		await this.#refuseForm(request, response, checked, address)
	}

	async #answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
		const { handle, sender, pages } = this.#options
		const forDesk = DESK.test(request.url ?? '')
		const exchange = newExchange(address)
		const policy = forDesk ? this.#admitScripts(request) : {}
		const run = () => render(handle, request, exchange)
		const rendered = await (request.method === 'POST' ? run() : pages.inTurn(request, address, run))
		if (rendered.status >= 500 && !isData(rendered) && (forDesk || wantsJson(request)))
			return sender.plain(request, response, exchange.failure ?? problemFor(exchange.error))
		const instead = answerInstead(exchange, rendered)
		if (instead?.kind === 'moved') return sender.moved(response, instead.location)
		const { status = rendered.status, retryAfter } = exchange.failure ?? {}
		const wait = retryAfterHeader(status, retryAfter)
		if (!instead) return sender.other(request, response, { ...rendered, status }, { ...policy, ...wait })
		if (DESK.test(instead.at ?? '')) return this.#showDeskPage(request, response, instead, address)
		const cookies = rendered.headers['set-cookie'] as string[] | undefined
		await pages.showProblem(request, response, instead, { exchange, cookies })
	}

	/** A script is told in plain text, which its form can show; without one all texts are given back in a page. */
	async #refuseForm(
		request: IncomingMessage,
		response: ServerResponse,
		{ status, message, parts }: RefusedDeskForm,
		address: string,
	): Promise<void> {
		const values = textsOf(parts)
		if (request.headers['next-action'] === undefined && Object.keys(values).length > 0) {
			const form = { message, field: null, values }
			const title = 'Please send this again'
			const problem: Problem = { kind: 'problem', status, title, detail: message, at: '/desk/kept', form }
			return this.#showDeskPage(request, response, problem, address)
		}
		const headers = { 'content-type': 'text/plain; charset=utf-8' }
		await this.#options.sender.other(request, response, { status, headers, body: Buffer.from(message) })
	}

	/** A page of the desk in place of an answer, such as the words that a form brought too late. */
	async #showDeskPage(
		request: IncomingMessage,
		response: ServerResponse,
		problem: Problem,
		address: string,
	): Promise<void> {
		const { handle, sender, pages, host } = this.#options
		const { cookie = '' } = request.headers
		const page = pageRequest(problem.at ?? '/desk', { host, cookie })
		const policy = this.#admitScripts(page)
		const exchange = { ...newExchange(address), answer: problem, form: problem.form ?? null }
		const rendered = await pages.inTurn(request, address, () => render(handle, page, exchange))
		const { status, retryAfter } = problem
		const wait = retryAfterHeader(status, retryAfter)
		await sender.other(request, response, { ...rendered, status }, { ...policy, ...wait })
	}

	/** Next reads the word that its scripts must carry from the policy on the request. */
	#admitScripts(request: IncomingMessage): Record<string, string> {
		const policy = deskPolicy(newNonce(), this.#options.dev)
		request.headers['content-security-policy'] = policy['Content-Security-Policy']
		return policy
	}
}
