import { notFound } from 'next/navigation'
import { type FormValues, firstOf } from '@/components/desk/form/form-state'
import { requestContext } from '@/lib/request-context'

/**
 * For a form sent without a script by someone whose session has ended: the page it came from cannot be shown
 * to a stranger, so the answer is a page that gives every word back.
 */
export function showUnsavedForm(message: string, values: FormValues): never {
	requestContext().override = {
		kind: 'error',
		status: 401,
		title: 'Please sign in',
		detail: message,
		formPage: '/desk/unsaved',
		form: {
			message,
			field: null,
			values: Object.fromEntries(Object.keys(values).map((name) => [name, firstOf(values, name)])),
		},
	}
	return notFound()
}
