import { chosenPhoto } from '@/app/desk/chosen-photo'
import type { FormInput } from '@/app/desk/desk-action'
import type { Viewer } from '@/domain/permissions'
import { addPhoto } from '@/domain/photos/add'
import { PROFILES_MAX, type ProfileFields } from '@/domain/profile-fields'

/** The profile in a submitted form. A form without the picture's fields keeps the picture of `before`. */
export async function profileIn(
	viewer: Viewer,
	input: FormInput,
	before: Pick<ProfileFields, 'kind' | 'photoId'>,
): Promise<ProfileFields> {
	const { text, list } = input
	const numbers = Array.from({ length: PROFILES_MAX }, (_, index) => index + 1)
	const kind = text('kind') ? (text('kind') as ProfileFields['kind']) : before.kind
	return {
		name: text('name'),
		slug: text('slug'),
		kind,
		beat: text('beat'),
		bio: text('bio'),
		callToAction: { label: text('callToActionLabel'), url: text('callToActionUrl') },
		profiles: numbers.map((number) => ({
			label: text(`profileLabel${number}`),
			url: text(`profileUrl${number}`),
		})),
		fediverse: text('fediverse'),
		photoId: list('photoNumber').length > 0 ? await pictureIn(viewer, input, kind) : before.photoId,
	}
}

/** The uploaded picture, else the chosen one. */
async function pictureIn(
	viewer: Viewer,
	input: FormInput,
	kind: ProfileFields['kind'],
): Promise<number | null> {
	const file = input.file('photo')
	if (!file) return chosenPhoto(input, 'photoNumber', 'photoId')
	const name = input.text('name')
	const bytes = new Uint8Array(await file.arrayBuffer())
	const alt = `${kind === 'organisation' ? 'Logo' : 'Portrait'} of ${name}`
	return (await addPhoto(viewer, { bytes, fields: { caption: name, alt } })).id
}
