import type { IncomingMessage, ServerResponse } from 'node:http'
import { dirname } from 'node:path'
import send from 'send'
import type { MediaFile, MediaStore } from '@/lib/media/media-store'
import { messages } from '@/lib/messages/messages'
import { parseDerivativeName, parsePhotoPath } from '@/lib/photo-paths'
import { PHOTO_HEADERS, type PhotoCache, photoFileHeaders, photoResponse, photoStatus } from './photo-cache'
import { streamFile } from './photo-stream'
import { wantsSaveData } from './save-data'

type RequestedFile = NonNullable<ReturnType<typeof parsePhotoPath>>

/** Size limit under `Save-Data`, as a share of the requested file; else the narrowest file is sent. */
const SAVE_DATA_RATIO = 0.5

/** Headers of requests for a part of a file, or for a file in a certain state. */
const PARTIAL = ['range', 'if-range', 'if-match', 'if-modified-since', 'if-unmodified-since'] as const

/** Serves `/media/…` with ETag and ranges. @returns false for other paths */
export async function servePhotoFile(
	request: IncomingMessage,
	response: ServerResponse,
	media: MediaStore,
	cache: PhotoCache,
): Promise<boolean> {
	const [path = ''] = (request.url ?? '').split('?', 1)
	if (path !== '/media' && !path.startsWith('/media/')) return false
	if (await serveFromMemory(request, response, path, cache)) return true
	for (const [name, value] of Object.entries(PHOTO_HEADERS)) response.setHeader(name, value)
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.setHeader('Allow', 'GET, HEAD')
		sendError(response, 405, 'A picture can only be looked at.')
		return true
	}
	const requested = parsePhotoPath(path)
	const found = requested && (await find(requested, media, wantsSaveData(request.headers)))
	if (found) await sendFile(request, response, media, { ...requested, ...found })
	else sendError(response, 404, messages().errors.noPictureFile)
	return true
}

async function serveFromMemory(
	{ method, headers }: IncomingMessage,
	response: ServerResponse,
	path: string,
	cache: PhotoCache,
): Promise<boolean> {
	if ((method !== 'GET' && method !== 'HEAD') || wantsSaveData(headers)) return false
	if (PARTIAL.some((name) => headers[name] !== undefined)) return false
	const photo = await cache.find(path)
	if (!photo) return false
	const { status, head, body } = photoResponse(photo, photoStatus(photo, headers['if-none-match']))
	response.writeHead(status, head)
	response.end(method === 'HEAD' ? undefined : body)
	return true
}

/** Size in bytes of the file that a client with `Save-Data` gets for a path; null if the file is missing. */
export async function saveDataBytes(path: string, media: MediaStore): Promise<number | null> {
	const requested = parsePhotoPath(path)
	return (requested && (await find(requested, media, true)))?.bytes ?? null
}

async function find(
	requested: RequestedFile,
	media: MediaStore,
	saveData: boolean,
): Promise<MediaFile | null> {
	const { hash, name } = requested
	const bytes = await media.size(hash, name)
	if (bytes === null) return null
	const original = { name, bytes }
	if (!saveData) return original
	const smaller = (await media.files(hash))
		.filter((file) => isSmaller(file.name, requested))
		.sort((a, b) => b.bytes - a.bytes)
	return smaller.find(({ bytes }) => bytes <= original.bytes * SAVE_DATA_RATIO) ?? smaller.at(-1) ?? original
}

function isSmaller(name: string, requested: RequestedFile): boolean {
	const other = parseDerivativeName(name)
	return (
		other !== null &&
		other.format === requested.format &&
		focalPointOf(other.crop) === focalPointOf(requested.crop) &&
		other.width < requested.width
	)
}

/** The focal point in `x320-745-500`, without the height, which differs between thumbnails. */
const focalPointOf = (crop: string): string => crop.slice(crop.indexOf('-') + 1)

async function sendFile(
	request: IncomingMessage,
	response: ServerResponse,
	media: MediaStore,
	file: RequestedFile & MediaFile,
): Promise<void> {
	for (const [name, value] of Object.entries(photoFileHeaders(file))) response.setHeader(name, value)
	const path = media.localPath(file.hash, file.name)
	if (path === null) return streamFile(request, response, media, file)
	send(request, file.name, { root: dirname(path), lastModified: false, index: false })
		.on('error', ({ status }: { status?: number }) => {
			if (response.headersSent) response.destroy()
			else sendError(response, status ?? 500, 'The picture cannot be given like that.')
		})
		.pipe(response)
}

function sendError(response: ServerResponse, status: number, message: string): void {
	response.removeHeader('ETag')
	response.removeHeader('Content-Length')
	response.setHeader('Cache-Control', 'no-store')
	response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
	response.end(message)
}
