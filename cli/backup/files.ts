import { createHash } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import { createReadStream, existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { photoHashesIn } from '@/db'
import type { FileRecord } from './manifest'

/** Folders of finished photographs; `incoming-…` folders are unfinished uploads. */
const PHOTO_FOLDER = /^[0-9a-f]{64}$/

export const hashFile = (path: string): Promise<FileRecord> => hashStream(createReadStream(path))

/** SHA-256 and size of a stream. Attaches its listeners synchronously: tar entries flow within the same turn. */
export function hashStream(stream: EventEmitter): Promise<FileRecord> {
	const hash = createHash('sha256')
	let bytes = 0
	return new Promise((resolve, reject) => {
		stream.on('data', (chunk: Buffer) => {
			hash.update(chunk)
			bytes += chunk.length
		})
		stream.on('end', () => resolve({ bytes, sha256: hash.digest('hex') }))
		stream.on('error', reject)
	})
}

/** Hashes of photographs in the database without an original among the files. */
export function photosWithoutOriginal(databaseFile: string, files: Record<string, FileRecord>): string[] {
	const originals = new Set(
		Object.keys(files).flatMap((path) => /^media\/([^/]+)\/original\./.exec(path)?.[1] ?? []),
	)
	return photoHashesIn(databaseFile).filter((hash) => !originals.has(hash))
}

/** Sorted paths of all files of finished photographs, relative to the data folder. */
export async function photoFiles(dataDir: string): Promise<string[]> {
	const media = join(dataDir, 'media')
	if (!existsSync(media)) return []
	const folders = (await readdir(media)).filter((name) => PHOTO_FOLDER.test(name)).sort()
	const paths: string[] = []
	for (const folder of folders)
		for (const name of (await readdir(join(media, folder))).sort()) paths.push(`media/${folder}/${name}`)
	return paths
}
