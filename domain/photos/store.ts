import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { env } from '@/lib/env'
import type { PhotoType } from '@/lib/media'
import type { Derivative } from './pixels'

export type StoredMedia = { mime: string; size: number; etag: string; stream: () => ReadableStream }

const EXTENSIONS: Record<PhotoType, string> = {
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'image/webp': 'webp',
}
const HASH = /^[0-9a-f]{64}$/
/** Derivatives only: the name of an original does not match. */
const DERIVATIVE = /^[1-9]\d{2,4}\.(webp|jpg)$/

const mediaFolder = (): string => join(env.dataDir, 'media')

/**
 * Writes the original and its derivatives to a folder of their own and moves that into place in one step, so
 * that a photograph is there completely or not at all. One that is there already stays.
 */
export async function storePhoto(
	hash: string,
	original: { type: PhotoType; bytes: Uint8Array },
	derivatives: Derivative[],
): Promise<void> {
	await mkdir(mediaFolder(), { recursive: true })
	const incoming = await mkdtemp(join(mediaFolder(), 'incoming-'))
	try {
		const put = (name: string, bytes: Uint8Array) => writeFile(join(incoming, name), bytes, { flush: true })
		await put(`original.${EXTENSIONS[original.type]}`, original.bytes)
		for (const { width, format, bytes } of derivatives) await put(`${width}.${format}`, bytes)
		await rename(incoming, join(mediaFolder(), hash)).catch(unlessStored)
	} finally {
		await rm(incoming, { recursive: true, force: true })
	}
}

function unlessStored(error: NodeJS.ErrnoException): void {
	if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
}

/** The file behind `/media/<hash>/<width>.<webp|jpg>`, or null for every other path. */
export async function readMedia(segments: string[]): Promise<StoredMedia | null> {
	const [hash = '', name = ''] = segments
	const format = DERIVATIVE.exec(name)?.[1]
	if (segments.length !== 2 || !HASH.test(hash) || !format) return null
	const path = join(mediaFolder(), hash, name)
	const found = await stat(path).catch(() => null)
	if (!found?.isFile()) return null
	return {
		mime: format === 'webp' ? 'image/webp' : 'image/jpeg',
		size: found.size,
		etag: `"${hash.slice(0, 16)}-${name}-${found.size}"`,
		stream: () => Readable.toWeb(createReadStream(path)) as ReadableStream,
	}
}
