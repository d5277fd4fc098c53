import { rememberReader } from './cookies'
import { part, write } from './data-parts'
import { clearFormError, showFormError } from './form-error'
import * as words from './messages'
import { submitForm } from './submit-form'

type Respect = { respects: number; mine: boolean }

/** Listens on the document, because the section of comments is replaced as a whole. */
export function startRespect(): void {
	document.addEventListener('submit', (event) => {
		const form = event.target as HTMLFormElement
		const button = event.submitter as HTMLButtonElement | null
		if (form.id !== 'respect' || !button) return
		event.preventDefault()
		// A second press waits for the answer to the first one.
		if (sending) return
		sending = true
		void send(form, button)
	})
}

let sending = false

async function send(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
	const comment = button.parentElement as HTMLElement
	const { name, dataset } = button
	const before = { respects: Number(dataset.votes), mine: name === 'withdraw' }
	clearFormError(comment)
	show(button, { respects: before.respects + (before.mine ? -1 : 1), mine: !before.mine })
	const answer = await submitForm<Respect>(form, { [name]: button.value })
	show(button, answer.ok ? answer.data : before)
	if (answer.ok) rememberReader()
	else showFormError(comment, answer.message)
	sending = false
}

function show(button: HTMLButtonElement, { respects, mine }: Respect): void {
	button.name = mine ? 'withdraw' : 'give'
	button.setAttribute('aria-pressed', String(mine))
	button.dataset.votes = String(respects)
	write(part(button, 'votes'), respects ? words.format.number(respects) : '')
}
