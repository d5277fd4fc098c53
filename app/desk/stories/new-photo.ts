import type { FormInput } from '@/app/desk/desk-action'
import type { StoryFields } from '@/domain/articles/fields'
import type { Viewer } from '@/domain/permissions'
import { addPhoto } from '@/domain/photos/add'
import { isRefusal, Refusal } from '@/lib/refusal'

/**
 * Adds the photograph of a story form to the library and to the story: as its lead photograph, or at the end of its
 * text.
 *
 * @throws Refusal naming the field of the form
 */
export async function withNewPhoto(
	viewer: Viewer,
	input: FormInput,
	fields: StoryFields,
): Promise<StoryFields> {
	const file = input.file('newPhoto')
	if (!file) return fields
	const { id } = await addPhoto(viewer, {
		bytes: new Uint8Array(await file.arrayBuffer()),
		fields: {
			caption: input.text('newPhotoCaption'),
			credit: input.text('newPhotoCredit'),
			alt: input.text('newPhotoAlt'),
			rightsEndOn: input.text('newPhotoRightsEndOn'),
		},
	}).catch((error: unknown) => {
		throw isRefusal(error) ? inForm(error) : error
	})
	if (input.text('newPhotoPlace') !== 'text') return { ...fields, heroPhotoId: id }
	const figure = { type: 'figure' as const, attrs: { photoId: id, caption: '' } }
	return { ...fields, body: { ...fields.body, content: [...fields.body.content, figure] } }
}

const FIELD_OF: Record<string, string> = {
	photo: 'newPhoto',
	caption: 'newPhotoCaption',
	credit: 'newPhotoCredit',
	alt: 'newPhotoAlt',
	rightsEndOn: 'newPhotoRightsEndOn',
}

const inForm = ({ code, message, field = 'photo', retryAfter }: Refusal): Refusal =>
	new Refusal(code, message, FIELD_OF[field] ?? 'newPhoto', retryAfter)
