import { READING_LIST, SAVE_WORDS } from '@/lib/saving-words'
import { announce } from './announce'
import { rememberReader } from './cookies'
import { create } from './data-parts'
import { clearFormError, showFormError } from './form-error'
import { submitForm } from './submit-form'

const formOf = () => document.querySelector<HTMLFormElement>('#saving')

/** Saves a story without loading its page again. */
export function startSaving(): void {
	const form = formOf()
	form?.addEventListener('submit', async (event) => {
		event.preventDefault()
		clearFormError(form)
		const saved = form.querySelector('button')?.value ?? ''
		const answer = await submitForm<{ saved: boolean }>(form, { saved }, { outlives: true })
		if (!answer.ok) return showFormError(form, answer.message)
		rememberReader()
		showSaved(answer.data.saved)
		announce(answer.data.saved ? SAVE_WORDS.saved : SAVE_WORDS.removed)
	})
}

/** Shows whether the story is in the reading list, as the server renders it. */
export function showSaved(isSaved: boolean): void {
	const form = formOf()
	const button = form?.querySelector('button')
	if (!form || !button || (button.value === 'no') === isSaved) return
	button.value = isSaved ? 'no' : 'yes'
	button.setAttribute('aria-pressed', String(isSaved))
	button.textContent = isSaved ? SAVE_WORDS.saved : SAVE_WORDS.save
	form.querySelector('a')?.remove()
	if (!isSaved) return
	const link = create('a', READING_LIST.name)
	link.href = READING_LIST.path
	form.append(' ', link)
}
