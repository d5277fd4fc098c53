'use server'

import { deskAction, type FormInput } from '@/app/desk/desk-action'
import { authorize } from '@/domain/permissions'
import { addPhoto } from '@/domain/photos/add'
import { changePhoto } from '@/domain/photos/change'
import type { PhotoFields } from '@/domain/photos/fields'
import { PHOTO_BYTES_MAX } from '@/lib/photo-paths'
import { Refusal } from '@/lib/refusal'

const ADDED = ['caption', 'credit', 'noCreditReason', 'creator', 'agency', 'alt', 'rightsEndOn'] as const
const CHANGED = [...ADDED, 'rights', 'licence', 'city', 'takenAt'] as const

export const addPhotoAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'keep photographs')
	const file = input.file('photo')
	if (!file) throw new Refusal('invalid', 'Please choose a file.', 'photo')
	// Checked before the bytes are copied; the domain checks the size again.
	if (file.size > PHOTO_BYTES_MAX)
		throw new Refusal(
			'invalid',
			`A photograph may have ${PHOTO_BYTES_MAX / 1024 / 1024} MB; this file is larger.`,
			'photo',
		)
	const fields = textFields(
		input,
		ADDED.filter((name) => input.text(name).trim()),
	)
	const photo = await addPhoto(viewer, { bytes: new Uint8Array(await file.arrayBuffer()), fields })
	return { path: `/desk/photographs/${photo.id}`, notice: 'photoAdded', leaves: true }
})

export const changePhotoAction = deskAction(async (viewer, input) => {
	const id = input.number('photo')
	await changePhoto(viewer, id, {
		...textFields(input, CHANGED),
		focalX: thousandths(input.text('focalX')),
		focalY: thousandths(input.text('focalY')),
	})
	return { path: `/desk/photographs/${id}`, notice: 'saved' }
})

const textFields = (input: FormInput, names: readonly (keyof PhotoFields)[]): Partial<PhotoFields> =>
	Object.fromEntries(names.map((name) => [name, input.text(name)]))

const thousandths = (percent: string): number => Math.round(Number(percent || Number.NaN) * 10)
