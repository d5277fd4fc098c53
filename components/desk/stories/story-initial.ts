import type { FormValues } from '@/components/desk/form/form-state'
import type { BodyDocument } from '@/domain/body/document'

/** Initial state of the story form. */
export type InitialStory = {
	/** Absent for a new story. */
	id?: number
	revisionId?: number
	/** Token of the publication state, submitted with decisions. */
	publication?: string
	/** The publication state, formatted. */
	state?: string
	/** Reason why the slug cannot be changed here. */
	slugLocked?: string
	values: FormValues
	body: BodyDocument
}
