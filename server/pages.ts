import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Changes, Tag } from '@/lib/changes'
import { type Answer, type Exchange, newExchange, type Problem } from '@/lib/exchange'
import { type Audience, audienceFor } from './audience'
import { compressOnce, encodingFor, makeDocument, packDocument } from './document'
import { DocumentCache, type Entry, type Made } from './document-cache'
import type { PlainRequest } from './front'
import { Busy, Gate } from './gate'
import { documentMarkup, STYLES_HERE } from './markup'
import { type PageRoute, placeOf } from './places'
import { answerInstead, BUSY, FAILED, isHtml } from './problems'
import { type Handle, pageRequest, type Rendered, render } from './rendering'
import { SAVES_DATA, type SavedBytes, savesData, withoutPictures } from './save-data'
import type { Sender } from './sender'
import { busyKey, keyOf, PROBLEM_PATH, shareOf, type Wish, wishOf } from './wish'

export type PagesOptions = {
	handle: Handle
	sender: Sender
	/** The pages that one document serves for everybody. */
	routes: readonly PageRoute[]
	/** Joins a page's style sheets into one; absent while developing. */
	joinStyles?: (paths: string[]) => string
	/** Host of the address readers use. */
	host: string
	/** Sizes of pictures, for readers who save data. */
	savedBytes: SavedBytes
	/** Memory for documents, in bytes; 0 keeps none. */
	bytesMax: number
}

/** Thrown out of a rendering that ended in something else than a page to keep. */
class Elsewhere extends Error {
	constructor(
		readonly answer: Answer | null,
		readonly rendered: Rendered,
	) {
		super('This address answers with something else than a page.')
	}
}

type ProblemContext = { exchange?: Exchange; cookies?: string[] | undefined }

/** Reader pages as documents: from the cache where one serves everybody, else made for whoever asks. */
export class Pages {
	readonly #options: PagesOptions
	readonly #cache: DocumentCache
	readonly #gate = new Gate()

	constructor(options: PagesOptions) {
		this.#options = options
		this.#cache = new DocumentCache({
			bytesMax: Math.max(1, options.bytesMax),
			make: (key) => this.#make(wishOf(key)),
			pack: packDocument,
		})
	}

	change(changes: Changes): void {
		this.#cache.change(changes)
	}

	/** The answer to a plain request, where its page lies ready or is just being made anew. */
	packet(request: PlainRequest): Buffer | Promise<Buffer | null> | null {
		const entry = this.#cache.ready(request.url)
		if (entry) return this.#packet(entry, request)
		const coming = this.#cache.coming(request.url)
		// Whatever ended the rendering, Node's server is told of it again and can say so.
		return coming?.then((made) => this.#packet(made, request)).catch(() => null) ?? null
	}

	#packet(entry: Entry, request: PlainRequest): Buffer {
		return this.#options.sender.packet(entry, request)
	}

	/**
	 * Answers at once where somebody without cookies asks for a page that lies ready: most of all requests.
	 * Nothing else that a request may hold changes such a page, so nothing else is looked at.
	 */
	answerAtOnce(request: IncomingMessage, response: ServerResponse): boolean {
		if (request.method !== 'GET' || request.headers.cookie !== undefined) return false
		if (savesData(request.headers)) return false
		const entry = this.#cache.ready(request.url ?? '')
		if (!entry) return false
		this.#options.sender.document(request, response, entry)
		return true
	}

	/** Answers a GET or HEAD for whatever is neither a file nor the application's. */
	async answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
		const { url = '/', headers } = request
		const place = placeOf(url, this.#options.routes)
		const audience = audienceFor(headers, place.own)
		try {
			if (!place.shared || audience.personal)
				return await this.#answerPersonally(request, response, address, place.url)
			const entry = await this.#cache.take(keyOf({ url: place.url, ...shareOf(audience) }))
			this.#options.sender.document(request, response, entry)
		} catch (error) {
			if (error instanceof Elsewhere) return this.#answerElse(request, response, error, audience)
			if (error instanceof Busy) return this.#showBusy(request, response)
			console.error(error)
			await this.showProblem(request, response, FAILED)
		}
	}

	/**
	 * Shows a problem as a page of ours; with a form to show again, the form's page. `cookies` are what the
	 * answer that it stands for would have set.
	 */
	async showProblem(
		request: IncomingMessage,
		response: ServerResponse,
		problem: Problem,
		{ exchange = newExchange('unknown'), cookies }: ProblemContext = {},
	): Promise<void> {
		try {
			await this.#showProblem(request, response, problem, { exchange, cookies })
		} catch (error) {
			if (!(error instanceof Busy)) throw error
			await this.#showBusy(request, response)
		}
	}

	/** Makes the page that tells of too many readers, while there are few. */
	async prepare(): Promise<void> {
		await this.#cache.take(busyKey(''))
	}

	async #showProblem(
		request: IncomingMessage,
		response: ServerResponse,
		problem: Problem,
		{ exchange, cookies = [] }: { exchange: Exchange; cookies?: string[] | undefined },
	): Promise<void> {
		const audience = audienceFor(request.headers)
		if (!problem.form && !audience.personal && cookies.length === 0) {
			const entry = await this.#cache.take(keyOf({ url: PROBLEM_PATH, problem, ...shareOf(audience) }))
			return this.#options.sender.document(request, response, entry, problem.status)
		}
		exchange.answer = problem
		exchange.form = problem.form ?? null
		const page = await this.#personalPage(request, exchange, problem.at ?? PROBLEM_PATH)
		const { answer } = exchange
		// The form's page may be gone itself, and then has said so.
		if (answer?.kind === 'problem' && answer !== problem)
			return this.#showProblem(request, response, answer, {
				exchange: newExchange(exchange.address),
				cookies,
			})
		if (cookies.length > 0) page.headers['set-cookie'] = cookies
		await this.#sendPersonal(request, response, problem.status, page, audience)
	}

	/** The same for everybody, whoever they are: a page of their own is what cannot be made now. */
	async #showBusy(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const entry = await this.#cache.take(busyKey(audienceFor(request.headers).look))
		this.#options.sender.document(request, response, entry, BUSY.status)
	}

	async #answerPersonally(
		request: IncomingMessage,
		response: ServerResponse,
		address: string,
		url: string,
	): Promise<void> {
		const exchange = newExchange(address)
		const page = await this.#personalPage(request, exchange, url)
		const instead = answerInstead(exchange, page)
		if (instead) throw new Elsewhere(instead, page)
		await this.#sendPersonal(request, response, page.status, page, audienceFor(request.headers))
	}

	#personalPage(request: IncomingMessage, exchange: Exchange, url: string): Promise<Rendered> {
		const { cookie } = request.headers
		return this.#gate.pass(() => this.#render(url, exchange, cookie))
	}

	async #sendPersonal(
		request: IncomingMessage,
		response: ServerResponse,
		status: number,
		page: Rendered,
		{ look }: Audience,
	): Promise<void> {
		if (!isHtml(page) || isRedirect(status)) return this.#options.sender.other(request, response, page)
		const html = await this.#withLook(this.#document(page), look)
		const encoding = encodingFor(request.headers['accept-encoding'])
		const body = await compressOnce(Buffer.from(html), encoding)
		const cookies = page.headers['set-cookie']
		this.#options.sender.personal(request, response, { status, body, encoding, cookies })
	}

	async #answerElse(
		request: IncomingMessage,
		response: ServerResponse,
		{ answer, rendered }: Elsewhere,
		audience: Audience,
	): Promise<void> {
		if (answer?.kind === 'moved') return this.#options.sender.moved(response, answer.location)
		if (answer) return this.showProblem(request, response, answer)
		await this.#sendPersonal(request, response, rendered.status, rendered, audience)
	}

	async #make({ url, variant, look, problem }: Wish): Promise<Made> {
		if (look) {
			const plain = await this.#cache.take(keyOf({ url, variant, look: '', problem }))
			const { tags, validUntil, oldSince } = plain
			const html = await this.#withLook(plain.document.html, look)
			return { document: await makeDocument(html), tags, validUntil, oldSince }
		}
		const exchange = newExchange('a page for everybody')
		exchange.answer = problem ?? null
		const begin = () => this.#render(url, exchange, variant)
		// The page that tells of the queue is not to wait in it.
		const rendered = await (problem?.status === BUSY.status ? begin() : this.#gate.pass(begin))
		const instead = problem ? null : answerInstead(exchange, rendered)
		if (instead || !isHtml(rendered) || rendered.status >= 300) throw new Elsewhere(instead, rendered)
		const tags: Set<Tag> = exchange.dependencies
		const { validUntil } = exchange
		return { document: await makeDocument(this.#document(rendered)), tags, validUntil }
	}

	#render(url: string, exchange: Exchange, cookie: string | undefined): Promise<Rendered> {
		const { handle, host } = this.#options
		const request = pageRequest(url, { host, 'user-agent': 'Public Square', ...(cookie && { cookie }) })
		return render(handle, request, exchange)
	}

	/** The reader's choices belong on the root element, where the style sheet looks for them. */
	#withLook(html: string, look: string): Promise<string> | string {
		const looked = look ? html.replace(/<html\b/i, `<html${look}`) : html
		return look.includes(SAVES_DATA) ? withoutPictures(looked, this.#options.savedBytes) : looked
	}

	#document(page: Rendered): string {
		const { html, styles } = documentMarkup(page.body.toString())
		const { joinStyles } = this.#options
		const sheets = joinStyles && styles.length > 0 ? [joinStyles(styles)] : styles
		return html.replace(STYLES_HERE, sheets.map((href) => `<link rel="stylesheet" href="${href}">`).join(''))
	}
}

const isRedirect = (status: number): boolean => status >= 300 && status < 400
