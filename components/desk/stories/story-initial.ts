import type { FormValues } from '@/components/desk/form/form-state'
import type { BodyDocument } from '@/domain/body/document'

/** What the story form begins with. */
export type InitialStory = {
	/** Absent for a story that is not there yet. */
	id?: number
	revisionId?: number
	/** Its publication, as a token that decisions are sent with. */
	publication?: string
	/** Its state in words. */
	state?: string
	/** Why the address cannot be changed here. */
	slugLocked?: string
	values: FormValues
	body: BodyDocument
}
