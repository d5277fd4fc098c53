import { and, eq } from 'drizzle-orm'
import { write } from '@/db'
import { photos } from '@/db/schema'
import { audit } from '@/domain/audit'
import { authorize, can, type StaffViewer, type Viewer } from '@/domain/permissions'
import { indexStoriesWithPhoto } from '@/domain/search/index-story'
import { isKept } from '@/domain/trash/rows'
import type { FocalPoint } from '@/lib/photo-paths'
import { Refusal } from '@/lib/refusal'
import { changedFields, type PhotoFields, type PhotoRecord } from './fields'
import { queueImage } from './image-queue'
import { findPhoto } from './read'
import { storeThumbs } from './store'

/**
 * @throws Refusal `not-found`, `forbidden` for another contributor's photograph, or `invalid` naming the field
 */
export async function changePhoto(
	viewer: Viewer,
	id: number,
	fields: Partial<PhotoFields>,
): Promise<PhotoRecord> {
	authorize(viewer, 'keep photographs')
	const kept = requireEditable(viewer, await findPhoto(id))
	const recropped = await thumbsFor(kept, changedFields(fields, kept))
	const { focalX: _, focalY: __, ...words } = fields
	return write(async (tx) => {
		await tx.lock('photo', id)
		const [found] = await tx
			.select()
			.from(photos)
			.where(and(eq(photos.id, id), isKept('photo', photos.id)))
		const photo = requireEditable(viewer, found)
		const changes = { ...changedFields(words, photo), ...recropped }
		if (Object.keys(changes).length === 0) return photo
		tx.changed(`photo:${id}`)
		await tx.update(photos).set(changes).where(eq(photos.id, id))
		if (changes.caption !== undefined) await indexStoriesWithPhoto(tx, id)
		await audit(tx, viewer, 'change photo', `photo:${id}`, changes)
		return { ...photo, ...changes }
	})
}

/**
 * Writes the thumbnails before the row refers to them. Both coordinates are returned even if one changed, so
 * that concurrent changes cannot combine into a point without thumbnails.
 */
async function thumbsFor(kept: PhotoRecord, changes: Partial<FocalPoint>): Promise<Partial<PhotoRecord>> {
	const { focalX = kept.focalX, focalY = kept.focalY } = changes
	if (focalX === kept.focalX && focalY === kept.focalY) return {}
	const thumbWidths = await queueImage(() => storeThumbs(kept.hash, kept.mime, { focalX, focalY }))
	return { focalX, focalY, thumbWidths }
}

/** Whether the viewer may change the photograph: editors all, contributors those they added. */
export const mayChangePhoto = (viewer: StaffViewer, { createdBy }: Pick<PhotoRecord, 'createdBy'>): boolean =>
	can(viewer, 'edit any story') || (can(viewer, 'keep photographs') && createdBy === viewer.person.id)

/** @throws Refusal `not-found`, or `forbidden` for another contributor's photograph */
export function requireEditable(viewer: StaffViewer, photo: PhotoRecord | null | undefined): PhotoRecord {
	if (!photo) throw new Refusal('not-found', 'There is no such photograph.')
	if (mayChangePhoto(viewer, photo)) return photo
	throw new Refusal(
		'forbidden',
		'You may change the photographs you added yourself. Please ask an editor about this one.',
	)
}
