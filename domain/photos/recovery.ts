import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import fs from 'node:fs/promises'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { eq, gte, sql } from 'drizzle-orm'
import { photos } from '@/db/schema'
import { readDb } from '@/db/sqlite/connection'
import { env } from '@/lib/env'
import { unreadableFile } from '@/lib/start-refusal'
import { queueImage } from './image-queue'
import { INCOMING, isBeingFilled, missingFiles, storePhoto } from './store'

/** A power cut takes what was newest; their files are looked at one by one also at a start. */
const NEWEST_CHECKED = 200
const PHOTO_FOLDER = /^[0-9a-f]{64}$/
const PAGE_ROWS = 1_000

export type PhotoFilesReport = {
	/** Photographs in the database. */
	rows: number
	/** Whether the folder holds nothing at all, as when it was not restored or mounted. */
	emptyFolder: boolean
	/** Photographs with a row and without some of their files, by id. */
	incomplete: number[]
	/** Folders without a row, left by an upload that was cut short before it was confirmed. */
	withoutRow: string[]
	/** Folders of uploads that nothing fills any more. */
	leftovers: string[]
}

/**
 * Compares the photographs of the database with the files, both ways. Of older ones only the folder is looked
 * for unless `everyFile` is set, so that a start with 100,000 of them costs one listing.
 */
export async function comparePhotoFiles({ everyFile }: { everyFile: boolean }): Promise<PhotoFilesReport> {
	const names = await mediaEntries()
	const folders = new Set(names)
	const rows = readDb().values<[number, string]>(sql`select id, hash from photos order by id desc`)
	const incomplete = rows.filter(([, hash]) => !folders.has(hash)).map(([id]) => id)
	const oldest = everyFile ? 0 : (rows[NEWEST_CHECKED - 1]?.[0] ?? 0)
	for await (const photo of photosFrom(oldest))
		if (folders.has(photo.hash) && missingFiles(photo).length > 0) incomplete.push(photo.id)
	const bootedAt = Date.now() - uptime() * 1000
	const known = new Set(rows.map(([, hash]) => hash))
	return {
		rows: rows.length,
		emptyFolder: names.length === 0,
		incomplete,
		withoutRow: names.filter((name) => !known.has(name) && PHOTO_FOLDER.test(name)),
		leftovers: names.filter((name) => !known.has(name) && isLeftover(name, bootedAt)),
	}
}

/** In pages, so that memory does not grow with the number of photographs. */
async function* photosFrom(id: number) {
	const { hash, mime, widths, avifWidths, thumbWidths, focalX, focalY } = photos
	const columns = { id: photos.id, hash, mime, widths, avifWidths, thumbWidths, focalX, focalY }
	for (let next = id; ; ) {
		const page = await readDb()
			.select(columns)
			.from(photos)
			.where(gte(photos.id, next))
			.orderBy(photos.id)
			.limit(PAGE_ROWS)
		yield* page
		const last = page.at(-1)
		if (!last || page.length < PAGE_ROWS) return
		next = last.id + 1
	}
}

/**
 * Adopts or clears the folders of uploads that were cut short. One whose photograph has a row fills what is
 * missing of it; any other was never confirmed to the person who sent it. The caller holds the server lock.
 */
export async function recoverLeftovers(): Promise<{ adopted: number; cleared: number }> {
	const counts = { adopted: 0, cleared: 0 }
	const startedAt = Date.now() - process.uptime() * 1000
	for (const name of (await mediaEntries()).filter((each) => isLeftover(each, startedAt))) {
		const folder = join(env.mediaDir, name)
		try {
			counts[(await adopt(folder)) ? 'adopted' : 'cleared'] += 1
			await fs.rm(folder, { recursive: true, force: true })
		} catch (error) {
			console.error(`The photograph left in ${folder} could not be adopted; the folder stays.`, error)
		}
	}
	return counts
}

/** Whether the folder held the original of a photograph whose files were incomplete. */
async function adopt(folder: string): Promise<boolean> {
	const original = (await fs.readdir(folder)).find((name) => name.startsWith('original.'))
	if (!original) return false
	const bytes = await fs.readFile(join(folder, original))
	const hash = createHash('sha256').update(bytes).digest('hex')
	const [photo] = await readDb().select().from(photos).where(eq(photos.hash, hash))
	if (!photo || missingFiles(photo).length === 0) return false
	await queueImage(() => storePhoto(hash, { type: photo.mime, bytes }, photo))
	return true
}

/** A folder not written since `since` (in ms) is older than its process: after a reboot another has the id. */
function isLeftover(name: string, since: number): boolean {
	const found = INCOMING.exec(name)
	if (!found || isBeingFilled(name)) return false
	return found[1] === undefined || !isAlive(Number(found[1])) || isOlder(name, since)
}

function isOlder(name: string, since: number): boolean {
	const folder = statSync(join(env.mediaDir, name), { throwIfNoEntry: false })
	return folder !== undefined && folder.mtimeMs < since
}

/** Whether another process has this id. This one's own folders are known by name. */
function isAlive(id: number): boolean {
	if (id === process.pid) return false
	try {
		return process.kill(id, 0)
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM'
	}
}

/** Names in the folder of photographs; none where it is missing. @throws StartRefusal where it cannot be listed */
export async function mediaEntries(): Promise<string[]> {
	return fs.readdir(env.mediaDir).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return []
		throw unreadableFile(env.mediaDir, error)
	})
}
