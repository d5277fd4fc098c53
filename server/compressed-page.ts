import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib'

const ENCODINGS = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** HTML, or another file, in each encoding, with an ETag of its content. */
export type CompressedPage = {
	bodies: Readonly<Record<Encoding, Buffer>>
	/** Weak, since all encodings of the page share it. */
	etag: string
	/** Memory of the page in the cache, in bytes. */
	size: number
	/**
	 * Content type and time of the last change, in ms since 1970, of a file that is no HTML page, and whether its address
	 * changes with its content.
	 */
	file?: { type: string; changedAt: number; isImmutable?: true }
	/** Headers about the content. */
	headers?: Readonly<Record<string, string>>
}

/** Levels above these save about 1 % of a page, and the first reader waits for them. */
const BROTLI_QUALITY = 5
const GZIP_LEVEL = 6
/** Brotli's maximum, in ten times the time: for pages with many hits. */
const BEST_QUALITY = 11
/** Private pages are sent once, so that speed outweighs size. */
const PRIVATE_QUALITY = 4

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

const compressBrotli = (bytes: Buffer, quality: number): Promise<Buffer> =>
	brotli(bytes, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: quality,
			[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
			[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
		},
	})

export async function compressPage(html: string | Buffer): Promise<CompressedPage> {
	const identity = Buffer.from(html as string)
	const br = await compressBrotli(identity, BROTLI_QUALITY)
	const contentHash = createHash('sha256').update(identity).digest('base64url').slice(0, 22)
	return pageOf(identity, br, `W/"${contentHash}"`)
}

/** The page with Brotli at `BEST_QUALITY`; the ETag stays the same. */
export async function recompressPage({
	bodies,
	etag,
	file,
	headers,
}: CompressedPage): Promise<CompressedPage> {
	const page = pageOf(bodies.identity, await compressBrotli(bodies.identity, BEST_QUALITY), etag)
	return { ...page, ...(file && { file }), ...(headers && { headers }) }
}

/** Gzip, which few clients prefer, is compressed when first read, and counted in the size as Brotli is. */
function pageOf(identity: Buffer, br: Buffer, etag: string): CompressedPage {
	let zipped: Buffer | undefined
	const bodies = {
		br,
		identity,
		get gzip() {
			zipped ??= gzipSync(identity, { level: GZIP_LEVEL })
			return zipped
		},
	}
	return { bodies, etag, size: br.length * 2 + identity.length }
}

/** Compresses the body of a single response at `PRIVATE_QUALITY`. */
export async function compressOnce(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
	if (encoding === 'br') return compressBrotli(bytes, PRIVATE_QUALITY)
	return encoding === 'gzip' ? zip(bytes, { level: PRIVATE_QUALITY }) : bytes
}

/** Limit of memoized `Accept-Encoding` values; all browsers together send about ten. */
const CACHED_NEGOTIATIONS_MAX = 100

const negotiated = new Map<string, Encoding>()

/** Best encoding that the client accepts, in our order of preference; of the weights only `q=0` counts. */
export function negotiateEncoding(accepted: string | undefined): Encoding {
	if (!accepted) return 'identity'
	const known = negotiated.get(accepted)
	if (known) return known
	const encoding = bestEncoding(accepted)
	if (negotiated.size < CACHED_NEGOTIATIONS_MAX) negotiated.set(accepted, encoding)
	return encoding
}

function bestEncoding(accepted: string): Encoding {
	if (accepts(accepted, 'br')) return 'br'
	return accepts(accepted, 'gzip') ? 'gzip' : 'identity'
}

const ZERO_WEIGHT = /;\s*q=0(?:\.0*)?\s*$/

function accepts(accepted: string, encoding: string): boolean {
	if (!accepted.includes(encoding)) return false
	return accepted.split(',').some((each) => {
		const [name] = each.split(';', 1)
		return name?.trim() === encoding && !ZERO_WEIGHT.test(each)
	})
}

/** Weak comparison of `If-None-Match` with an ETag (RFC 9110, 8.8.3.2). */
export function etagMatches(ifNoneMatch: string | undefined, etag: string): boolean {
	if (!ifNoneMatch) return false
	if (ifNoneMatch === etag) return true
	const wanted = opaqueTag(etag)
	return ifNoneMatch.split(',').some((each) => {
		const known = opaqueTag(each.trim())
		return known === wanted || known === '*'
	})
}

const opaqueTag = (etag: string): string => etag.replace(/^W\//, '')
