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

/** What a form brought. */
export type FormInput = {
	text: (name: string) => string
	list: (name: string) => string[]
	number: (name: string) => number
	file: (name: string) => File | null
}

/** What came of it: something was done, or the form is shown again with more to say than a refusal has. */
export type FormSuccess = {
	/** The page that shows what was done. */
	path: string
	notice: Notice
	/** Whether the browser goes to that page even where a script could show it in place. */
	leaves?: boolean
	story?: SaveResult
}
export type FormRetry = Partial<FormState>

/**
 * The one door for what is written at the desk: finds who asks, runs the domain call and turns a refusal
 * into the state of the form, which keeps every word. Whether someone may is decided in the domain.
 */
export function deskAction(
	run: (viewer: Viewer, input: FormInput) => Promise<FormSuccess | FormRetry>,
): FormAction {
	return async (_previous, data) => {
		const values = valuesOf(data)
		try {
			// Actions are addresses like any other: nothing is read of a form before its sender may be here.
			requireSameOrigin({ headers: await headers() })
			const deskUser = await viewer()
			authorize(deskUser, 'enter the desk')
			const outcome = await run(deskUser, inputOf(data, values))
			const stays = data.has(STAY_FIELD)
			if (!('path' in outcome)) {
				if (stays && outcome.story && !outcome.story.stale) refresh()
				return { ...EMPTY_STATE, ...outcome, values: { ...values, ...outcome.values } }
			}
			// What stands around the page counts what waits, so it is made anew even where the page changes.
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

/** After a failure of ours, what was typed is there for the server even if the form cannot be shown again. */
function keepInput(values: FormValues): void {
	const { deskError } = requestContext()
	if (!deskError) return
	const typed = Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.join('\n')]))
	deskError.form = { message: deskError.detail, field: null, values: typed }
}

/** All that was typed. Files are left out, as no page can give them back; so are the framework's own fields. */
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
			// Without a choice browsers send a file without a name.
			return file instanceof File && (file.name || file.size > 0) ? file : null
		},
	}
}
