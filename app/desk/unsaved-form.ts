import { notFound } from 'next/navigation'
import { type FormValues, firstOf } from '@/components/desk/form/form-state'
import { requestContext } from '@/lib/request-context'

/**
 * Ends a plain form post without a session: responds 401 with a page of the typed values, since the page of the
 * form requires a session.
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
