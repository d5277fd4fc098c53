import type { IncomingMessage } from 'node:http'
import { ConcurrencyLimiter, QueueFullError } from '@/lib/concurrency-limiter'
import { ipNetwork } from '@/lib/ip-network'
import {
	type ErrorPage,
	newRequestContext,
	type RequestContext,
	type ResponseOverride,
} from '@/lib/request-context'
import type { CacheKey } from './cache-key'
import { compressPage } from './compressed-page'
import { isHtml, OVERLOADED, overrideFor, RATE_LIMITED } from './error-pages'
import { type BufferedResponse, type NextHandler, renderWithNext, syntheticGet } from './next-renderer'
import type { RenderResult } from './page-cache'
import { PrivatePageLimiter, RateLimitedError } from './private-page-limiter'
import { STYLESHEET_PLACEHOLDER, stripFrameworkScripts } from './strip-scripts'

/** Renders at the same time; more would delay each of them, as they share one thread. */
const MAX_CONCURRENT = 4
/** Queue limit; beyond it the server answers 503. */
const MAX_QUEUED = 500

export type PageRendererOptions = {
	nextHandler: NextHandler
	/** Replaces a page's style sheets by their bundle of the build; undefined in development. */
	bundleStylesheets?: ((paths: string[]) => string[]) | undefined
	/** Host of the public base URL. */
	host: string
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

	/** Renders a page anonymously for the cache. @throws UncacheableResponse, QueueFullError */
	async renderForCache({ id, url, ad, errorPage }: CacheKey, client: string): Promise<RenderResult> {
		const context = newRequestContext('cached page')
		context.override = errorPage
		const begin = () => this.#render(url, context, ad)
		// The overload page bypasses the queue that it reports as full.
		const waits = errorPage?.status !== OVERLOADED.status
		const rendered = await (waits ? this.#limiter.run(client, begin, id) : begin())
		const override = errorPage ? null : overrideFor(context, rendered)
		if (override || !isHtml(rendered) || rendered.status >= 300)
			throw new UncacheableResponse(override, rendered)
		const { dependencies: tags, validUntil, lastPage } = context
		return { page: await compressPage(this.staticHtml(rendered)), tags, validUntil, lastPage }
	}

	/** Renders a page with the client's cookies. @throws QueueFullError, RateLimitedError */
	renderPrivate(request: IncomingMessage, context: RequestContext, url: string): Promise<BufferedResponse> {
		const { cookie } = request.headers
		return this.runLimited(request, context.clientIp, () => this.#render(url, context, cookie))
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

	/** HTML of the page without the framework's scripts, with its style sheets bundled. */
	staticHtml(page: BufferedResponse): string {
		const { html, styles } = stripFrameworkScripts(page.body.toString())
		const { bundleStylesheets } = this.#options
		const sheets = bundleStylesheets?.(styles) ?? styles
		return html.replace(
			STYLESHEET_PLACEHOLDER,
			sheets.map((href) => `<link rel="stylesheet" href="${href}">`).join(''),
		)
	}

	#render(url: string, context: RequestContext, cookie: string | undefined): Promise<BufferedResponse> {
		const { nextHandler, host } = this.#options
		const request = syntheticGet(url, { host, 'user-agent': 'Public Square', ...(cookie && { cookie }) })
		return renderWithNext(nextHandler, request, context)
	}
}
