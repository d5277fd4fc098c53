type Refused = { status: number; message: string; field?: string }

const REFUSED = 'Please look at this again'
const FAILED = 'Your comment is not posted yet'

/** Shows at the field and above the form what was wrong, as the page does when it comes back by itself. */
export function showRefusal(form: HTMLFormElement, { status, message, field }: Refused): void {
	const input = field ? form.querySelector<HTMLElement>(`[id][name="${CSS.escape(field)}"]`) : null
	const error = input && document.getElementById(`${input.id}-error`)
	if (input && error) {
		error.textContent = message
		error.hidden = false
		input.setAttribute('aria-invalid', 'true')
		input.setAttribute('aria-describedby', `${describedBy(input)} ${error.id}`.trim())
	}
	const summary = form.querySelector<HTMLElement>('[role="alert"]')
	if (!summary) return
	const [title] = summary.children
	if (title) title.textContent = status >= 400 && status < 500 ? REFUSED : FAILED
	summary.lastElementChild?.replaceWith(input ? linkTo(input.id, message) : said(message))
	summary.hidden = false
	// A reader who is writing on goes on writing; Enter sends from the other fields, but not from this one.
	if (!document.activeElement?.matches('textarea')) summary.focus()
}

export function clearRefusal(form: HTMLFormElement): void {
	const summary = form.querySelector<HTMLElement>('[role="alert"]')
	if (summary) summary.hidden = true
	if (summary?.lastElementChild) summary.lastElementChild.textContent = ''
	for (const input of form.querySelectorAll('[aria-invalid]')) {
		const error = document.getElementById(`${input.id}-error`)
		if (error) {
			error.hidden = true
			error.textContent = ''
		}
		input.removeAttribute('aria-invalid')
		const rest = describedBy(input)
		if (rest) input.setAttribute('aria-describedby', rest)
		else input.removeAttribute('aria-describedby')
	}
}

/** What describes the field apart from an error. */
const describedBy = (input: Element): string =>
	(input.getAttribute('aria-describedby') ?? '')
		.split(' ')
		.filter((id) => !id.endsWith('-error'))
		.join(' ')

function linkTo(id: string, text: string): HTMLElement {
	const link = document.createElement('a')
	link.href = `#${id}`
	link.textContent = text
	return link
}

function said(text: string): HTMLElement {
	const words = document.createElement('span')
	words.textContent = text
	return words
}
