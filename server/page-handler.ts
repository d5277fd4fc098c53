import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Invalidation } from '@/lib/invalidation'
import { ipNetwork } from '@/lib/ip-network'
import { type ErrorPage, newRequestContext, type RequestContext } from '@/lib/request-context'
import {
	type CacheableRoute,
	type CacheKey,
	cacheKey,
	ERROR_PATH,
	matchRoute,
	type RouteMatch,
	routeOverride,
	sharedPageId,
	type Variant,
	variantFor,
} from './cache-key'
import { compressOnce, negotiateEncoding, recompressPage } from './compressed-page'
import { errorPageFor, OVERLOADED, overrideFor, PAGE_OUT_OF_RANGE, wantsJson } from './error-pages'
import type { SimpleGet } from './fast-path'
import { cacheSizes, PageAssembler, type PageAssemblerOptions } from './page-assembler'
import { type CacheEntry, PageCache } from './page-cache'
import {
	isOverload,
	isStorageFailure,
	type Overload,
	overloadPage,
	PageRenderer,
	type PageRendererOptions,
	type RenderedPage,
	UncacheableResponse,
} from './page-renderer'
import { themeOf, withAppearance } from './page-variant'
import type { ResponseWriter } from './response-writer'
import { wantsSaveData } from './save-data'

export type PageHandlerOptions = Omit<PageRendererOptions, 'shells'> &
	PageAssemblerOptions & {
		writer: ResponseWriter
		/** Routes of the pages that all readers share. */
		cacheableRoutes: readonly CacheableRoute[]
	}

/** Request context of the client, and `Set-Cookie` values of the response that the error page replaces. */
type ErrorContext = { context: RequestContext; cookies?: string[] | undefined }

/** Serves reader pages: shared ones from the page cache, private ones with the parts of their reader. */
export class PageHandler {
	readonly #options: PageHandlerOptions
	readonly #cache: PageCache
	readonly #renderer: PageRenderer
	readonly #assembler: PageAssembler

	constructor(options: PageHandlerOptions) {
		this.#options = options
		this.#renderer = new PageRenderer({ ...options, shells: options.renderParts !== undefined })
		this.#assembler = new PageAssembler({ ...options, renderer: this.#renderer })
		this.#cache = new PageCache({
			cacheBytes: cacheSizes(options.cacheBytes).pages,
			render: async (key, client) => {
				await this.#demandPage(key.url)
				return this.#assembler.assembleShared(key, client)
			},
			recompress: recompressPage,
			isUnavailable: isStorageFailure,
		})
	}

	invalidate(changes: Invalidation): void {
		this.#assembler.invalidate(changes)
		this.#cache.invalidate(changes)
	}

	/** Raw response of a cached page, or of its render in flight; null on a miss and for a private page. */
	cachedRawResponse(request: SimpleGet): Buffer | Promise<Buffer | null> | null {
		const id = sharedPageId(request.url, request.cookie)
		if (id === null) return null
		const entry = this.#cache.getFresh(id)
		const rawOf = (made: CacheEntry) => this.#options.writer.rawResponse(made, request)
		if (entry) return rawOf(entry)
		const pending = this.#cache.pendingRender(id)
		// After an error the request goes to Node's server, whose render reports the error.
		return pending?.then(rawOf).catch(() => null) ?? null
	}

	/**
	 * Answers a GET without cookies from the cache: the case of most requests. Cookies and `Save-Data` are the only
	 * headers that select another variant, so the remaining headers are not read.
	 */
	tryCached(request: IncomingMessage, response: ServerResponse): boolean {
		if (request.method !== 'GET' || request.headers.cookie !== undefined) return false
		if (wantsSaveData(request.headers)) return false
		const entry = this.#cache.getFresh(request.url ?? '')
		if (!entry) return false
		this.#options.writer.sendCachedPage(request, response, entry)
		return true
	}

	/** Answers a GET or HEAD of a reader page; errors become error pages. */
	async handle(request: IncomingMessage, response: ServerResponse, clientIp: string): Promise<void> {
		const { url = '/', headers } = request
		const match = await matchRoute(url, this.#options.cacheableRoutes, headers.cookie)
		if (match.canonicalUrl) return this.#options.writer.sendRedirect(response, match.canonicalUrl)
		const variant = variantFor(headers, match.wantsPrivate)
		const context = { context: newRequestContext(clientIp) }
		try {
			if (!match.cacheable || variant.isPrivate)
				return await this.#servePrivate(request, response, clientIp, match)
			const entry = await this.#entry(match, variant, ipNetwork(clientIp))
			if (!entry) return await this.sendErrorPage(request, response, PAGE_OUT_OF_RANGE, context)
			this.#options.writer.sendCachedPage(request, response, entry)
		} catch (error) {
			if (isOverload(error)) return this.sendOverloadPage(request, response, error)
			if (!(error instanceof UncacheableResponse)) {
				console.error(error)
				return this.sendErrorPage(request, response, errorPageFor(error), context)
			}
			const { override, buffered } = error
			if (override?.kind === 'redirect') return this.#options.writer.sendRedirect(response, override.location)
			if (override) return this.sendErrorPage(request, response, override, context)
			if (buffered)
				await this.#sendPrivate(request, response, buffered, this.#renderer.renderedPage(buffered), variant)
		}
	}

	/** Null for a page number above `lastPage` of the list's first page, without a render of that number. */
	async #entry({ url, list }: RouteMatch, variant: Variant, client: string): Promise<CacheEntry | null> {
		if (list) {
			await this.#demandPage(url)
			const first = await this.#getOrRender(cacheKey({ url: list.first }), client)
			if (list.number > first.lastPage) return null
		}
		return this.#getOrRender(cacheKey({ url, ...variant }), client)
	}

	/** @throws UncacheableResponse if the route's `override` gives a redirect or error without a render */
	async #demandPage(url: string): Promise<void> {
		const override = await routeOverride(url, this.#options.cacheableRoutes)
		if (override) throw new UncacheableResponse(override)
	}

	#getOrRender(key: CacheKey, client: string): Promise<CacheEntry> | CacheEntry {
		this.#assembler.prioritize(key, client)
		return this.#cache.getOrRender(key, client)
	}

	/** Runs uncacheable work within the client's rate limit and the queue. @throws Overload */
	runLimited<T>(request: IncomingMessage, clientIp: string, work: () => Promise<T>): Promise<T> {
		return this.#renderer.runLimited(request, clientIp, work)
	}

	/** Sends an error page; for a rejected form, the page of that form with its values. */
	async sendErrorPage(
		request: IncomingMessage,
		response: ServerResponse,
		errorPage: ErrorPage,
		context: ErrorContext,
	): Promise<void> {
		const { writer } = this.#options
		if (wantsJson(request)) return writer.sendPlainError(request, response, errorPage, context.cookies)
		try {
			await this.#sendErrorPage(request, response, errorPage, context)
		} catch (error) {
			if (isOverload(error)) return this.sendOverloadPage(request, response, error)
			console.error(error)
			writer.sendPlainError(request, response, errorPage, context.cookies)
		}
	}

	/** Renders the overload page in advance, and pages that load most of the code, which takes turns of up to 100 ms. */
	async warmUp(urls: readonly string[]): Promise<void> {
		await this.#cache.getOrRender(cacheKey({ url: ERROR_PATH, errorPage: OVERLOADED }))
		// The results are discarded, since some pages are not cacheable; a failing page reports its error later.
		for (const url of urls) await this.#assembler.assembleShared(cacheKey({ url }), '').catch(() => {})
	}

	async #sendErrorPage(
		request: IncomingMessage,
		response: ServerResponse,
		errorPage: ErrorPage,
		{ context, cookies = [] }: ErrorContext,
	): Promise<void> {
		const variant = variantFor(request.headers)
		const isPlain = !errorPage.form && cookies.length === 0
		const helpful = isPlain ? await this.#assembler.helpfulPage(request, context, errorPage) : null
		if (helpful) return this.#sendPrivate(request, response, errorPage, helpful, variant)
		if (isPlain && !variant.isPrivate) {
			const { retryAfter, ...shown } = errorPage
			const key = cacheKey({ url: ERROR_PATH, ...variant, errorPage: shown })
			const entry = await this.#getOrRender(key, ipNetwork(context.clientIp))
			return this.#options.writer.sendCachedPage(request, response, entry, {
				status: errorPage.status,
				retryAfter,
			})
		}
		context.override = errorPage
		context.form = errorPage.form ?? null
		const { formPage = ERROR_PATH } = errorPage
		const { cacheable } = await matchRoute(formPage, this.#options.cacheableRoutes)
		const page = await this.#assembler.privatePage(request, context, { url: formPage, cacheable })
		if (page.response.status >= 500) throw new UncacheableResponse(null, page.response)
		const { override } = context
		// The form's page may itself be gone: its own error page is then sent.
		if (override?.kind === 'error' && override !== errorPage)
			return this.#sendErrorPage(request, response, override, {
				context: newRequestContext(context.clientIp),
				cookies,
			})
		if (cookies.length > 0) page.response.headers['set-cookie'] = cookies
		await this.#sendPrivate(request, response, errorPage, page, variant)
	}

	/** Sends the 503 or 429 page as a shared page: a private one would need the render that is over the limit. */
	async sendOverloadPage(request: IncomingMessage, response: ServerResponse, error: Overload): Promise<void> {
		const { appearance } = variantFor(request.headers)
		const errorPage = overloadPage(error)
		const entry = await this.#cache.getOrRender(cacheKey({ url: ERROR_PATH, appearance, errorPage }))
		const { status } = errorPage
		this.#options.writer.sendCachedPage(request, response, entry, { status, retryAfter: error.retryAfter })
	}

	async #servePrivate(
		request: IncomingMessage,
		response: ServerResponse,
		clientIp: string,
		match: RouteMatch,
	): Promise<void> {
		await this.#demandPage(match.url)
		const context = newRequestContext(clientIp)
		const page = await this.#assembler.privatePage(request, context, { ...match, url: match.ownUrl })
		const override = overrideFor(context, page.response)
		if (override) throw new UncacheableResponse(override, page.response)
		await this.#sendPrivate(request, response, page.response, page, variantFor(request.headers))
	}

	async #sendPrivate(
		request: IncomingMessage,
		response: ServerResponse,
		{ status, retryAfter }: { status: number; retryAfter?: number },
		page: RenderedPage,
		{ appearance }: Variant,
	): Promise<void> {
		if (page.html === null) return this.#options.writer.sendBuffered(request, response, page.response)
		const html = await withAppearance(page.html, themeOf(request.url) ?? appearance, this.#options.savedBytes)
		const encoding = negotiateEncoding(request.headers['accept-encoding'])
		const body = await compressOnce(Buffer.from(html), encoding)
		const sent = { status, body, encoding, cookies: page.response.headers['set-cookie'], retryAfter }
		this.#options.writer.sendPrivatePage(request, response, { ...sent, headers: page.headers })
	}
}
