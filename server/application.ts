import type { IncomingMessage, ServerResponse } from 'node:http'
import { newExchange, type Problem } from '@/lib/exchange'
import { arrived, wentAway } from './body'
import type { Pages } from './pages'
import { deskPolicy, newNonce } from './policy'
import { answerInstead, isData, problemFor, wantsJson } from './problems'
import { type Handle, pageRequest, render } from './rendering'
import type { Sender } from './sender'

type Options = { handle: Handle; sender: Sender; pages: Pages; host: string; dev: boolean }

/**
 * Forms that are read on the serving thread, such as those for signing in, hold a few short fields. To take apart
 * 1 MB of fields would hold up all readers for half a second.
 */
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

	constructor(options: Options) {
		this.#options = options
	}

	async answer(asked: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
		const { handle, sender, pages } = this.#options
		const forDesk = DESK.test(asked.url ?? '')
		if (!forDesk && Number(asked.headers['content-length'] ?? 0) > SHORT_FORM_BYTES_MAX)
			return sender.plain(asked, response, TOO_LARGE)
		const request = await arrived(asked).catch((error) => {
			if (wentAway(asked)) return null
			throw error
		})
		if (!request) return
		const exchange = newExchange(address)
		const policy = forDesk ? this.#admitScripts(request) : {}
		const rendered = await render(handle, request, exchange)
		if (rendered.status >= 500 && !isData(rendered) && (forDesk || wantsJson(request)))
			return sender.plain(request, response, exchange.failure ?? problemFor(exchange.error))
		const instead = forDesk ? exchange.answer : answerInstead(exchange, rendered)
		if (instead?.kind === 'moved') return sender.moved(response, instead.location)
		const { status = rendered.status, retryAfter } = exchange.failure ?? {}
		const wait: Record<string, string> = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
		if (!instead) return sender.other(request, response, { ...rendered, status }, { ...policy, ...wait })
		if (DESK.test(instead.at ?? '')) return this.#showDeskPage(request, response, instead, address)
		const cookies = rendered.headers['set-cookie'] as string[] | undefined
		await pages.showProblem(request, response, instead, { exchange, cookies })
	}

	/** A page of the desk in place of an answer, such as the words that a form brought too late. */
	async #showDeskPage(
		request: IncomingMessage,
		response: ServerResponse,
		problem: Problem,
		address: string,
	): Promise<void> {
		const { handle, sender, host } = this.#options
		const { cookie = '' } = request.headers
		const page = pageRequest(problem.at ?? '/desk', { host, cookie })
		const policy = this.#admitScripts(page)
		const exchange = { ...newExchange(address), answer: problem, form: problem.form ?? null }
		const rendered = await render(handle, page, exchange)
		await sender.other(request, response, { ...rendered, status: problem.status }, policy)
	}

	/** Next reads the word that its scripts must carry from the policy on the request. */
	#admitScripts(request: IncomingMessage): Record<string, string> {
		const policy = deskPolicy(newNonce(), this.#options.dev)
		request.headers['content-security-policy'] = policy['Content-Security-Policy']
		return policy
	}
}
