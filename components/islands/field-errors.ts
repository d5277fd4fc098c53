import { create } from './data-parts'
import * as words from './messages'

type FieldError = { status: number; message: string; field?: string }

/** Shows an error at its field and above the form, in the markup of a refused form from the server. */
export function showFieldError(form: HTMLFormElement, { status, message, field }: FieldError): void {
	clearFieldErrors(form)
	const input = field ? form.querySelector<HTMLElement>(`[id][name="${CSS.escape(field)}"]`) : null
	if (input) {
		const error = create('p', message)
		error.id = errorId(input)
		input.parentElement?.append(error)
		input.setAttribute('aria-invalid', 'true')
		input.setAttribute('aria-describedby', `${describedBy(input)} ${error.id}`.trim())
	}
	const summary = create('div')
	summary.setAttribute('role', 'alert')
	summary.tabIndex = -1
	const title = create('strong', status >= 400 && status < 500 ? words.lookAgain : words.notPostedYet)
	summary.append(title, ' ', input ? linkTo(input.id, message) : create('span', message))
	form.prepend(summary)
	// A textarea keeps the focus, as the reader may be typing on; Enter submits from the other fields only.
	if (!document.activeElement?.matches('textarea')) summary.focus()
}

export function clearFieldErrors(form: HTMLFormElement): void {
	form.querySelector('[role="alert"]')?.remove()
	for (const input of form.querySelectorAll('[aria-invalid]')) {
		document.getElementById(errorId(input))?.remove()
		input.removeAttribute('aria-invalid')
		const rest = describedBy(input)
		if (rest) input.setAttribute('aria-describedby', rest)
		else input.removeAttribute('aria-describedby')
	}
}

const errorId = (input: Element): string => `${input.id}-error`

/** Ids of `aria-describedby` without the error's. */
const describedBy = (input: Element): string =>
	(input.getAttribute('aria-describedby') ?? '')
		.split(' ')
		.filter((id) => id !== errorId(input))
		.join(' ')

function linkTo(id: string, text: string): HTMLElement {
	const link = create('a', text)
	link.href = `#${id}`
	return link
}
