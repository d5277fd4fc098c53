import type { PhotoView } from '@/domain/articles/views'
import { can, type Viewer } from '@/domain/permissions'
import { findPhoto, findPhotosPage } from '@/domain/photos/read'
import { photoView } from '@/domain/photos/views'

/** The newest photographs and the chosen one; null for a viewer without the photo desk. */
export async function profilePhotos(viewer: Viewer, chosen: number | null): Promise<PhotoView[] | null> {
	if (!can(viewer, 'keep photographs')) return null
	const { photos } = await findPhotosPage(viewer, { query: '' })
	if (chosen === null || photos.some(({ id }) => id === chosen)) return photos
	const photo = await findPhoto(chosen)
	return photo ? [...photos, photoView(photo)] : photos
}
