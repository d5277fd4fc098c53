import type { IncomingMessage } from 'node:http'
import { ConcurrencyLimiter, QueueFullError } from '@/lib/concurrency-limiter'
import { ipNetwork } from '@/lib/ip-network'
import type { PartSlot } from '@/lib/page-parts'
import {
	type ErrorPage,
	newRequestContext,
	type RequestContext,
	type ResponseOverride,
} from '@/lib/request-context'
import { storageRefusal } from '@/lib/storage-failure'
import type { CacheKey } from './cache-key'
import { isHtml, OVERLOADED, overrideFor, RATE_LIMITED, STORAGE_UNAVAILABLE } from './error-pages'
import { type BufferedResponse, type NextHandler, renderWithNext, syntheticGet } from './next-renderer'
import type { RenderResult } from './page-cache'
import { PrivatePageLimiter, RateLimitedError } from './private-page-limiter'
import { PART_PLACEHOLDER, STYLESHEET_PLACEHOLDER, stripFrameworkScripts } from './strip-scripts'

/** Renders at the same time; more would delay each of them, as they share one thread. */
const MAX_CONCURRENT = 4
/** Status of the error page that has a part by the address of the request. */
export const MISSING = 404
/** Queue limit; beyond it the server answers 503. */
const MAX_QUEUED = 500

export type PageRendererOptions = {
	nextHandler: NextHandler
	/** Handler of a URL's page without Next's router; `nextHandler` renders the others. */
	pageEntrypoint?: ((url: string) => NextHandler | null) | undefined
	/** Replaces a page's style sheets by their bundle of the build; undefined in development. */
	bundleStylesheets?: ((paths: string[]) => string[]) | undefined
	/** Host of the public base URL. */
	host: string
	/** Whether pages are rendered as shells; otherwise with their parts. */
	shells: boolean
}

/** Static HTML around the slots of its parts: one segment more than slots. */
export type Shell = {
	segments: string[]
	slots: PartSlot[]
	/** Headers of the page itself. */
	headers: Readonly<Record<string, string>>
	/** Memory of the HTML, in bytes; strings of Latin-1 take one per character. */
	size: number
}

/** A response of Next, and its static HTML; null for redirects and other types. */
export type RenderedPage = {
	response: BufferedResponse
	html: string | null
	/** Headers of the page itself. */
	headers?: Readonly<Record<string, string>>
}

export type Overload = QueueFullError | RateLimitedError

export const isOverload = (error: unknown): error is Overload =>
	error instanceof QueueFullError || error instanceof RateLimitedError

export const overloadPage = (error: Overload): ErrorPage =>
	error instanceof QueueFullError ? OVERLOADED : RATE_LIMITED

/** The response cannot be cached: the override is sent instead, or without one the buffered response. */
export class UncacheableResponse extends Error {
	constructor(
		readonly override: ResponseOverride | null,
		readonly buffered: BufferedResponse | null = null,
	) {
		super('The response is not a cacheable page.')
	}
}

/** Whether a page could not be rendered because the database failed. */
export const isStorageFailure = (error: unknown): boolean =>
	storageRefusal(error) !== null ||
	(error instanceof UncacheableResponse && error.override === STORAGE_UNAVAILABLE)

/** Renders reader pages with Next, within the concurrency limit and the rate limit of private pages. */
export class PageRenderer {
	readonly #options: PageRendererOptions
	readonly #limiter = new ConcurrencyLimiter({ maxConcurrent: MAX_CONCURRENT, maxQueued: MAX_QUEUED })
	readonly #privateLimiter = new PrivatePageLimiter()

	constructor(options: PageRendererOptions) {
		this.#options = options
	}

	/** Notes that another client requests this key too, so that its queue may render it earlier. */
	prioritize({ id }: CacheKey, client: string): void {
		this.#limiter.prioritize(id, client)
	}

	/**
	 * Renders a page anonymously, as a shell; error pages but that of a 404 with their parts. @throws UncacheableResponse, QueueFullError
	 */
	async renderShell({ id, url, ad, errorPage }: CacheKey, client: string): Promise<RenderResult<Shell>> {
		const context = newRequestContext('cached page')
		context.override = errorPage
		context.shell = this.#options.shells && (errorPage === null || errorPage.status === MISSING)
		const begin = () => this.#render(url, context, ad)
		// The overload page bypasses the queue that it reports as full.
		const waits = errorPage?.status !== OVERLOADED.status
		const rendered = await (waits ? this.#limiter.run(client, begin, id) : begin())
		const override = errorPage ? null : overrideFor(context, rendered)
		if (override || !isHtml(rendered) || rendered.status >= 300)
			throw new UncacheableResponse(override, rendered)
		const { dependencies: tags, validUntil, lastPage, headers } = context
		return { page: this.#shell(rendered, headers), tags, validUntil, lastPage }
	}

	/** Renders a page with the client's cookies. @throws QueueFullError, RateLimitedError */
	async renderPrivate(request: IncomingMessage, context: RequestContext, url: string): Promise<RenderedPage> {
		const { cookie } = request.headers
		const response = await this.runLimited(request, context.clientIp, () =>
			this.#render(url, context, cookie),
		)
		return { ...this.renderedPage(response), headers: context.headers }
	}

	/** Runs uncacheable work within the rate limit and the queue. @throws QueueFullError, RateLimitedError */
	async runLimited<T>(
		{ headers }: Pick<IncomingMessage, 'headers'>,
		clientIp: string,
		work: () => Promise<T>,
	): Promise<T> {
		const network = ipNetwork(clientIp)
		await this.#privateLimiter.consume(network, headers.cookie)
		return this.#limiter.run(network, work)
	}

	renderedPage(response: BufferedResponse): RenderedPage {
		const isRedirect = response.status >= 300 && response.status < 400
		return { response, html: isHtml(response) && !isRedirect ? this.#static(response).html : null }
	}

	#shell(response: BufferedResponse, headers: Shell['headers']): Shell {
		const { html, slots } = this.#static(response)
		return { segments: html.split(PART_PLACEHOLDER), slots, headers, size: html.length }
	}

	/** HTML of the page without the framework's scripts, with its style sheets bundled, and the slots of its parts. */
	#static(response: BufferedResponse): { html: string; slots: PartSlot[] } {
		const { html, styles, slots } = stripFrameworkScripts(response.body.toString())
		const { bundleStylesheets } = this.#options
		const sheets = bundleStylesheets?.(styles) ?? styles
		const links = sheets.map((href) => `<link rel="stylesheet" href="${href}">`).join('')
		return { html: html.replace(STYLESHEET_PLACEHOLDER, links), slots }
	}

	#render(url: string, context: RequestContext, cookie: string | undefined): Promise<BufferedResponse> {
		const { nextHandler, pageEntrypoint, host } = this.#options
		const request = syntheticGet(url, { host, 'user-agent': 'Public Square', ...(cookie && { cookie }) })
		return renderWithNext(pageEntrypoint?.(url) ?? nextHandler, request, context)
	}
}
