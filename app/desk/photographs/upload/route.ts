import { deskRoute } from '@/app/_http/desk-route'
import { authorize } from '@/domain/permissions'
import { addPhoto } from '@/domain/photos/add'
import { deskPhotoView } from '@/domain/photos/views'
import { Refusal } from '@/lib/refusal'

/** Adds the file `photo` to the photo library; responds with its view data as JSON. */
export const POST = deskRoute(async (viewer, form) => {
	authorize(viewer, 'keep photographs')
	const file = form.get('photo')
	if (!(file instanceof File)) throw new Refusal('invalid', 'Please choose a file.', 'photo')
	return deskPhotoView(await addPhoto(viewer, { bytes: new Uint8Array(await file.arrayBuffer()) }))
})
