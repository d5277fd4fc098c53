import type { IncomingMessage } from 'node:http'
import { type Answer, type Exchange, newExchange } from '@/lib/exchange'
import { networkOf } from '@/lib/network'
import { makeDocument } from './document'
import type { Made } from './document-cache'
import { Busy, Gate } from './gate'
import { documentMarkup, STYLES_HERE } from './markup'
import { PersonalLimit, TooManyPages } from './personal-limit'
import { answerInstead, BUSY, isHtml } from './problems'
import { type Handle, pageRequest, type Rendered, render } from './rendering'
import type { Wish } from './wish'

export type PageMakerOptions = {
	handle: Handle
	/** Joins a page's style sheets into one; absent while developing. */
	joinStyles?: ((paths: string[]) => string) | undefined
	/** Host of the address readers use. */
	host: string
}

export type Overload = Busy | TooManyPages

export const isOverload = (error: unknown): error is Overload =>
	error instanceof Busy || error instanceof TooManyPages

/** Thrown where an address has something else than a page to keep; without an answer, what was rendered is sent. */
export class Elsewhere extends Error {
	constructor(
		readonly answer: Answer | null,
		readonly rendered: Rendered | null = null,
	) {
		super('This address answers with something else than a page.')
	}
}

/** Renders reader pages through Next, a few at a time and the clients in turn. */
export class PageMaker {
	readonly #options: PageMakerOptions
	readonly #gate = new Gate()
	readonly #limit = new PersonalLimit()

	constructor(options: PageMakerOptions) {
		this.#options = options
	}

	/** Another client waits for the page of this key too. */
	hasten(key: string, client: string): void {
		this.#gate.hasten(key, client)
	}

	/** Makes a page that can be kept. @throws Elsewhere, Busy */
	async make(key: string, { url, variant, problem }: Omit<Wish, 'look'>, client: string): Promise<Made> {
		const exchange = newExchange('a page for everybody')
		exchange.answer = problem ?? null
		const begin = () => this.#render(url, exchange, variant)
		// The page that tells of the queue is not to wait in it.
		const waits = problem?.status !== BUSY.status
		const rendered = await (waits ? this.#gate.pass(client, begin, key) : begin())
		const instead = problem ? null : answerInstead(exchange, rendered)
		if (instead || !isHtml(rendered) || rendered.status >= 300) throw new Elsewhere(instead, rendered)
		const { dependencies: tags, validUntil, lastPage } = exchange
		return { document: await makeDocument(this.document(rendered)), tags, validUntil, lastPage }
	}

	/** Makes a page for the client whose exchange it is. @throws Busy, TooManyPages */
	makePersonal(request: IncomingMessage, exchange: Exchange, url: string): Promise<Rendered> {
		const { cookie } = request.headers
		return this.inTurn(request, exchange.address, () => this.#render(url, exchange, cookie))
	}

	/** Runs work that no cache can answer for, within the client's limit and in its turn. @throws Busy, TooManyPages */
	async inTurn<T>(
		{ headers }: Pick<IncomingMessage, 'headers'>,
		address: string,
		work: () => Promise<T>,
	): Promise<T> {
		const network = networkOf(address)
		await this.#limit.demand(network, headers.cookie)
		return this.#gate.pass(network, work)
	}

	/** The page as it is sent, without the framework's scripts. */
	document(page: Rendered): string {
		const { html, styles } = documentMarkup(page.body.toString())
		const { joinStyles } = this.#options
		const sheets = joinStyles && styles.length > 0 ? [joinStyles(styles)] : styles
		return html.replace(STYLES_HERE, sheets.map((href) => `<link rel="stylesheet" href="${href}">`).join(''))
	}

	#render(url: string, exchange: Exchange, cookie: string | undefined): Promise<Rendered> {
		const { handle, host } = this.#options
		const request = pageRequest(url, { host, 'user-agent': 'Public Square', ...(cookie && { cookie }) })
		return render(handle, request, exchange)
	}
}
