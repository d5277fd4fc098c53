import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Changes } from '@/lib/changes'
import { type Exchange, newExchange, type Problem } from '@/lib/exchange'
import { networkOf } from '@/lib/network'
import { type Audience, audienceFor } from './audience'
import { compressOnce, encodingFor, makeDocument, packDocument } from './document'
import { DocumentCache, type Entry, type Made } from './document-cache'
import type { PlainRequest } from './front'
import { Busy } from './gate'
import { Elsewhere, isOverload, type Overload, PageMaker, type PageMakerOptions } from './page-maker'
import { insteadOf, type PageRoute, type Place, placeOf } from './places'
import { answerInstead, BUSY, isHtml, NO_SUCH_PAGE, problemFor, TOO_MANY_PAGES, wantsJson } from './problems'
import type { Rendered } from './rendering'
import { SAVES_DATA, type SavedBytes, savesData, withoutPictures } from './save-data'
import type { Sender } from './sender'
import { keyOf, PROBLEM_PATH, shareOf, wishOf } from './wish'

export type PagesOptions = PageMakerOptions & {
	sender: Sender
	/** The pages that one document serves for everybody. */
	routes: readonly PageRoute[]
	/** Sizes of pictures, for readers who save data. */
	savedBytes: SavedBytes
	/** Memory for documents, in bytes; 0 keeps none. */
	bytesMax: number
}

/** `exchange` is that of the client, `cookies` are what the answer that the problem stands for would have set. */
type ProblemContext = { exchange: Exchange; cookies?: string[] | undefined }

/** Reader pages as documents: from the cache where one serves everybody, else made for whoever asks. */
export class Pages {
	readonly #options: PagesOptions
	readonly #cache: DocumentCache
	readonly #maker: PageMaker

	constructor(options: PagesOptions) {
		this.#options = options
		this.#maker = new PageMaker(options)
		this.#cache = new DocumentCache({
			bytesMax: Math.max(1, options.bytesMax),
			make: async (key, client) => {
				const { look, ...wish } = wishOf(key)
				if (look) return this.#madeWithLook(await this.#take(keyOf({ ...wish, look: '' }), client), look)
				await this.#demandPage(wish.url)
				return this.#maker.make(key, wish, client)
			},
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
		const place = await placeOf(url, this.#options.routes)
		if (place.moved) return this.#options.sender.moved(response, place.moved)
		const audience = audienceFor(headers, place.own)
		const context = { exchange: newExchange(address) }
		try {
			if (!place.shared || audience.personal)
				return await this.#answerPersonally(request, response, address, place.url)
			const entry = await this.#sharedEntry(place, audience, networkOf(address))
			if (!entry) return await this.showProblem(request, response, NO_SUCH_PAGE, context)
			this.#options.sender.document(request, response, entry)
		} catch (error) {
			if (isOverload(error)) return this.showOverload(request, response, error)
			if (!(error instanceof Elsewhere)) {
				console.error(error)
				return this.showProblem(request, response, problemFor(error), context)
			}
			const { answer, rendered } = error
			if (answer?.kind === 'moved') return this.#options.sender.moved(response, answer.location)
			if (answer) return this.showProblem(request, response, answer, context)
			if (rendered) await this.#sendPersonal(request, response, rendered, rendered, audience)
		}
	}

	/** Null where the first page of a list says that it has no such page; so no other number is rendered. */
	async #sharedEntry({ url, leaf }: Place, audience: Audience, client: string): Promise<Entry | null> {
		if (leaf) {
			const first = await this.#take(keyOf({ url: leaf.first, variant: '', look: '' }), client)
			if (leaf.number > first.lastPage) return null
		}
		return this.#take(keyOf({ url, ...shareOf(audience) }), client)
	}

	/** @throws Elsewhere where no page has to be rendered to tell that there is none */
	async #demandPage(url: string): Promise<void> {
		const instead = await insteadOf(url, this.#options.routes)
		if (instead) throw new Elsewhere(instead)
	}

	#take(key: string, client: string): Promise<Entry> | Entry {
		this.#maker.hasten(key, client)
		return this.#cache.take(key, client)
	}

	/** Runs work that no cache can answer for, within the client's limit and in its turn. @throws Overload */
	inTurn<T>(request: IncomingMessage, address: string, work: () => Promise<T>): Promise<T> {
		return this.#maker.inTurn(request, address, work)
	}

	/** Shows a problem as a page of ours; with a form to show again, the form's page. */
	async showProblem(
		request: IncomingMessage,
		response: ServerResponse,
		problem: Problem,
		context: ProblemContext,
	): Promise<void> {
		const { sender } = this.#options
		if (wantsJson(request)) return sender.plain(request, response, problem, context.cookies)
		try {
			await this.#showProblem(request, response, problem, context)
		} catch (error) {
			if (isOverload(error)) return this.showOverload(request, response, error)
			console.error(error)
			sender.plain(request, response, problem, context.cookies)
		}
	}

	/**
	 * Makes the page that tells of too many readers, while there are few, and renders pages that load most of the
	 * code: the first requests would do so in turns of up to a tenth of a second of the processor.
	 */
	async prepare(urls: readonly string[]): Promise<void> {
		await this.#cache.take(keyOf({ url: PROBLEM_PATH, variant: '', look: '', problem: BUSY }))
		// Nothing is kept, as some are no shared pages; an error is the first reader's to be told.
		for (const url of urls) await this.#maker.make(url, wishOf(url), '').catch(() => {})
	}

	async #showProblem(
		request: IncomingMessage,
		response: ServerResponse,
		problem: Problem,
		{ exchange, cookies = [] }: ProblemContext,
	): Promise<void> {
		const audience = audienceFor(request.headers)
		if (!problem.form && !audience.personal && cookies.length === 0) {
			const { retryAfter, ...shown } = problem
			const key = keyOf({ url: PROBLEM_PATH, problem: shown, ...shareOf(audience) })
			const entry = await this.#take(key, networkOf(exchange.address))
			return this.#options.sender.document(request, response, entry, { status: problem.status, retryAfter })
		}
		exchange.answer = problem
		exchange.form = problem.form ?? null
		const page = await this.#maker.makePersonal(request, exchange, problem.at ?? PROBLEM_PATH)
		if (page.status >= 500) throw new Elsewhere(null, page)
		const { answer } = exchange
		// The form's page may be gone itself, and then has said so.
		if (answer?.kind === 'problem' && answer !== problem)
			return this.#showProblem(request, response, answer, {
				exchange: newExchange(exchange.address),
				cookies,
			})
		if (cookies.length > 0) page.headers['set-cookie'] = cookies
		await this.#sendPersonal(request, response, problem, page, audience)
	}

	/** The same page for every client: one of its own is what cannot be made now. */
	async showOverload(request: IncomingMessage, response: ServerResponse, error: Overload): Promise<void> {
		const { look } = audienceFor(request.headers)
		const problem = error instanceof Busy ? BUSY : TOO_MANY_PAGES
		const entry = await this.#cache.take(keyOf({ url: PROBLEM_PATH, variant: '', look, problem }))
		const { status } = problem
		this.#options.sender.document(request, response, entry, { status, retryAfter: error.seconds })
	}

	async #answerPersonally(
		request: IncomingMessage,
		response: ServerResponse,
		address: string,
		url: string,
	): Promise<void> {
		await this.#demandPage(url)
		const exchange = newExchange(address)
		const page = await this.#maker.makePersonal(request, exchange, url)
		const instead = answerInstead(exchange, page)
		if (instead) throw new Elsewhere(instead, page)
		await this.#sendPersonal(request, response, page, page, audienceFor(request.headers))
	}

	async #sendPersonal(
		request: IncomingMessage,
		response: ServerResponse,
		{ status, retryAfter }: { status: number; retryAfter?: number },
		page: Rendered,
		{ look }: Audience,
	): Promise<void> {
		if (!isHtml(page) || isRedirect(status)) return this.#options.sender.other(request, response, page)
		const html = await this.#withLook(this.#maker.document(page), look)
		const encoding = encodingFor(request.headers['accept-encoding'])
		const body = await compressOnce(Buffer.from(html), encoding)
		const cookies = page.headers['set-cookie']
		this.#options.sender.personal(request, response, { status, body, encoding, cookies, retryAfter })
	}

	async #madeWithLook(plain: Entry, look: string): Promise<Made> {
		const { document, tags, validUntil, lastPage, oldSince } = plain
		const html = await this.#withLook(document.html, look)
		return { document: await makeDocument(html), tags, validUntil, lastPage, oldSince }
	}

	/** The reader's choices belong on the root element, where the style sheet looks for them. */
	#withLook(html: string, look: string): Promise<string> | string {
		const looked = look ? html.replace(/<html\b/i, `<html${look}`) : html
		return look.includes(SAVES_DATA) ? withoutPictures(looked, this.#options.savedBytes) : looked
	}
}

const isRedirect = (status: number): boolean => status >= 300 && status < 400
