import { link, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/lib/env'
import type { FocalPoint, PhotoType } from '@/lib/media'
import { type Developed, develop } from './develop'

const EXTENSIONS: Record<PhotoType, string> = {
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'image/webp': 'webp',
}

const folderOf = (hash: string): string => join(env.mediaDir, hash)
const originalName = (type: PhotoType): string => `original.${EXTENSIONS[type]}`

/**
 * Writes the original and its derivatives to a folder of their own and moves that into place in one step, so
 * that a photograph is there completely or not at all. What is there already stays.
 */
export async function storePhoto(
	hash: string,
	{ type, bytes }: { type: PhotoType; bytes: Uint8Array },
	focal: FocalPoint,
): Promise<Developed> {
	return inIncoming(hash, async (into) => {
		const original = join(into, originalName(type))
		await writeFile(original, bytes, { flush: true })
		return develop({ original, into, focal, whole: true })
	})
}

/** Makes the thumbnails around another point, and says in which widths. Those around the old one stay. */
export async function storeThumbs(hash: string, type: PhotoType, focal: FocalPoint): Promise<number[]> {
	const original = join(folderOf(hash), originalName(type))
	const { thumbWidths } = await inIncoming(hash, (into) => develop({ original, into, focal, whole: false }))
	return thumbWidths
}

async function inIncoming<T>(hash: string, fill: (folder: string) => Promise<T>): Promise<T> {
	await mkdir(env.mediaDir, { recursive: true })
	const incoming = await mkdtemp(join(env.mediaDir, 'incoming-'))
	try {
		const filled = await fill(incoming)
		await rename(incoming, folderOf(hash)).catch((error) => addMissing(incoming, folderOf(hash), error))
		return filled
	} finally {
		await rm(incoming, { recursive: true, force: true })
	}
}

/** A name once given keeps its bytes: a link is refused where there is a file, and that is well. */
async function addMissing(from: string, to: string, error: NodeJS.ErrnoException): Promise<void> {
	if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
	for (const name of await readdir(from)) await link(join(from, name), join(to, name)).catch(unlessThere)
}

function unlessThere(error: NodeJS.ErrnoException): void {
	if (error.code !== 'EEXIST') throw error
}
