import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type Encoding, etagMatches, negotiateEncoding } from './compressed-page'
import type { SimpleGet } from './fast-path'
import { type RawParts, RawResponses } from './raw-response'

/** A static file, compressed in each encoding. */
type StaticFile = { bodies: Record<Encoding, Buffer>; type: string; etag: string; immutable: boolean }

const TYPES: Record<string, string> = {
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.woff2': 'font/woff2',
}
/** Needs its own media type, without which browsers ignore it. */
const SPECULATION_RULES = '/speculation-rules.json'
const PRECOMPRESSED = new Set(['.woff2'])
/** Paths with a content hash, or whose names change with their content. */
const IMMUTABLE = /^\/(_next\/static|islands|fonts)\//
/** Size above which Brotli runs at 6 instead of 11, so that the first request for a desk script is not delayed. */
const LARGE_BYTES = 100_000
/** Paths that every guard of `http-server.ts` accepts as they are. */
const PLAIN_PATH = /^\/[\w/.~-]+$/
const IMMUTABLE_SECONDS = 31_536_000
const SHORT_SECONDS = 3_600

/**
 * Serves the files of the build and of `public/`. Their paths are indexed at the start, which rules out path
 * traversal; each file is read and compressed on its first request, and then held in memory.
 */
export class StaticFiles {
	readonly #files = new Map<string, string>()
	readonly #loaded = new Map<string, StaticFile | Promise<StaticFile>>()
	readonly #raw = new RawResponses<StaticFile>()
	readonly #headers: Record<string, string>

	constructor(options: { builtDir: string; publicDir: string; headers: Record<string, string> }) {
		this.#headers = options.headers
		this.#index(options.builtDir, '/_next/static')
		this.#index(options.publicDir, '')
	}

	/** Serves the file at the path of a GET or HEAD. @returns false if there is none */
	async serve(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
		const [path = ''] = (request.url ?? '').split('?', 1)
		const file = this.#files.get(path)
		if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) return false
		const loaded = await this.#load(path, file)
		const { 'accept-encoding': accepted, 'if-none-match': ifNoneMatch } = request.headers
		const encoding = negotiateEncoding(accepted as string | undefined)
		const { status, head, body } = this.#parts(loaded, encoding, statusOf(loaded, encoding, ifNoneMatch))
		response.writeHead(status, head)
		response.end(request.method === 'HEAD' ? undefined : body)
		return true
	}

	/** The raw response for the fast path; null for a path without a file. */
	rawResponse(request: SimpleGet): Buffer | Promise<Buffer | null> | null {
		const path = request.url
		const file = this.#files.get(path)
		// The request guard checks other spellings.
		if (!file || !PLAIN_PATH.test(path)) return null
		const loaded = this.#load(path, file)
		if (!(loaded instanceof Promise)) return this.#rawResponse(loaded, request)
		// After an error the request goes to Node's server, which reports it.
		return loaded.then((each) => this.#rawResponse(each, request)).catch(() => null)
	}

	#rawResponse(file: StaticFile, { acceptEncoding, ifNoneMatch }: SimpleGet): Buffer {
		const encoding = negotiateEncoding(acceptEncoding)
		const status = statusOf(file, encoding, ifNoneMatch)
		return this.#raw.get(file, `${status} ${encoding}`, () => this.#parts(file, encoding, status))
	}

	#parts(file: StaticFile, encoding: Encoding, status: 200 | 304): RawParts {
		const { bodies, type, immutable } = file
		const head = [
			...Object.entries(this.#headers).flat(),
			'Cache-Control',
			`public, max-age=${immutable ? `${IMMUTABLE_SECONDS}, immutable` : SHORT_SECONDS}`,
			'Vary',
			'Accept-Encoding',
			'ETag',
			entityTag(file, encoding),
		]
		if (status === 304) return { status, head, body: null }
		const body = bodies[encoding]
		head.push('Content-Type', type, 'Content-Length', String(body.length))
		if (body !== bodies.identity) head.push('Content-Encoding', encoding)
		return { status, head, body }
	}

	#load(path: string, file: string): StaticFile | Promise<StaticFile> {
		const known = this.#loaded.get(path)
		if (known) return known
		const loading = loadFile(path, file)
		this.#loaded.set(path, loading)
		loading.then(
			(loaded) => this.#loaded.set(path, loaded),
			() => this.#loaded.delete(path),
		)
		return loading
	}

	#index(folder: string, urlPath: string): void {
		if (!existsSync(folder)) return
		for (const name of readdirSync(folder)) {
			const file = join(folder, name)
			if (statSync(file).isDirectory()) this.#index(file, `${urlPath}/${name}`)
			else if (TYPES[extname(name)]) this.#files.set(`${urlPath}/${name}`, file)
		}
	}
}

const entityTag = ({ etag }: StaticFile, encoding: Encoding): string => `"${etag}-${encoding}"`

const statusOf = (file: StaticFile, encoding: Encoding, ifNoneMatch: string | undefined): 200 | 304 =>
	etagMatches(ifNoneMatch, entityTag(file, encoding)) ? 304 : 200

async function loadFile(path: string, file: string): Promise<StaticFile> {
	const identity = readFileSync(file)
	const extension = extname(file)
	const bare = { br: identity, gzip: identity, identity }
	const bodies = PRECOMPRESSED.has(extension)
		? bare
		: {
				br: await promisify(brotliCompress)(identity, {
					params: { [constants.BROTLI_PARAM_QUALITY]: identity.length > LARGE_BYTES ? 6 : 11 },
				}),
				gzip: await promisify(gzip)(identity, { level: 9 }),
				identity,
			}
	return {
		bodies,
		type: path === SPECULATION_RULES ? 'application/speculationrules+json' : (TYPES[extension] ?? ''),
		etag: createHash('sha256').update(identity).digest('base64url').slice(0, 22),
		immutable: IMMUTABLE.test(path),
	}
}
