import type { StoryFields } from '@/domain/articles/fields'
import { listSections } from '@/domain/articles/lists'
import { sectionAt } from '@/domain/articles/section-address'
import type { PhotoView } from '@/domain/articles/views'
import { photoIdsOf } from '@/domain/body/plain-text'
import { listAuthors } from '@/domain/people'
import { can, type Viewer } from '@/domain/permissions'
import { listPhotos } from '@/domain/photos/read'
import { photoView, photoViews } from '@/domain/photos/views'

/** Number of newest photographs in the picker, besides those of the story. */
const PHOTOS_MAX = 60

export async function storyOptions(viewer: Viewer, fields: StoryFields) {
	const used = [...photoIdsOf(fields.body), ...(fields.heroPhotoId ? [fields.heroPhotoId] : [])]
	return {
		choices: {
			sections: await sectionsFor(fields.section),
			authors: await listAuthors(),
			mayMakeSections: can(viewer, 'change settings'),
		},
		photos: await photoOptions(viewer, used),
	}
}

/** The photographs of a text, and the newest ones. */
export async function photoOptions(viewer: Viewer, used: number[]): Promise<PhotoView[]> {
	const photos = new Map<number, PhotoView>()
	for (const photo of (await photoViews(used)).values()) photos.set(photo.id, photo)
	for (const photo of await listPhotos(viewer, { limit: PHOTOS_MAX })) photos.set(photo.id, photoView(photo))
	return [...photos.values()]
}

/** The sections of the menu, and that of the story, which may be retired. */
async function sectionsFor(slug: string) {
	const offered = await listSections()
	const own = slug && !offered.some((each) => each.slug === slug) ? await sectionAt(slug) : null
	return own ? [...offered, { slug: own.slug, name: own.name }] : offered
}
