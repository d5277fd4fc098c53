import type { FoundStories } from '@/components/desk/front-page/found-stories'
import type { SaveResult } from '@/components/desk/stories/save-result'
import type { LinkState } from '@/lib/check-link'
import type { FormValues } from '@/lib/form-values'
import type { Reason } from '@/lib/moderation-phases'

/** Response of the server to a form of the desk. */
export type FormState = {
	/** Refusal message; null if the form was accepted. */
	message: string | null
	/** The field the refusal is about. */
	field: string | null
	/** Submitted values, so that a refused form is shown again as typed. */
	values: FormValues | null
	/** Names of submitted files that the page shown again has lost. */
	files?: string[]
	/** Result message of an accepted form. */
	notice: string | null
	/** A link that was made just now, shown this once. */
	link?: string
	/** Whether the session has ended, so that signing in again helps. */
	signedOut: boolean
	/** Set if the action needs a recent sign-in: how the form can confirm it. */
	confirm?: { password: boolean; code: boolean; passkey: boolean } | null
	/** After a save of a story: the base of the next save, and an edit conflict if there is one. */
	story?: SaveResult
	/** For the form that checks the links of a story. */
	links?: { url: string; state: LinkState; detail: string }[]
	/** After a decision on comments: the text that undoes it. */
	undo?: string
	/** For the form that tries the rules of comments. */
	tried?: { action: 'hold' | 'refuse'; reason: Reason }[]
	/** For the form of the front page. */
	stories?: FoundStories
}

export const EMPTY_STATE: FormState = {
	message: null,
	field: null,
	values: null,
	notice: null,
	signedOut: false,
}

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>

/** Parameter that tells two equal results apart when scripts keep the document. */
export const RESULT_PARAM = 'result'

/** Field that is set when the page stays: the response is data instead of a redirect. */
export const STAY_FIELD = 'stay'
