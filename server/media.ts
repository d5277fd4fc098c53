import { readdir, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import send from 'send'
import { derivativeNamed, type MediaFormat, mediaAt } from '@/lib/media'
import { savesData } from './save-data'

type Asked = NonNullable<ReturnType<typeof mediaAt>>
type Found = { name: string; bytes: number }

const TYPES: Record<MediaFormat, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' }

/** On every answer: with `Save-Data` the same address gives a smaller picture. */
const HEADERS = {
	'Cross-Origin-Resource-Policy': 'same-origin',
	'X-Content-Type-Options': 'nosniff',
	Vary: 'Save-Data',
	// Should a picture ever be taken for something else, it may still do nothing.
	'Content-Security-Policy': "default-src 'none'; sandbox",
}
/** The name holds the hash of the original, so what it names never changes. */
const CACHE_FOR_GOOD = 'public, max-age=31536000, immutable'
/** Whoever asks to save data is given about half of it, or the narrowest picture there is. */
const SAVED_SHARE = 0.5

/** Answers a request for a photograph's file; false where the path is that of something else. */
export async function serveMedia(
	request: IncomingMessage,
	response: ServerResponse,
	folder: string,
): Promise<boolean> {
	const [path = ''] = (request.url ?? '').split('?', 1)
	if (path !== '/media' && !path.startsWith('/media/')) return false
	for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.setHeader('Allow', 'GET, HEAD')
		refuse(response, 405, 'A picture can only be looked at.')
		return true
	}
	const asked = mediaAt(path)
	const found = asked && (await find(asked, folder, savesData(request.headers)))
	if (found) sendFile(request, response, join(folder, asked.hash), { ...asked, ...found })
	else refuse(response, 404, 'There is no such picture.')
	return true
}

/** Size of the file that a client saving data is given for that path; null where there is none. */
export async function savedBytes(path: string, folder: string): Promise<number | null> {
	const asked = mediaAt(path)
	return (asked && (await find(asked, folder, true)))?.bytes ?? null
}

async function find(asked: Asked, folder: string, saving: boolean): Promise<Found | null> {
	const whole = await sizeOf(folder, asked.hash, asked.name)
	if (!whole || !saving) return whole
	const names = (await readdir(join(folder, asked.hash))).filter((name) => isSmaller(name, asked))
	const smaller = (await Promise.all(names.map((name) => sizeOf(folder, asked.hash, name))))
		.filter((each) => each !== null)
		.sort((a, b) => b.bytes - a.bytes)
	return smaller.find(({ bytes }) => bytes <= whole.bytes * SAVED_SHARE) ?? smaller.at(-1) ?? whole
}

function isSmaller(name: string, asked: Asked): boolean {
	const other = derivativeNamed(name)
	return (
		other !== null &&
		other.format === asked.format &&
		pointOf(other.crop) === pointOf(asked.crop) &&
		other.width < asked.width
	)
}

/** The focal point in `x320-745-500`: thumbnails of other widths have other heights. */
const pointOf = (crop: string): string => crop.slice(crop.indexOf('-') + 1)

async function sizeOf(folder: string, hash: string, name: string): Promise<Found | null> {
	const file = await stat(join(folder, hash, name)).catch(() => null)
	return file?.isFile() ? { name, bytes: file.size } : null
}

function sendFile(
	request: IncomingMessage,
	response: ServerResponse,
	root: string,
	{ hash, name, bytes, format }: Asked & Found,
): void {
	response.setHeader('Content-Type', TYPES[format])
	response.setHeader('ETag', `"${hash.slice(0, 16)}-${name}-${bytes}"`)
	response.setHeader('Cache-Control', CACHE_FOR_GOOD)
	send(request, name, { root, lastModified: false, index: false })
		.on('error', ({ status }: { status?: number }) => {
			if (response.headersSent) response.destroy()
			else refuse(response, status ?? 500, 'The picture cannot be given like that.')
		})
		.pipe(response)
}

function refuse(response: ServerResponse, status: number, message: string): void {
	response.removeHeader('ETag')
	response.removeHeader('Content-Length')
	response.setHeader('Cache-Control', 'no-store')
	response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
	response.end(message)
}
