import type { FormInput } from '@/app/desk/desk-action'
import { PHOTO_TEXTS, photoFieldName } from '@/components/desk/stories/photo-text-fields'
import type { Viewer } from '@/domain/permissions'
import { changePhoto } from '@/domain/photos/change'
import { isRefusal, Refusal } from '@/lib/refusal'

/** Incomplete photographs per story form at most; a form with more has been forged. */
const PHOTOS_MAX = 500

/**
 * Saves the texts of incomplete photographs that were filled in the publish panel. Empty fields are ignored.
 *
 * @throws Refusal naming the field of the story form
 */
export async function savePhotoTexts(viewer: Viewer, { text, list }: FormInput): Promise<void> {
	// A photograph may be among what is missing and among the warnings.
	const ids = new Set(list('photoTexts').slice(0, PHOTOS_MAX).map(Number))
	for (const id of ids) {
		const typed = PHOTO_TEXTS.map((name) => [name, text(photoFieldName(id, name)).trim()] as const)
		const given = typed.filter(([, words]) => words)
		if (given.length === 0) continue
		await changePhoto(viewer, id, Object.fromEntries(given)).catch((error: unknown) => {
			if (!isRefusal(error)) throw error
			const name = PHOTO_TEXTS.find((each) => each === error.field) ?? 'alt'
			throw new Refusal(error.code, error.message, photoFieldName(id, name))
		})
	}
}
