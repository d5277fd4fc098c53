import { eq } from 'drizzle-orm'
import { photos } from '@/db/schema'
import { write } from '@/db/write'
import { audit } from '@/domain/audit'
import { demand, may, type StaffViewer, type Viewer } from '@/domain/permissions'
import { Refusal } from '@/lib/refusal'
import { checkedFields, type PhotoFields, type PhotoRecord } from './fields'

/** @throws Refusal for words too long, for an unknown photograph, and for one that someone else added */
export async function changePhoto(
	viewer: Viewer,
	id: number,
	fields: Partial<PhotoFields>,
): Promise<PhotoRecord> {
	demand(viewer, 'keep photographs')
	const changes = checkedFields(fields)
	return write(async (tx) => {
		const [photo] = await tx.select().from(photos).where(eq(photos.id, id))
		if (!photo) throw new Refusal('unknown', 'There is no such photograph.')
		demandOwn(viewer, photo)
		if (Object.keys(changes).length === 0) return photo
		tx.changed(`photo:${id}`)
		await tx.update(photos).set(changes).where(eq(photos.id, id))
		await audit(tx, viewer, 'change photo', `photo:${id}`, changes)
		return { ...photo, ...changes }
	})
}

function demandOwn(viewer: StaffViewer, photo: PhotoRecord): void {
	if (photo.createdBy === viewer.person.id || may(viewer, 'edit any story')) return
	throw new Refusal(
		'forbidden',
		'You may change the photographs you added yourself. Please ask an editor about this one.',
	)
}
