import { readMedia } from '@/domain/photos/store'

type Context = { params: Promise<{ path: string[] }> }

/** The name holds the hash of the original, so what it names never changes. */
const CACHE_FOR_GOOD = 'public, max-age=31536000, immutable'
/** Should a picture ever be taken for something else, it may still do nothing. */
const INERT = "default-src 'none'; sandbox"

export async function GET(request: Request, { params }: Context): Promise<Response> {
	const media = await readMedia((await params).path)
	if (!media) return new Response('There is no such picture.', { status: 404 })
	const headers = {
		'Cache-Control': CACHE_FOR_GOOD,
		'Content-Security-Policy': INERT,
		'X-Content-Type-Options': 'nosniff',
		ETag: media.etag,
	}
	if (isKnown(request.headers.get('if-none-match'), media.etag))
		return new Response(null, { status: 304, headers })
	return new Response(request.method === 'HEAD' ? null : media.stream(), {
		headers: { ...headers, 'Content-Type': media.mime, 'Content-Length': String(media.size) },
	})
}

export const HEAD = GET

function isKnown(ifNoneMatch: string | null, etag: string): boolean {
	const known = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
	return known?.some((tag) => tag === etag || tag === '*') ?? false
}
