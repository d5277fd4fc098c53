import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import { refusalPage } from '@/app/_http/form-route'
import { requireSameOrigin } from '@/app/_http/same-origin'
import { viewer } from '@/app/_http/viewer'
import {
	EMPTY_STATE,
	type FormAction,
	type FormState,
	type FormValues,
	firstOf,
	STAY_FIELD,
} from '@/components/desk/form/form-state'
import type { SaveResult } from '@/components/desk/stories/save-result'
import { authorize, type Viewer } from '@/domain/permissions'
import { isRefusal } from '@/lib/refusal'
import { requestContext } from '@/lib/request-context'
import { refusalFor } from '@/lib/storage-failure'
import { NOTICES, type Notice } from './notices'
import { showUnsavedForm } from './unsaved-form'

/** Typed access to the fields of a submitted form; `number` is NaN for an empty field. */
export type FormInput = {
	text: (name: string) => string
	list: (name: string) => string[]
	number: (name: string) => number
	file: (name: string) => File | null
}

/** Outcome of an action: a success, or (`FormRetry`) a form state to show again. */
export type FormSuccess = {
	/** Path of the page that shows the change. */
	path: string
	notice: Notice
	/** Navigates to `path` also where a script could show the notice in place. */
	leaves?: boolean
	story?: SaveResult
}
export type FormRetry = Partial<FormState>

/**
 * Wraps every Server Action of the desk: checks the origin, resolves the viewer, runs the domain call, and maps a
 * refusal to a form state with the typed values. Permissions beyond desk access are checked in the domain.
 */
export function deskAction(
	run: (viewer: Viewer, input: FormInput) => Promise<FormSuccess | FormRetry>,
): FormAction {
	return async (_previous, data) => {
		const values = valuesOf(data)
		try {
			// Server Actions are public endpoints, so origin and permission are checked before the form is read.
			requireSameOrigin({ headers: await headers() })
			const deskUser = await viewer()
			authorize(deskUser, 'enter the desk')
			const outcome = await run(deskUser, inputOf(data, values))
			const stays = data.has(STAY_FIELD)
			if (!('path' in outcome)) {
				if (stays && outcome.story && !outcome.story.stale) refresh()
				return { ...EMPTY_STATE, ...outcome, values: { ...values, ...outcome.values } }
			}
			// The layout shows the count of held comments, so it is refreshed even before a redirect.
			if (stays) refresh()
			if (outcome.leaves || !stays) redirect(withNotice(outcome))
			return { ...EMPTY_STATE, notice: NOTICES[outcome.notice], story: outcome.story }
		} catch (error) {
			unstable_rethrow(error)
			if (isRefusal(error) && error.code === 'unauthenticated' && !data.has(STAY_FIELD))
				return showUnsavedForm(error.message, values)
			return { ...EMPTY_STATE, ...refusalState(error), values }
		} finally {
			keepInput(values)
		}
	}
}

const withNotice = ({ path, notice }: FormSuccess): string =>
	`${path}${path.includes('?') ? '&' : '?'}done=${notice}`

export function refusalState(error: unknown): FormRetry {
	const refusal = refusalFor(error)
	const problem = refusalPage(refusal)
	if (problem.status >= 500) requestContext().deskError = problem
	return {
		message: refusal.message,
		field: refusal.field ?? null,
		signedOut: refusal.code === 'unauthenticated',
	}
}

/** After a 5xx, hands the typed values to the server, for the error page if the form itself fails to render. */
function keepInput(values: FormValues): void {
	const { deskError } = requestContext()
	if (!deskError) return
	const typed = Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.join('\n')]))
	deskError.form = { message: deskError.detail, field: null, values: typed }
}

/** Text fields of the form. Omits files, which a page cannot restore, and the framework's own fields. */
function valuesOf(data: FormData): FormValues {
	const values: FormValues = {}
	for (const [name, value] of data)
		if (typeof value === 'string' && !name.startsWith('$ACTION') && name !== STAY_FIELD)
			values[name] = [...(values[name] ?? []), value]
	return values
}

function inputOf(data: FormData, values: FormValues): FormInput {
	return {
		text: (name) => firstOf(values, name),
		list: (name) => values[name] ?? [],
		number: (name) => Number(firstOf(values, name) || Number.NaN),
		file: (name) => {
			const file = data.get(name)
			// For an empty file input browsers send a nameless, empty file.
			return file instanceof File && (file.name || file.size > 0) ? file : null
		},
	}
}
