import { readdir, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import send from 'send'
import { messages } from '@/lib/messages/messages'
import { parseDerivativeName, parsePhotoPath } from '@/lib/photo-paths'
import { PHOTO_HEADERS, type PhotoCache, photoFileHeaders, photoResponse, photoStatus } from './photo-cache'
import { wantsSaveData } from './save-data'

type RequestedFile = NonNullable<ReturnType<typeof parsePhotoPath>>
type FoundFile = { name: string; bytes: number }

/** Size limit under `Save-Data`, as a share of the requested file; else the narrowest file is sent. */
const SAVE_DATA_RATIO = 0.5

/** Headers of requests for a part of a file, or for a file in a certain state. */
const PARTIAL = ['range', 'if-range', 'if-match', 'if-modified-since', 'if-unmodified-since'] as const

/** Serves `/media/…` with ETag and ranges. @returns false for other paths */
export async function servePhotoFile(
	request: IncomingMessage,
	response: ServerResponse,
	folder: string,
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
	const found = requested && (await find(requested, folder, wantsSaveData(request.headers)))
	if (found) sendFile(request, response, join(folder, requested.hash), { ...requested, ...found })
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
export async function saveDataBytes(path: string, folder: string): Promise<number | null> {
	const requested = parsePhotoPath(path)
	return (requested && (await find(requested, folder, true)))?.bytes ?? null
}

async function find(requested: RequestedFile, folder: string, saveData: boolean): Promise<FoundFile | null> {
	const original = await sizeOf(folder, requested.hash, requested.name)
	if (!original || !saveData) return original
	const names = (await readdir(join(folder, requested.hash))).filter((name) => isSmaller(name, requested))
	const smaller = (await Promise.all(names.map((name) => sizeOf(folder, requested.hash, name))))
		.filter((each) => each !== null)
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

async function sizeOf(folder: string, hash: string, name: string): Promise<FoundFile | null> {
	const file = await stat(join(folder, hash, name)).catch(() => null)
	return file?.isFile() ? { name, bytes: file.size } : null
}

function sendFile(
	request: IncomingMessage,
	response: ServerResponse,
	root: string,
	file: RequestedFile & FoundFile,
): void {
	for (const [name, value] of Object.entries(photoFileHeaders(file))) response.setHeader(name, value)
	send(request, file.name, { root, lastModified: false, index: false })
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
