'use server'

import { type DeskPost, deskAction } from '@/app/desk/desk-action'
import { addPhoto } from '@/domain/photos/add'
import { changePhoto } from '@/domain/photos/change'
import type { PhotoFields } from '@/domain/photos/fields'
import { PHOTO_BYTES_MAX } from '@/lib/media'
import { Refusal } from '@/lib/refusal'

const ADDED = ['caption', 'credit', 'noCreditReason', 'creator', 'agency', 'alt'] as const
const CHANGED = [...ADDED, 'rights', 'licence', 'city', 'takenAt'] as const

export const addPhotoAction = deskAction(async (viewer, post) => {
	const file = post.file('photo')
	if (!file) throw new Refusal('invalid', 'Please choose a file.', 'photo')
	// Said before the bytes are copied; the domain measures what it is given again.
	if (file.size > PHOTO_BYTES_MAX)
		throw new Refusal(
			'invalid',
			`A photograph may have ${PHOTO_BYTES_MAX / 1024 / 1024} MB; this file is larger.`,
			'photo',
		)
	const fields = wordsIn(
		post,
		ADDED.filter((name) => post.text(name).trim()),
	)
	const photo = await addPhoto(viewer, { bytes: new Uint8Array(await file.arrayBuffer()), fields })
	return { path: `/desk/photographs/${photo.id}`, notice: 'photoAdded', leaves: true }
})

export const changePhotoAction = deskAction(async (viewer, post) => {
	const id = post.number('photo')
	await changePhoto(viewer, id, {
		...wordsIn(post, CHANGED),
		focalX: thousandths(post.text('focalX')),
		focalY: thousandths(post.text('focalY')),
	})
	return { path: `/desk/photographs/${id}`, notice: 'saved' }
})

const wordsIn = (post: DeskPost, names: readonly (keyof PhotoFields)[]): Partial<PhotoFields> =>
	Object.fromEntries(names.map((name) => [name, post.text(name)]))

const thousandths = (percent: string): number => Math.round(Number(percent || Number.NaN) * 10)
