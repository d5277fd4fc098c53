import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { LRUCache } from 'lru-cache'
import { type Invalidation, isImmediate } from '@/lib/invalidation'
import { messages } from '@/lib/messages/messages'
import { type CompressedPage, compressPage, etagMatches, negotiateEncoding } from './compressed-page'
import type { SimpleGet } from './fast-path'
import { type RawParts, RawResponses } from './raw-response'

/** Reads a file of the site itself by its name; null if there is none. */
export type FindSiteFile = (name: string) => Promise<Buffer | null>

type SiteFile = { page: CompressedPage; type: string; cacheControl: string }

/** Names hold a hash of the content: the style sheet of the settings, and the logo. */
const PATH = /^\/site\/([\w-]{16}\.(?:css|svg|png))$/
const TYPES: Record<string, string> = {
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.png': 'image/png',
}
/** CSP of a file opened by itself: no scripts and no requests. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"
const IMMUTABLE = 'public, max-age=31536000, immutable'
/** Files in memory: the current ones, and a few former ones of cached pages. */
const FILES_MAX = 16

/** Serves `/site/HASH.css`, `.svg` and `.png` from memory. */
export class SiteFiles {
	readonly #find: FindSiteFile
	readonly #headers: Record<string, string>
	readonly #files = new LRUCache<string, Promise<SiteFile | null>>({ max: FILES_MAX })
	readonly #raw = new RawResponses<SiteFile>()

	constructor(find: FindSiteFile, headers: Record<string, string>) {
		this.#find = find
		this.#headers = { ...headers, 'Content-Security-Policy': POLICY }
	}

	/** Drops the style sheets in memory, since former addresses answer with the current one. */
	invalidate(changes: Invalidation): void {
		if (isImmediate(changes, 'settings')) this.#files.clear()
	}

	/** Answers a GET or HEAD below `/site/`. @returns false for other paths */
	async serve(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
		const [path = ''] = (request.url ?? '').split('?', 1)
		if (!path.startsWith('/site/') || (request.method !== 'GET' && request.method !== 'HEAD')) return false
		const file = await this.#load(path)
		if (!file) {
			response.writeHead(404, {
				...this.#headers,
				'Content-Type': 'text/plain; charset=utf-8',
				'Cache-Control': 'no-store',
			})
			response.end(messages().errors.noFile)
			return true
		}
		const { 'accept-encoding': accepted, 'if-none-match': known } = request.headers
		const { status, head, body } = this.#parts(file, negotiateEncoding(accepted as string | undefined), known)
		response.writeHead(status, head)
		response.end(request.method === 'HEAD' ? undefined : body)
		return true
	}

	/** The raw response for the fast path; null for another path or a missing file. */
	rawResponse(request: SimpleGet): Promise<Buffer | null> | null {
		if (!PATH.test(request.url)) return null
		// After an error the request goes to Node's server, which reports it.
		return this.#load(request.url)
			.then((file) => {
				if (!file) return null
				const encoding = negotiateEncoding(request.acceptEncoding)
				const { status } = this.#parts(file, encoding, request.ifNoneMatch)
				return this.#raw.get(file, `${status} ${encoding}`, () =>
					this.#parts(file, encoding, request.ifNoneMatch),
				)
			})
			.catch(() => null)
	}

	#parts(
		{ page, type, cacheControl }: SiteFile,
		encoding: 'br' | 'gzip' | 'identity',
		known: string | undefined,
	): RawParts {
		const head = [
			...Object.entries(this.#headers).flat(),
			...['Cache-Control', cacheControl, 'Vary', 'Accept-Encoding', 'ETag', page.etag],
		]
		if (etagMatches(known, page.etag)) return { status: 304, head, body: null }
		// A PNG is compressed already.
		const coding = type === TYPES['.png'] ? 'identity' : encoding
		const body = page.bodies[coding]
		head.push('Content-Type', type, 'Content-Length', String(body.length))
		if (coding !== 'identity') head.push('Content-Encoding', coding)
		return { status: 200, head, body }
	}

	#load(path: string): Promise<SiteFile | null> {
		const name = PATH.exec(path)?.[1]
		if (!name) return Promise.resolve(null)
		const known = this.#files.get(name)
		if (known) return known
		const loading = this.#read(name)
		this.#files.set(name, loading)
		loading.then(
			(file) => file ?? this.#files.delete(name),
			() => this.#files.delete(name),
		)
		return loading
	}

	async #read(name: string): Promise<SiteFile | null> {
		const content = await this.#find(name)
		if (!content) return null
		const page = await compressPage(content)
		// A former address of the style sheet gets the current one, which must not be stored under it.
		const isNamed = page.etag.startsWith(`W/"${name.slice(0, name.indexOf('.'))}`)
		return { page, type: TYPES[extname(name)] ?? '', cacheControl: isNamed ? IMMUTABLE : 'no-store' }
	}
}
