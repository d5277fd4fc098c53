import { and, inArray, not } from 'drizzle-orm'
import { inList, listParameter, prepared, readDb } from '@/db'
import { photos } from '@/db/schema'
import type { PhotoView } from '@/domain/articles/views'
import { isKept } from '@/domain/trash/rows'
import { dependsOn } from '@/lib/invalidation'
import type { PhotoRecord } from './fields'

const photosByIds = prepared(['ids'], (on, { ids }) =>
	on
		.select()
		.from(photos)
		.where(and(inList(photos.id, ids), isKept('photo', photos.id))),
)

/** View data of photographs by id, in one query; unknown ids and those of the trash are absent. */
export async function photoViews(ids: number[]): Promise<Map<number, PhotoView>> {
	const wanted = [...new Set(ids)]
	if (wanted.length === 0) return new Map()
	for (const id of wanted) dependsOn(`photo:${id}`)
	const rows = await photosByIds(readDb(), { ids: listParameter(wanted) })
	return new Map(rows.map((photo) => [photo.id, photoView(photo)]))
}

/** The photographs among the ids that are in the trash or were deleted for ever, and are still named by texts. */
export async function removedPhotoIds(ids: number[]): Promise<Set<number>> {
	if (ids.length === 0) return new Set()
	const rows = await readDb()
		.select({ id: photos.id })
		.from(photos)
		.where(and(inArray(photos.id, ids), not(isKept('photo', photos.id))))
	return new Set(rows.map(({ id }) => id))
}

export function photoView(photo: PhotoRecord): PhotoView {
	return {
		id: photo.id,
		hash: photo.hash,
		width: photo.width,
		height: photo.height,
		widths: photo.widths,
		avifWidths: photo.avifWidths,
		thumbWidths: photo.thumbWidths,
		colour: photo.colour,
		alt: photo.alt ?? '',
		caption: photo.caption ?? '',
		credit: photo.credit ?? '',
		creator: photo.creator,
		focalX: photo.focalX,
		focalY: photo.focalY,
	}
}

/** A photograph with the texts that the desk's uploader asks for. */
export type DeskPhotoView = PhotoView & { rightsEndOn: string }

export const deskPhotoView = (photo: PhotoRecord): DeskPhotoView => ({
	...photoView(photo),
	rightsEndOn: photo.rightsEndOn ?? '',
})
