import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { photos } from '@/db/schema'
import { audit } from '@/domain/audit'
import { authorize, type StaffViewer, type Viewer } from '@/domain/permissions'
import { type FocalPoint, PHOTO_BYTES_MAX, type PhotoType } from '@/lib/photo-paths'
import { Refusal } from '@/lib/refusal'
import { changedFields, FOCAL_CENTRE, type PhotoFields, type PhotoRecord } from './fields'
import { detectType } from './file-type'
import { queueImage } from './image-queue'
import { fieldsOf, readMetadata } from './metadata'
import { missingFiles, storePhoto } from './store'

type NewPhoto = typeof photos.$inferInsert

/**
 * Adds a photograph: stores the original bytes and its derivatives; texts come from `fields`, else from the
 * file's metadata (an empty field counts as absent). A file that is already stored returns its photograph with
 * unchanged texts.
 *
 * @throws Refusal for a file that is no JPEG, PNG or WebP, is damaged, or is too small or too large
 */
export async function addPhoto(
	viewer: Viewer,
	{ bytes, fields = {} }: { bytes: Uint8Array; fields?: Partial<PhotoFields> },
): Promise<PhotoRecord> {
	authorize(viewer, 'keep photographs')
	const { focalX = FOCAL_CENTRE, focalY = FOCAL_CENTRE, ...words } = changedFields(fields)
	const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== null))
	if (given.noCreditReason) given.credit = null
	const type = acceptedType(bytes)
	const hash = createHash('sha256').update(bytes).digest('hex')
	return queueImage(async () => {
		const [kept] = await readDb().select().from(photos).where(eq(photos.hash, hash))
		if (kept) return withFiles(kept, bytes)
		const prepared = await prepare(hash, bytes, type, { focalX, focalY })
		const photo = { ...prepared, ...given, createdBy: viewer.person.id }
		return write((tx) => insertOnce(tx, viewer, photo))
	})
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

/** Writes the files before the row is inserted, so that every row has its files. */
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
	if (missingFiles(photo).length > 0) await storePhoto(photo.hash, { type: photo.mime, bytes }, photo)
	return photo
}

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
