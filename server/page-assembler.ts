import type { IncomingMessage } from 'node:http'
import type { Invalidation } from '@/lib/invalidation'
import { ipNetwork } from '@/lib/ip-network'
import { type PartSlot, shellAddress, slotAt } from '@/lib/page-parts'
import { type ErrorPage, newRequestContext, type RequestContext, runInContext } from '@/lib/request-context'
import { pathToHelp } from './address-help'
import { type CacheKey, cacheKey, ERROR_PATH, type RouteMatch } from './cache-key'
import { compressPage } from './compressed-page'
import type { BufferedResponse } from './next-renderer'
import { PageCache, type RenderResult } from './page-cache'
import {
	MISSING,
	type PageRenderer,
	type RenderedPage,
	type Shell,
	UncacheableResponse,
} from './page-renderer'
import { withAppearance } from './page-variant'
import type { SaveDataBytes } from './save-data'

/** Renders the parts of a shell, in order, for the reader of a `Cookie` header, in the current request context. */
export type RenderParts = (slots: readonly PartSlot[], cookie: string | undefined) => Promise<string[]>

export type PageAssemblerOptions = {
	/** Without it Next renders each page with its parts. */
	renderParts?: RenderParts | undefined
	/** Sizes of photo files, for clients that send `Save-Data`. */
	savedBytes: SaveDataBytes
	/** Size of the caches of shells, pages and rendered files together, in bytes; 0 disables them. */
	cacheBytes: number
}

type Options = PageAssemblerOptions & { renderer: PageRenderer }

/** A page is held in three encodings, which together take twice the bytes of its shell. */
const SHELLS_SHARE = 0.3
/** Feeds are as large as ten pages, and programs that read all of them leave the pages in memory. */
const FILES_SHARE = 0.1

/** Sizes of the caches in bytes; a cache of one byte stays empty. */
export const cacheSizes = (bytes: number) => ({
	shells: Math.max(1, Math.floor(bytes * SHELLS_SHARE)),
	files: Math.max(1, Math.floor(bytes * FILES_SHARE)),
	pages: Math.max(1, Math.floor(bytes * (1 - SHELLS_SHARE - FILES_SHARE))),
})

const HTML_RESPONSE: BufferedResponse = {
	status: 200,
	headers: { 'content-type': 'text/html' },
	body: Buffer.alloc(0),
}

/**
 * Assembles pages from a shell, which Next renders once, and its parts, which take a fraction of a millisecond each.
 * A vote changes one part, and readers with state of their own differ in the parts alone.
 */
export class PageAssembler {
	readonly #options: Options
	readonly #shells: PageCache<Shell>

	constructor(options: Options) {
		this.#options = options
		this.#shells = new PageCache({
			cacheBytes: cacheSizes(options.cacheBytes).shells,
			render: (key, client) => options.renderer.renderShell(key, client),
		})
	}

	invalidate(changes: Invalidation): void {
		this.#shells.invalidate(changes)
	}

	/** Notes that another client requests this page too, so that the queue may render its shell earlier. */
	prioritize(key: CacheKey, client: string): void {
		this.#options.renderer.prioritize(this.#shellKey(key), client)
	}

	/** Assembles a page for all readers. @throws UncacheableResponse, QueueFullError */
	async assembleShared(key: CacheKey, client: string): Promise<RenderResult> {
		const { renderer, savedBytes } = this.#options
		const shell: RenderResult<Shell> =
			key.errorPage && key.errorPage.status !== MISSING
				? await renderer.renderShell(key, client)
				: await this.#shells.getOrRenderCurrent(this.#shellKey(key), client)
		const context = newRequestContext('cached page')
		const html = await withAppearance(
			await this.#fill(shell.page, context, key.url, key.ad),
			key.appearance,
			savedBytes,
		)
		if (context.override) throw new UncacheableResponse(context.override)
		return {
			page: { ...(await compressPage(html)), headers: shell.page.headers },
			tags: [...shell.tags, ...context.dependencies],
			validUntil: Math.min(shell.validUntil, context.validUntil),
			lastPage: Math.max(shell.lastPage, context.lastPage),
			staleSince: shell.staleSince ?? null,
		}
	}

	/**
	 * The page for the reader of a request: assembled, or if it is not shared, rendered by Next.
	 *
	 * @throws UncacheableResponse, QueueFullError, RateLimitedError
	 */
	async privatePage(
		request: IncomingMessage,
		context: RequestContext,
		{ url, cacheable }: Pick<RouteMatch, 'url' | 'cacheable'>,
	): Promise<RenderedPage> {
		const { renderer, renderParts } = this.#options
		if (!cacheable || !renderParts) return renderer.renderPrivate(request, context, url)
		const key = this.#shellKey(cacheKey({ url }))
		try {
			const shell = await this.#shells.getOrRender(key, ipNetwork(context.clientIp))
			const html = await renderer.runLimited(request, context.clientIp, () =>
				this.#fill(shell.page, context, url, request.headers.cookie),
			)
			// A page number beyond the last one needs no shell.
			if (context.override && !context.form) this.#shells.delete(key)
			return {
				response: HTML_RESPONSE,
				html,
				headers: shell.page.headers,
			}
		} catch (error) {
			if (!(error instanceof UncacheableResponse && error.buffered)) throw error
			// As after a private render, the override is in the context.
			context.override = error.override
			return renderer.renderedPage(error.buffered)
		}
	}

	/**
	 * A 404 page that searches for the words of the address; null for other errors and clients without help.
	 *
	 * @throws QueueFullError, RateLimitedError
	 */
	async helpfulPage(
		request: IncomingMessage,
		context: RequestContext,
		errorPage: ErrorPage,
	): Promise<RenderedPage | null> {
		const { renderer, renderParts } = this.#options
		context.missingPath = await pathToHelp(request, errorPage, context.clientIp)
		if (context.missingPath === null) return null
		context.override = errorPage
		if (!renderParts) return renderer.renderPrivate(request, context, ERROR_PATH)
		const key = cacheKey({ url: ERROR_PATH, errorPage })
		const shell = await this.#shells.getOrRender(key, ipNetwork(context.clientIp))
		const html = await this.#fill(shell.page, context, ERROR_PATH, request.headers.cookie)
		return { response: HTML_RESPONSE, html, headers: shell.page.headers }
	}

	async #fill(
		{ segments, slots }: Shell,
		context: RequestContext,
		url: string,
		cookie: string | undefined,
	): Promise<string> {
		const { renderParts } = this.#options
		if (!renderParts || slots.length === 0) return segments.join('')
		const here = slots.map((slot) => slotAt(url, slot))
		const parts = await runInContext(context, () => renderParts(here, cookie))
		return segments.map((segment, index) => segment + (parts[index] ?? '')).join('')
	}

	/** Cookies and parameters of parts change a shell only if it has its parts. An error page is a shell of its own, and not cached as one. */
	#shellKey(key: CacheKey): CacheKey {
		const { url, ad, errorPage } = key
		if (errorPage) return errorPage.status === MISSING ? cacheKey({ url, errorPage }) : key
		return this.#options.renderParts ? cacheKey({ url: shellAddress(url) }) : cacheKey({ url, ad })
	}
}
