import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import { confirmedViewer } from '@/app/_http/confirm-sign-in'
import { refusalPage } from '@/app/_http/form-route'
import { showErrorPage } from '@/app/_http/page-errors'
import { requireSameOrigin } from '@/app/_http/same-origin'
import { viewer } from '@/app/_http/viewer'
import {
	EMPTY_STATE,
	type FormAction,
	type FormState,
	RESULT_PARAM,
	STAY_FIELD,
} from '@/components/desk/form/form-state'
import type { SaveResult } from '@/components/desk/stories/save-result'
import { authorize, type Viewer } from '@/domain/permissions'
import { confirmChoices } from '@/domain/recent-sign-in'
import { isConfirmField } from '@/lib/confirm-fields'
import { type FormValues, firstOf, groupValues } from '@/lib/form-values'
import { isRefusal } from '@/lib/refusal'
import { requestContext } from '@/lib/request-context'
import { storableText } from '@/lib/storable-text'
import { refusalFor } from '@/lib/storage-failure'
import { NOTICES, type Notice } from './notices'

/** Typed access to the fields of a submitted form; `number` is NaN for an empty field. */
export type FormInput = {
	text: (name: string) => string
	list: (name: string) => string[]
	number: (name: string) => number
	file: (name: string) => File | null
	/** Whether a script shows the response in place. */
	stays?: boolean
}

/** Outcome of an action: a success, or (`FormRetry`) a form state to show again. */
export type FormSuccess = {
	/** Path of the page that shows the change. */
	path: string
	notice: Notice
	/** Navigates to `path` also where a script could show the notice in place. */
	leaves?: boolean
	story?: SaveResult
	undo?: string
}
/** `changed`: something was written, so the page is rendered again. */
export type FormRetry = Partial<FormState> & { changed?: boolean }

/**
 * Wraps every Server Action of the desk: checks the origin, resolves the viewer, runs the domain call, and maps a
 * refusal to a form state with the typed values. Permissions beyond desk access are checked in the domain.
 */
export function deskAction(
	run: (viewer: Viewer, input: FormInput) => Promise<FormSuccess | FormRetry>,
): FormAction {
	return async (_previous, data) => {
		const values = valuesOf(data)
		const stays = data.has(STAY_FIELD)
		const files = stays ? [] : fileNamesOf(data)
		if (!stays) requestContext().submitted = { values, files }
		try {
			// Server Actions are public endpoints, so origin and permission are checked before the form is read.
			requireSameOrigin({ headers: await headers() })
			const deskUser = await viewer()
			authorize(deskUser, 'enter the desk')
			const confirmed = await confirmedViewer(deskUser, (name) => String(data.get(name) ?? ''))
			const outcome = await run(confirmed, { ...inputOf(data, values), stays })
			if (!('path' in outcome)) {
				const { changed, ...retry } = outcome
				if (stays && (changed || retry.link || (retry.story && !retry.story.stale))) refresh()
				return { ...EMPTY_STATE, files, ...retry, values: { ...values, ...retry.values } }
			}
			// The layout shows the count of held comments, so it is refreshed even before a redirect.
			if (stays) refresh()
			if (outcome.leaves || !stays) redirect(withNotice(outcome, stays))
			return { ...EMPTY_STATE, notice: NOTICES[outcome.notice], story: outcome.story, undo: outcome.undo }
		} catch (error) {
			unstable_rethrow(error)
			if (isRefusal(error) && error.code === 'unauthenticated' && !stays)
				return showErrorPage(401, 'Please sign in', error.message)
			const confirm = await confirmIn(error, data)
			return { ...EMPTY_STATE, files, ...refusalState(error), confirm, values }
		}
	}
}

/** How the form can confirm the sign-in, after a refusal for want of a recent one or of a confirmation. */
async function confirmIn(error: unknown, data: FormData): Promise<FormState['confirm']> {
	const isUnconfirmed = isRefusal(error) && error.code === 'unconfirmed'
	if (!isUnconfirmed && ![...data.keys()].some(isConfirmField)) return null
	return confirmChoices(await viewer())
}

function withNotice({ path, notice }: FormSuccess, stays: boolean): string {
	const result = stays ? `&${RESULT_PARAM}=${crypto.randomUUID().slice(0, 8)}` : ''
	return `${path}${path.includes('?') ? '&' : '?'}done=${notice}${result}`
}

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

/** Text fields of the form. Omits files, which a page cannot restore, passwords, and the framework's own fields. */
const valuesOf = (data: FormData): FormValues =>
	groupValues(
		[...data].flatMap(([name, value]): [string, string][] =>
			typeof value === 'string' && !name.startsWith('$ACTION') && name !== STAY_FIELD && !isConfirmField(name)
				? [[name, storableText(value)]]
				: [],
		),
	)

const fileNamesOf = (data: FormData): string[] =>
	[...data.values()].flatMap((value) => (value instanceof File && value.name ? [value.name] : []))

/** The text fields of a form. */
export const formValues = (data: FormData): FormValues => valuesOf(data)

/** The fields of a form that a script has sent. */
export const formInput = (data: FormData): FormInput => inputOf(data, valuesOf(data))

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
