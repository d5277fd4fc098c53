import { createWriteStream, existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { env } from '@/lib/env'
import { makePrivateFolder } from '@/lib/media/folder-store'
import { newIncomingName } from '@/lib/media/incoming'
import { mediaStore } from '@/lib/media/media-store'
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

/** Begins the `hash` of a photograph that was deleted for ever and is still named by texts; sorted after all hashes. */
export const EMPTIED_HASH = '~'

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
export async function missingFiles(photo: PhotoFiles): Promise<string[]> {
	const found = await (await mediaStore()).files(photo.hash)
	const sizes = new Map(found.map(({ name, bytes }) => [name, bytes]))
	return promisedFiles(photo).filter((name) => !sizes.get(name))
}

/**
 * Writes the original and its derivatives to an incoming folder and adds them to the media store. All files are
 * durable before this resolves, so that a row may refer to them.
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
	return withLocalFile(hash, originalName(type), async (original) => {
		if (original === null)
			throw new Refusal(
				'invalid',
				'The file of this photograph is missing on the server. Please add the same file again; its words stay.',
				'photo',
			)
		const { thumbWidths } = await inIncoming(hash, (into) =>
			processImage({ original, into, focal, whole: false }),
		)
		return thumbWidths
	})
}

/** Passes the path of a file on this machine, a copy of a remote one; null if the file is missing. */
export async function withLocalFile<T>(
	hash: string,
	name: string,
	use: (path: string | null) => Promise<T>,
): Promise<T> {
	const media = await mediaStore()
	const path = media.localPath(hash, name)
	if (path !== null) return use(existsSync(path) ? path : null)
	const stream = await media.stream(hash, name)
	if (!stream) return use(null)
	return inTemporary(async (folder) => {
		const copy = join(folder, name)
		await pipeline(stream, createWriteStream(copy))
		return use(copy)
	})
}

/** Copies photographs, each a folder named by its hash, into the media store. */
export async function copyPhotos(from: string): Promise<void> {
	for (const hash of await fs.readdir(from))
		await inIncoming(hash, (into) => fs.cp(join(from, hash), into, { recursive: true }))
}

const inIncoming = <T>(hash: string, fill: (folder: string) => Promise<T>): Promise<T> =>
	inTemporary(async (incoming) => {
		const filled = await fill(incoming)
		await (await mediaStore()).add(hash, incoming)
		return filled
	})

/** Runs `use` with a new incoming folder. */
async function inTemporary<T>(use: (folder: string) => Promise<T>): Promise<T> {
	await makePrivateFolder(env.mediaDir)
	const name = newIncomingName()
	const incoming = join(env.mediaDir, name)
	filling.add(name)
	try {
		await fs.mkdir(incoming, { mode: 0o700 })
		return await use(incoming)
	} finally {
		await fs.rm(incoming, { recursive: true, force: true })
		filling.delete(name)
	}
}
