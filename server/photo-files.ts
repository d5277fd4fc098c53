import { readdir, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import send from 'send'
import { type PhotoFormat, parseDerivativeName, parsePhotoPath } from '@/lib/photo-paths'
import { wantsSaveData } from './save-data'

type RequestedFile = NonNullable<ReturnType<typeof parsePhotoPath>>
type FoundFile = { name: string; bytes: number }

const TYPES: Record<PhotoFormat, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' }

/** Headers of all responses; `Vary`, since `Save-Data` selects a smaller file at the same URL. */
const HEADERS = {
	'Cross-Origin-Resource-Policy': 'same-origin',
	'X-Content-Type-Options': 'nosniff',
	Vary: 'Save-Data',
	// Disables scripts if a browser should interpret a photo as a document.
	'Content-Security-Policy': "default-src 'none'; sandbox",
}
/** The path holds the hash of the original, so that its content never changes. */
const IMMUTABLE = 'public, max-age=31536000, immutable'
/** Size limit under `Save-Data`, as a share of the requested file; else the narrowest file is sent. */
const SAVE_DATA_RATIO = 0.5

/** Serves `/media/…` with ETag and ranges. @returns false for other paths */
export async function servePhotoFile(
	request: IncomingMessage,
	response: ServerResponse,
	folder: string,
): Promise<boolean> {
	const [path = ''] = (request.url ?? '').split('?', 1)
	if (path !== '/media' && !path.startsWith('/media/')) return false
	for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.setHeader('Allow', 'GET, HEAD')
		sendError(response, 405, 'A picture can only be looked at.')
		return true
	}
	const requested = parsePhotoPath(path)
	const found = requested && (await find(requested, folder, wantsSaveData(request.headers)))
	if (found) sendFile(request, response, join(folder, requested.hash), { ...requested, ...found })
	else sendError(response, 404, 'There is no such picture.')
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
	{ hash, name, bytes, format }: RequestedFile & FoundFile,
): void {
	response.setHeader('Content-Type', TYPES[format])
	response.setHeader('ETag', `"${hash.slice(0, 16)}-${name}-${bytes}"`)
	response.setHeader('Cache-Control', IMMUTABLE)
	send(request, name, { root, lastModified: false, index: false })
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
