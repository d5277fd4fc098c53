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
		void send(form, button)
	})
}

async function send(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
	const comment = button.closest('article')
	// A second press waits for the answer to the first one.
	if (!comment || button.getAttribute('aria-busy')) return
	button.setAttribute('aria-busy', 'true')
	clearFormError(comment)
	const { name } = button
	const before = { respects: Number(button.dataset.votes), mine: name === 'withdraw' }
	show(button, { respects: before.respects + (before.mine ? -1 : 1), mine: !before.mine })
	const answer = await submitForm<Respect>(form, { [name]: button.value })
	show(button, answer.ok ? answer.data : before)
	button.removeAttribute('aria-busy')
	if (answer.ok) rememberReader()
	else showFormError(comment, answer.message)
}

function show(button: HTMLButtonElement, { respects, mine }: Respect): void {
	button.name = mine ? 'withdraw' : 'give'
	button.setAttribute('aria-pressed', String(mine))
	button.dataset.votes = String(respects)
	write(part(button, 'votes'), respects ? words.format.number(respects) : '')
}
