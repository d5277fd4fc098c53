import { rightsWords } from '@/components/desk/photos/rights-words'
import type { Checks } from '@/components/desk/stories/publish-checks'
import type { CheckedPhoto, Checklist } from '@/domain/articles/checklist'
import type { StaffViewer } from '@/domain/permissions'
import { mayChangePhoto } from '@/domain/photos/change'
import { photoView } from '@/domain/photos/views'
import { siteSettings } from '@/domain/settings'

/** The checklist as the publish panel shows it to a viewer. */
export async function checksFor(
	viewer: StaffViewer,
	{ photos, ending, ...items }: Checklist,
): Promise<Checks> {
	const locale = await siteSettings()
	const shown = (photo: CheckedPhoto) => ({
		...photoView(photo),
		missing: photo.missing,
		rights: rightsWords(photo.rightsEndOn, photo.rights, locale),
		mayChange: mayChangePhoto(viewer, photo),
	})
	return { ...items, photos: photos.map(shown), ending: ending.map(shown) }
}
