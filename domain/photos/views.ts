import { inList, listParameter, prepared, readDb } from '@/db'
import { photos } from '@/db/schema'
import type { PhotoView } from '@/domain/articles/views'
import { dependsOn } from '@/lib/invalidation'
import type { PhotoRecord } from './fields'

const photosByIds = prepared(['ids'], (on, { ids }) => on.select().from(photos).where(inList(photos.id, ids)))

/** View data of photographs by id, in one query; unknown ids are absent. */
export async function photoViews(ids: number[]): Promise<Map<number, PhotoView>> {
	const wanted = [...new Set(ids)]
	if (wanted.length === 0) return new Map()
	for (const id of wanted) dependsOn(`photo:${id}`)
	const rows = await photosByIds(readDb(), { ids: listParameter(wanted) })
	return new Map(rows.map((photo) => [photo.id, photoView(photo)]))
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
