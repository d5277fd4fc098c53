import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { photos } from '@/db/schema'
import { audit } from '@/domain/audit'
import { authorize, type StaffViewer, type Viewer } from '@/domain/permissions'
import { findTrashed, takeOut } from '@/domain/trash/rows'
import { ConcurrencyLimiter } from '@/lib/concurrency-limiter'
import { type FocalPoint, PHOTO_BYTES_MAX, type PhotoType } from '@/lib/photo-paths'
import { Refusal } from '@/lib/refusal'
import { changedFields, FOCAL_CENTRE, type PhotoFields, type PhotoRecord } from './fields'
import { detectType } from './file-type'
import { queueImage } from './image-queue'
import { fieldsOf, readMetadata } from './metadata'
import { missingFiles, storePhoto } from './store'

type NewPhoto = typeof photos.$inferInsert

type PhotoFile = { bytes: Uint8Array; fields?: Partial<PhotoFields> }

/**
 * Adds a photograph: stores the original bytes and its derivatives; texts come from `fields`, else from the
 * file's metadata (an empty field counts as absent). A file that is already stored returns its photograph with
 * unchanged texts.
 *
 * @throws Refusal for a file that is no JPEG, PNG or WebP, is damaged, or is too small or too large
 */
export async function addPhoto(viewer: Viewer, file: PhotoFile): Promise<PhotoRecord> {
	authorize(viewer, 'keep photographs')
	const type = acceptedType(file.bytes)
	return queueImage(async () => insert(viewer, await storeFiles(file, type)))
}

/**
 * Adds photographs in the given order, as `addPhoto` does, with `maxConcurrent` images processed at a time. Not
 * for uploads: their images share one queue. If one is refused, none is added.
 *
 * @param files functions, so that only the files being processed are in memory
 */
export async function addPhotos(
	viewer: Viewer,
	files: readonly (() => Promise<PhotoFile>)[],
	maxConcurrent: number,
): Promise<PhotoRecord[]> {
	authorize(viewer, 'keep photographs')
	const limiter = new ConcurrencyLimiter({ maxConcurrent, maxQueued: files.length })
	const stored = await Promise.all(
		files.map((read) =>
			limiter.run('files', async () => {
				const file = await read()
				return storeFiles(file, acceptedType(file.bytes))
			}),
		),
	)
	const added: PhotoRecord[] = []
	for (const photo of stored) added.push(await insert(viewer, photo))
	return added
}

function acceptedType(bytes: Uint8Array): PhotoType {
	if (bytes.length === 0) throw new Refusal('invalid', 'This file is empty.', 'photo')
	if (bytes.length > PHOTO_BYTES_MAX) {
		const [size, limit] = [bytes.length, PHOTO_BYTES_MAX].map((count) => Math.ceil(count / 1024 / 1024))
		throw new Refusal('invalid', `This file has ${size} MB; a photograph may have ${limit} MB.`, 'photo')
	}
	const type = detectType(bytes)
	if (!type)
		throw new Refusal('invalid', 'This file is not a JPEG, PNG or WebP picture that can be read.', 'photo')
	return type
}

/** Writes the files before the row is inserted, so that every row has its files. Returns a row or a new one. */
async function storeFiles(
	{ bytes, fields = {} }: PhotoFile,
	type: PhotoType,
): Promise<PhotoRecord | NewPhoto> {
	const { focalX = FOCAL_CENTRE, focalY = FOCAL_CENTRE, ...words } = changedFields(fields)
	const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== null))
	if (given.noCreditReason) given.credit = null
	const hash = createHash('sha256').update(bytes).digest('hex')
	const [kept] = await readDb().select().from(photos).where(eq(photos.hash, hash))
	if (kept) return withFiles(kept, bytes)
	return { ...(await prepare(hash, bytes, type, { focalX, focalY })), ...given }
}

async function prepare(
	hash: string,
	bytes: Uint8Array,
	mime: PhotoType,
	focal: FocalPoint,
): Promise<NewPhoto> {
	const { exif, iptc, xmp, ...developed } = await storePhoto(hash, { type: mime, bytes }, focal)
	const metadata = await readMetadata({ exif, iptc, xmp })
	return { ...fieldsOf(metadata), ...developed, ...focal, hash, mime, metadata }
}

/** The existing row; missing files are written again from the same bytes. */
async function withFiles(photo: PhotoRecord, bytes: Uint8Array): Promise<PhotoRecord> {
	if ((await missingFiles(photo)).length > 0) await storePhoto(photo.hash, { type: photo.mime, bytes }, photo)
	return photo
}

/** Inserts a new row; returns an existing one. */
async function insert(viewer: StaffViewer, photo: PhotoRecord | NewPhoto): Promise<PhotoRecord> {
	if (isStored(photo)) return keep(viewer, photo)
	return write((tx) => insertOnce(tx, viewer, { ...photo, createdBy: viewer.person.id }))
}

/** Adding the file of a photograph in the trash restores it. */
async function keep(viewer: StaffViewer, photo: PhotoRecord): Promise<PhotoRecord> {
	if (await findTrashed(readDb(), 'photo', photo.id))
		await write(async (tx) => {
			await tx.lock('photo', photo.id)
			if (await takeOut(tx, viewer, 'photo', photo.id)) tx.changed(`photo:${photo.id}`)
		})
	return photo
}

const isStored = (photo: PhotoRecord | NewPhoto): photo is PhotoRecord => photo.id !== undefined

async function insertOnce(tx: Tx, viewer: StaffViewer, photo: NewPhoto): Promise<PhotoRecord> {
	const [added] = await tx.insert(photos).values(photo).onConflictDoNothing().returning()
	if (added) {
		await audit(tx, viewer, 'add photo', `photo:${added.id}`)
		return added
	}
	const [kept] = await tx.select().from(photos).where(eq(photos.hash, photo.hash))
	if (!kept) throw new Error(`The photograph ${photo.hash} was neither added nor found.`)
	return kept
}
