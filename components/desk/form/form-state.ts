import type { SaveResult } from '@/components/desk/stories/save-result'

/** All that was typed into a form, by field; a list field has several. */
export type FormValues = Record<string, string[]>

/** What the server answers to a form of the desk. */
export type FormState = {
	/** Why nothing was done, in words for the person who asked. */
	message: string | null
	/** The field to look at again. */
	field: string | null
	/** What was typed, so that a refused form comes back as it was sent. */
	values: FormValues | null
	/** What was done. */
	notice: string | null
	/** Whether signing in again would help. */
	signedOut: boolean
	/** After saving a story: where its next save starts from, and what came between. */
	story?: SaveResult
}

export const EMPTY_STATE: FormState = {
	message: null,
	field: null,
	values: null,
	notice: null,
	signedOut: false,
}

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>

/** The name of the field by which a page with a script asks to stay where it is. */
export const STAY_FIELD = 'stay'

export const firstOf = (values: FormValues, name: string): string => values[name]?.[0] ?? ''
