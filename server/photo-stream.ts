import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { ByteRange, MediaFile, MediaStore } from '@/lib/media/media-store'
import { etagMatches } from './compressed-page'

/** Streams a file of a remote store, or the requested range of it; the headers of the whole file are set. */
export async function streamFile(
	request: IncomingMessage,
	response: ServerResponse,
	media: MediaStore,
	{ hash, name, bytes }: MediaFile & { hash: string },
): Promise<void> {
	const etag = String(response.getHeader('ETag'))
	const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers
	response.setHeader('Accept-Ranges', 'bytes')
	if (ifMatch !== undefined && !etagMatches(ifMatch, etag)) return void response.writeHead(412).end()
	if (etagMatches(ifNoneMatch, etag)) return void response.writeHead(304).end()
	const range = requestedRange(request, etag, bytes)
	if (range === 'unsatisfiable')
		return void response.writeHead(416, { 'Content-Range': `bytes */${bytes}` }).end()
	// Before the headers, so that an unreachable store is answered with an error.
	const body = request.method === 'HEAD' ? null : await media.stream(hash, name, range ?? undefined)
	if (range) response.setHeader('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`)
	response.writeHead(range ? 206 : 200, { 'Content-Length': range ? range.end - range.start + 1 : bytes })
	if (!body) return void response.end()
	// An interrupted answer is closed before its length, so that no client takes a part for the whole.
	await pipeline(body, response).catch(() => response.destroy())
}

/** A single range; several ranges, and those of another state of the file, get the whole file. */
function requestedRange(
	{ headers }: IncomingMessage,
	etag: string,
	bytes: number,
): ByteRange | 'unsatisfiable' | null {
	const found = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '')
	const ifRange = headers['if-range']
	if (!found || (ifRange !== undefined && ifRange !== etag)) return null
	const [, first = '', last = ''] = found
	if (first === '' && last === '') return null
	const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first)
	const end = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
	if (start >= bytes || (first === '' && Number(last) === 0)) return 'unsatisfiable'
	return end < start ? null : { start, end }
}
