import { randomUUID } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import fs from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from '@/lib/env'
import { fsyncPath } from '@/lib/fsync'
import { type FocalPoint, PHOTO_FORMATS, type PhotoType, thumbName } from '@/lib/photo-paths'
import { Refusal } from '@/lib/refusal'
import { singleton } from '@/lib/singleton'
import type { PhotoRecord } from './fields'
import { type ProcessedImage, processImage } from './process-image'

const EXTENSIONS: Record<PhotoType, string> = {
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'image/webp': 'webp',
}

/** Incoming folders have the process id in their name, so that a start can detect leftovers. */
export const INCOMING = /^incoming-(?:(\d+)-)?/

/** Begins the `hash` of a photograph that was deleted for ever and is still named by texts; sorted after all hashes. */
export const EMPTIED_HASH = '~'

export const photoFolder = (hash: string): string => join(env.mediaDir, hash)
const originalName = (type: PhotoType): string => `original.${EXTENSIONS[type]}`

/** Incoming folders in use by this process. */
const filling = singleton('incoming-photos', () => new Set<string>())
export const isBeingFilled = (name: string): boolean => filling.has(name)

/** The columns of a photograph that determine its files. */
export type PhotoFiles = Pick<
	PhotoRecord,
	'hash' | 'mime' | 'widths' | 'avifWidths' | 'thumbWidths' | 'focalX' | 'focalY'
>

/** The names of all files of a photograph, by its row. */
export function promisedFiles(photo: PhotoFiles): string[] {
	const inFormats = (name: string | number) => PHOTO_FORMATS.map((format) => `${name}.${format}`)
	return [
		originalName(photo.mime),
		...photo.widths.flatMap((width) => [`${width}.webp`, `${width}.jpg`]),
		...photo.avifWidths.map((width) => `${width}.avif`),
		...photo.thumbWidths.flatMap((width) => inFormats(thumbName(width, photo))),
	]
}

/** The promised files that are missing or empty (after a power cut). */
export const missingFiles = (photo: PhotoFiles): string[] =>
	promisedFiles(photo).filter((name) => sizeOf(join(photoFolder(photo.hash), name)) === 0)

/**
 * Writes the original and its derivatives to an incoming folder and renames it into place, so that the
 * photograph's folder is complete or absent. In an existing folder only missing files are added. All files are
 * fsynced before this resolves, so that a row may refer to them.
 */
export async function storePhoto(
	hash: string,
	{ type, bytes }: { type: PhotoType; bytes: Uint8Array },
	focal: FocalPoint,
): Promise<ProcessedImage> {
	return inIncoming(hash, async (into) => {
		const original = join(into, originalName(type))
		await fs.writeFile(original, bytes)
		return processImage({ original, into, focal, whole: true })
	})
}

/** Makes the thumbnails around a focal point; those of the old one stay. @returns their widths */
export async function storeThumbs(hash: string, type: PhotoType, focal: FocalPoint): Promise<number[]> {
	const original = join(photoFolder(hash), originalName(type))
	if (!existsSync(original))
		throw new Refusal(
			'invalid',
			'The file of this photograph is missing on the server. Please add the same file again; its words stay.',
			'photo',
		)
	const { thumbWidths } = await inIncoming(hash, (into) =>
		processImage({ original, into, focal, whole: false }),
	)
	return thumbWidths
}

async function inIncoming<T>(hash: string, fill: (folder: string) => Promise<T>): Promise<T> {
	await makeMediaFolder()
	const name = `incoming-${process.pid}-${randomUUID()}`
	const incoming = join(env.mediaDir, name)
	filling.add(name)
	try {
		await fs.mkdir(incoming, { mode: 0o700 })
		const filled = await fill(incoming)
		for (const file of await fs.readdir(incoming)) await fsyncPath(join(incoming, file))
		await fsyncPath(incoming)
		await fs
			.rename(incoming, photoFolder(hash))
			.catch((error) => addMissing(incoming, photoFolder(hash), error))
		await fsyncPath(env.mediaDir)
		return filled
	} finally {
		await fs.rm(incoming, { recursive: true, force: true })
		filling.delete(name)
	}
}

async function makeMediaFolder(): Promise<void> {
	if (await fs.mkdir(env.mediaDir, { recursive: true, mode: 0o700 })) await fsyncPath(dirname(env.mediaDir))
}

/** Adds missing and empty files to an existing folder; other files are immutable. */
async function addMissing(from: string, to: string, error: NodeJS.ErrnoException): Promise<void> {
	if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
	for (const name of await fs.readdir(from))
		if (sizeOf(join(to, name)) === 0) await fs.rename(join(from, name), join(to, name))
	await fsyncPath(to)
}

/** Bytes of a file; 0 if missing. Synchronous: some twenty calls take less time than one asynchronous call. */
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
