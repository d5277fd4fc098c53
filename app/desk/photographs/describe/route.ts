import { deskRoute } from '@/app/_http/desk-route'
import { changePhoto } from '@/domain/photos/change'
import { deskPhotoView } from '@/domain/photos/views'

const FIELDS = ['caption', 'credit', 'alt', 'rightsEndOn'] as const

/** Changes the texts of the photograph `photo` that the form has; responds with its view data as JSON. */
export const POST = deskRoute(async (viewer, form) => {
	const given = FIELDS.filter((name) => form.has(name)).map((name) => [name, String(form.get(name))])
	return deskPhotoView(await changePhoto(viewer, Number(form.get('photo')), Object.fromEntries(given)))
})
