import type { BodyDocument } from '@/domain/body/document'
import type { FormValues } from '@/lib/form-values'

/** Initial state of the story form. */
export type InitialStory = {
	/** Absent for a new story. */
	id?: number
	revisionId?: number
	/** Token of the publication state, submitted with decisions. */
	publication?: string
	/** The publication state, formatted. */
	state?: string
	/** Whether the saved text is newer than the published or scheduled one, and whether the viewer publishes. */
	changed?: boolean
	mayPublish?: boolean
	/** The viewer's last decision, while it can be undone: its audit event, and the remaining time in ms. */
	undo?: { event: number; left: number }
	/** Reason why the slug cannot be changed here. */
	slugLocked?: string
	values: FormValues
	body: BodyDocument
	/** Text of a body beyond the limits, shown as Markdown in place of `body`. */
	text?: string
	/** Token of the autosave that the form opens with; its text is not saved. */
	token?: string
}
