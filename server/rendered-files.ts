import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { ConcurrencyLimiter } from '@/lib/concurrency-limiter'
import type { Invalidation } from '@/lib/invalidation'
import { ipNetwork } from '@/lib/ip-network'
import { newRequestContext, type ResponseOverride, runInContext } from '@/lib/request-context'
import { decodeSafely } from '@/lib/urls'
import { type CacheKey, cacheKey, canonicalCase } from './cache-key'
import { type CompressedPage, compressPage, recompressPage } from './compressed-page'
import { errorPageFor } from './error-pages'
import type { SimpleGet } from './fast-path'
import { cacheSizes } from './page-assembler'
import { PageCache, type RenderResult } from './page-cache'
import type { PageHandler } from './page-handler'
import { isOverload, isStorageFailure, UncacheableResponse } from './page-renderer'
import type { ResponseWriter } from './response-writer'

export type RenderedFile = {
	/** Content type with its character set. */
	type: string
	/** Text, or the bytes of a picture. */
	text: string | Buffer
	/** Whether the address changes with the content, so that clients keep the file. */
	isImmutable?: true
}

/** A file that is rendered from the database for all clients alike, such as a feed. */
export type FileRoute = {
	/** Pattern of the path; other routes do not see a path that matches. A query is ignored without `select`. */
	path: RegExp
	/**
	 * Renders the file of a path's capture groups, or gives the redirect or error instead. Runs in a request context:
	 * `dependsOn` and `expiresAt` of its reads decide how long the file is cached.
	 */
	render: (parts: string[]) => Promise<RenderedFile | ResponseOverride>
	/** Whether a render waits for other programs: it has a queue of its own, so that other files do not wait for it. */
	isSlow?: true
	/**
	 * Path of the file that a query selects, also one of another route, or the redirect or error instead. Files are
	 * cached by path, so that a query leads to one of few.
	 */
	select?: (query: URLSearchParams) => string | ResponseOverride
}

type Options = {
	fileRoutes: readonly FileRoute[]
	writer: ResponseWriter
	/** Sends the error pages. */
	pages: PageHandler
	/** Size of the caches of pages and files together, in bytes. */
	cacheBytes: number
}

/** Renders at the same time. A file takes as long as some pages, so that pages are served in between. */
const MAX_CONCURRENT = 1
/** Queue limit; beyond it the server answers 503. */
const MAX_QUEUED = 200
/** Files whose time of change is known, also after they have left the cache; some 100 bytes each. */
const KNOWN_FILES_MAX = 5_000
const SECOND_MS = 1_000

const newLimiter = () => new ConcurrencyLimiter({ maxConcurrent: MAX_CONCURRENT, maxQueued: MAX_QUEUED })

/** Serves files that are rendered from the database, from a cache that is invalidated by tag like that of pages. */
export class RenderedFiles {
	readonly #options: Options
	readonly #cache: PageCache
	readonly #limiters = { fast: newLimiter(), slow: newLimiter() }
	readonly #changes = new LRUCache<string, { etag: string; at: number }>({ max: KNOWN_FILES_MAX })

	constructor(options: Options) {
		this.#options = options
		this.#cache = new PageCache({
			cacheBytes: cacheSizes(options.cacheBytes).files,
			render: (key, client) => this.#limiterOf(key.url).run(client, () => this.#render(key), key.id),
			recompress: recompressPage,
			isUnavailable: isStorageFailure,
		})
	}

	invalidate(changes: Invalidation): void {
		this.#cache.invalidate(changes)
	}

	/** Raw response of a cached file, or of its render in flight; null on a miss. */
	cachedRawResponse(request: SimpleGet): Buffer | Promise<Buffer | null> | null {
		const { writer } = this.#options
		const entry = this.#cache.getFresh(request.url)
		if (entry) return writer.rawResponse(entry, request)
		const pending = this.#cache.pendingRender(request.url)
		// After an error the request goes to Node's server, whose render reports the error.
		return pending?.then((made) => writer.rawResponse(made, request)).catch(() => null) ?? null
	}

	/** Answers a GET or HEAD of a file. @returns false for other requests */
	async handle(request: IncomingMessage, response: ServerResponse, clientIp: string): Promise<boolean> {
		const { method, url = '/' } = request
		const [path = ''] = url.split('?', 1)
		const match = method === 'GET' || method === 'HEAD' ? this.#match(path) : null
		if (!match) return false
		const canonical = canonicalCase(path)
		const selected = match.route.select?.(new URLSearchParams(url.slice(path.length))) ?? path
		if (canonical !== path) this.#options.writer.sendRedirect(response, canonical)
		else if (typeof selected === 'string') await this.#send(request, response, selected, clientIp)
		else await this.#sendOverride(request, response, selected, clientIp)
		return true
	}

	async #send(
		request: IncomingMessage,
		response: ServerResponse,
		path: string,
		clientIp: string,
	): Promise<void> {
		const { writer, pages } = this.#options
		const client = ipNetwork(clientIp)
		try {
			this.#limiterOf(path).prioritize(path, client)
			writer.sendCachedPage(request, response, await this.#cache.getOrRender(cacheKey({ url: path }), client))
		} catch (error) {
			if (isOverload(error)) return pages.sendOverloadPage(request, response, error)
			const override = error instanceof UncacheableResponse ? error.override : null
			if (!override) console.error(error)
			await this.#sendOverride(request, response, override ?? errorPageFor(error), clientIp)
		}
	}

	async #sendOverride(
		request: IncomingMessage,
		response: ServerResponse,
		override: ResponseOverride,
		clientIp: string,
	): Promise<void> {
		const { writer, pages } = this.#options
		if (override.kind === 'redirect') return writer.sendRedirect(response, override.location)
		await pages.sendErrorPage(request, response, override, { context: newRequestContext(clientIp) })
	}

	#limiterOf(path: string): ConcurrencyLimiter {
		return this.#match(path)?.route.isSlow ? this.#limiters.slow : this.#limiters.fast
	}

	#match(path: string): { route: FileRoute; parts: string[] } | null {
		for (const route of this.#options.fileRoutes) {
			const found = route.path.exec(path)
			if (found) return { route, parts: found.slice(1).map((part) => decodeSafely(part ?? '')) }
		}
		return null
	}

	async #render({ url }: CacheKey): Promise<RenderResult> {
		const match = this.#match(url)
		if (!match) throw new Error(`No file route matches ${url}.`)
		const context = newRequestContext('cached file')
		const file = await runInContext(context, () => match.route.render(match.parts))
		if ('kind' in file) throw new UncacheableResponse(file)
		const page = await compressPage(file.text)
		const { dependencies: tags, validUntil, lastPage, headers } = context
		return { page: { ...this.#described(url, file, page), headers }, tags, validUntil, lastPage }
	}

	#described(url: string, { type, isImmutable }: RenderedFile, page: CompressedPage): CompressedPage {
		const known = this.#changes.get(url)
		const second = Math.floor(Date.now() / SECOND_MS) * SECOND_MS
		// Clients that know no ETag compare whole seconds: each content has a second of its own.
		const changed = known ? Math.max(second, known.at + SECOND_MS) : second
		const at = known?.etag === page.etag ? known.at : changed
		this.#changes.set(url, { etag: page.etag, at })
		return { ...page, file: { type, changedAt: at, ...(isImmutable && { isImmutable }) } }
	}
}
