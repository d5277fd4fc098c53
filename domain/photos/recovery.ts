import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import fs from 'node:fs/promises'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { and, desc, eq, gte, lt } from 'drizzle-orm'
import { isDatabaseFile, readDb } from '@/db'
import { photos } from '@/db/schema'
import { env } from '@/lib/env'
import { inParallel } from '@/lib/in-parallel'
import { entriesOf } from '@/lib/media/folder-store'
import { HOST, INCOMING } from '@/lib/media/incoming'
import { mediaStore } from '@/lib/media/media-store'
import { queueImage } from './image-queue'
import { EMPTIED_HASH, isBeingFilled, missingFiles, storePhoto } from './store'

/** Photographs whose files are all checked at a start: a power cut affects the newest. */
const NEWEST_CHECKED = 200
const PAGE_ROWS = 1_000
/** Photographs of one request for lists of files. */
const CONCURRENT_LISTS = 16
/** Age from which the incoming folder of another host is a leftover: uploads take a minute, and clocks differ. */
const OTHER_HOST_MS = 3_600_000
/** Condition: not deleted for ever. */
const hasFiles = lt(photos.hash, EMPTIED_HASH)

export type PhotoFilesReport = {
	/** Photographs in the database. */
	rows: number
	/** Ids of photographs with missing files. */
	incomplete: number[]
	/** Hashes with files but without a row, of uploads interrupted before the row was committed. */
	withoutRow: string[]
	/** Incoming folders of interrupted uploads. */
	leftovers: string[]
}

/**
 * Compares photographs in the database with the files in the media store, both ways. Without `everyFile` only the folders
 * of older ones are checked, so that a start with 100,000 of them costs one directory listing, and in a remote store
 * nothing of older ones.
 */
export async function comparePhotoFiles({ everyFile }: { everyFile: boolean }): Promise<PhotoFilesReport> {
	const names = await entriesOf(env.mediaDir)
	const media = await mediaStore()
	const isListed = everyFile || !media.isRemote
	const hashes = isListed ? await media.hashes() : []
	const stored = new Set(hashes)
	const rows = await readDb()
		.select({ id: photos.id, hash: photos.hash })
		.from(photos)
		.where(hasFiles)
		.orderBy(desc(photos.id))
	const incomplete = rows.filter(({ hash }) => isListed && !stored.has(hash)).map(({ id }) => id)
	const oldest = everyFile ? 0 : (rows[NEWEST_CHECKED - 1]?.id ?? 0)
	for await (const page of pagesFrom(oldest)) {
		const toCheck = page.filter(({ hash }) => !isListed || stored.has(hash))
		await inParallel(toCheck, CONCURRENT_LISTS, async (photo) => {
			if ((await missingFiles(photo)).length > 0) incomplete.push(photo.id)
		})
	}
	const bootedAt = Date.now() - uptime() * 1000
	const known = new Set(rows.map(({ hash }) => hash))
	return {
		rows: rows.length,
		incomplete,
		withoutRow: hashes.filter((hash) => !known.has(hash)),
		leftovers: names.filter((name) => isLeftover(name, bootedAt)),
	}
}

/** In pages, so that memory is independent of the number of photographs. */
async function* pagesFrom(id: number) {
	const { hash, mime, widths, avifWidths, thumbWidths, focalX, focalY } = photos
	const columns = { id: photos.id, hash, mime, widths, avifWidths, thumbWidths, focalX, focalY }
	for (let next = id; ; ) {
		const page = await readDb()
			.select(columns)
			.from(photos)
			.where(and(gte(photos.id, next), hasFiles))
			.orderBy(photos.id)
			.limit(PAGE_ROWS)
		yield page
		const last = page.at(-1)
		if (!last || page.length < PAGE_ROWS) return
		next = last.id + 1
	}
}

/**
 * Adopts or deletes the incoming folders of interrupted uploads. An original whose photograph has a row
 * restores the missing files; any other was never confirmed to its uploader, and neither were its files in a remote
 * store. The caller holds the server lock.
 */
export async function recoverLeftovers(): Promise<{ adopted: number; cleared: number }> {
	const counts = { adopted: 0, cleared: 0 }
	const startedAt = Date.now() - process.uptime() * 1000
	for (const name of (await entriesOf(env.mediaDir)).filter((each) => isLeftover(each, startedAt))) {
		const folder = join(env.mediaDir, name)
		try {
			counts[(await adopt(folder)) ? 'adopted' : 'cleared'] += 1
			await fs.rm(folder, { recursive: true, force: true })
		} catch (error) {
			console.error(
				`Recovery of the interrupted upload in ${folder} failed; the folder is kept for the next start.`,
				error,
			)
		}
	}
	return counts
}

/** Restores a photograph's missing files from the folder's original. @returns false if no file was missing */
async function adopt(folder: string): Promise<boolean> {
	const original = (await fs.readdir(folder)).find((name) => name.startsWith('original.'))
	if (!original) return false
	const bytes = await fs.readFile(join(folder, original))
	const hash = createHash('sha256').update(bytes).digest('hex')
	const [photo] = await readDb().select().from(photos).where(eq(photos.hash, hash))
	const media = await mediaStore()
	if (!photo && media.isRemote) await queueImage(() => media.delete(hash))
	if (!photo || (await missingFiles(photo)).length === 0) return false
	await queueImage(() => storePhoto(hash, { type: photo.mime, bytes }, photo))
	return true
}

/**
 * Whether an incoming folder belongs to no running upload. A folder not written since `since` (in ms) predates
 * its process: process ids are reused after a reboot. Servers of other hosts may share the folder on PostgreSQL.
 */
function isLeftover(name: string, since: number): boolean {
	const found = INCOMING.exec(name)
	if (!found || isBeingFilled(name)) return false
	const { host = HOST, pid } = found.groups ?? {}
	if (pid === undefined) return true
	if (host !== HOST && !isDatabaseFile) return isOlder(name, Date.now() - OTHER_HOST_MS)
	return host !== HOST || !isAlive(Number(pid)) || isOlder(name, since)
}

function isOlder(name: string, since: number): boolean {
	const folder = statSync(join(env.mediaDir, name), { throwIfNoEntry: false })
	return folder !== undefined && folder.mtimeMs < since
}

/** Whether another process has this id; this process's own folders are listed by name. */
function isAlive(id: number): boolean {
	if (id === process.pid) return false
	try {
		return process.kill(id, 0)
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM'
	}
}
