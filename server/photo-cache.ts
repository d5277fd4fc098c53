import { LRUCache } from 'lru-cache'
import type { MediaStore } from '@/lib/media/media-store'
import { type PhotoFormat, parsePhotoPath } from '@/lib/photo-paths'
import { etagMatches } from './compressed-page'
import type { SimpleGet } from './fast-path'
import { type RawParts, RawResponses } from './raw-response'

/** Memory for photo files, of which half is for their current raw responses. */
const CACHE_BYTES = 16 * 1024 * 1024
/** Size limit of a file; larger ones are streamed from disk. */
const FILE_BYTES_MAX = 256 * 1024
/** Time until the file is looked up again, in ms: its content never changes, but it may be removed. */
const RECHECK_MS = 1_000

const TYPES: Record<PhotoFormat, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' }

/** Headers of all responses; `Vary`, since `Save-Data` selects a smaller file at the same URL. */
export const PHOTO_HEADERS = {
	// Feed readers in browsers and other sites that quote a story show its photographs.
	'Cross-Origin-Resource-Policy': 'cross-origin',
	'X-Content-Type-Options': 'nosniff',
	Vary: 'Save-Data',
	// Disables scripts if a browser should interpret a photo as a document.
	'Content-Security-Policy': "default-src 'none'; sandbox",
}
/** The path holds the hash of the original, so that its content never changes. */
const IMMUTABLE = 'public, max-age=31536000, immutable'

type FileName = { hash: string; name: string; format: PhotoFormat; bytes: number }

/** Headers of a whole file, without its length. */
export const photoFileHeaders = ({ hash, name, format, bytes }: FileName): Record<string, string> => ({
	...PHOTO_HEADERS,
	'Content-Type': TYPES[format],
	ETag: `"${hash.slice(0, 16)}-${name}-${bytes}"`,
	'Cache-Control': IMMUTABLE,
})

export type CachedPhoto = { body: Buffer; headers: Record<string, string>; checkedAt: number }

/** Small photo files in memory, by path. */
export class PhotoCache {
	readonly #media: MediaStore
	readonly #photos = new LRUCache<string, CachedPhoto>({
		maxSize: CACHE_BYTES,
		sizeCalculation: ({ body }, path) => 2 * body.length + path.length,
	})
	readonly #loading = new Map<string, Promise<CachedPhoto | null>>()
	readonly #raw = new RawResponses<CachedPhoto>()

	constructor(media: MediaStore) {
		this.#media = media
	}

	/** The photo at a path; null if there is none, or if it is too large. */
	find(path: string): CachedPhoto | Promise<CachedPhoto | null> | null {
		const cached = this.#photos.get(path)
		if (cached && performance.now() - cached.checkedAt < RECHECK_MS) return cached
		const running = this.#loading.get(path)
		if (running) return running
		const requested = parsePhotoPath(path)
		if (!requested) return null
		const loading = this.#load(path, requested)
			.catch(() => null)
			.finally(() => this.#loading.delete(path))
		this.#loading.set(path, loading)
		return loading
	}

	/** The raw response for the fast path; null if the file has to be streamed or is missing. */
	rawResponse(request: SimpleGet): Buffer | Promise<Buffer | null> | null {
		if (!request.url.startsWith('/media/')) return null
		const photo = this.find(request.url)
		if (photo instanceof Promise) return photo.then((found) => found && this.#rawResponse(found, request))
		return photo && this.#rawResponse(photo, request)
	}

	#rawResponse(photo: CachedPhoto, { ifNoneMatch }: SimpleGet): Buffer {
		const status = photoStatus(photo, ifNoneMatch)
		return this.#raw.get(photo, String(status), () => photoResponse(photo, status))
	}

	async #load(path: string, requested: Omit<FileName, 'bytes'>): Promise<CachedPhoto | null> {
		const { hash, name } = requested
		const cached = this.#photos.get(path)
		if (cached && cached.body.length === (await this.#media.size(hash, name))) {
			cached.checkedAt = performance.now()
			return cached
		}
		const body = await this.#media.read(hash, name, FILE_BYTES_MAX)
		if (!body) {
			this.#photos.delete(path)
			return null
		}
		const headers = photoFileHeaders({ ...requested, bytes: body.length })
		const photo = { body, headers, checkedAt: performance.now() }
		this.#photos.set(path, photo)
		return photo
	}
}

export const photoStatus = ({ headers }: CachedPhoto, ifNoneMatch: string | undefined): 200 | 304 =>
	etagMatches(ifNoneMatch, headers.ETag ?? '') ? 304 : 200

/** The whole file, or 304. */
export function photoResponse({ headers, body }: CachedPhoto, status: 200 | 304): RawParts {
	const { 'Content-Type': type = '', ...rest } = headers
	const head = [...Object.entries(rest).flat(), 'Accept-Ranges', 'bytes']
	if (status === 304) return { status, head, body: null }
	return { status, head: [...head, 'Content-Type', type, 'Content-Length', String(body.length)], body }
}
