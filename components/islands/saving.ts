import { READING_LIST_PATH } from '@/lib/reading-list-path'
import { announce } from './announce'
import { rememberReader } from './cookies'
import { create } from './data-parts'
import { clearFormError, showFormError } from './form-error'
import * as words from './messages'
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
		announce(answer.data.saved ? words.savedForLater : words.removedFromList)
	})
}

/** Shows whether the story is in the reading list, as the server renders it. */
export function showSaved(isSaved: boolean): void {
	const form = formOf()
	const button = form?.querySelector('button')
	if (!form || !button || (button.value === 'no') === isSaved) return
	button.value = isSaved ? 'no' : 'yes'
	button.setAttribute('aria-pressed', String(isSaved))
	button.textContent = isSaved ? words.savedForLater : words.saveForLater
	form.querySelector('a')?.remove()
	if (!isSaved) return
	const link = create('a', words.readingList)
	link.href = READING_LIST_PATH
	form.append(' ', link)
}
