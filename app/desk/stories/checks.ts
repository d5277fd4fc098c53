import type { Checks } from '@/components/desk/stories/publish-checks'
import type { Checklist } from '@/domain/articles/checklist'
import type { StaffViewer } from '@/domain/permissions'
import { mayChangePhoto } from '@/domain/photos/change'
import { missingForPrint } from '@/domain/photos/read'
import { photoView } from '@/domain/photos/views'

/** The checklist as the publish panel shows it to a viewer. */
export const checksFor = (viewer: StaffViewer, { photos, ...items }: Checklist): Checks => ({
	...items,
	photos: photos.map((photo) => ({
		...photoView(photo),
		missing: missingForPrint(photo),
		mayChange: mayChangePhoto(viewer, photo),
	})),
})
