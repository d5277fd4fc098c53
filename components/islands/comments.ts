import { announce } from './announce'
import { count } from './character-counter'
import {
	answers,
	commentBody,
	commentForm,
	pageAddress,
	restoreDraft,
	swapComments,
} from './comments-section'
import { rememberReader } from './cookies'
import { loadDraft, saveDraft } from './draft-storage'
import { clearFieldErrors, showFieldError } from './field-errors'
import { fieldValue } from './fields'
import { focusedControl } from './focus'
import * as words from './messages'
import { submitForm } from './submit-form'

type Posted = {
	id: number
	state: 'approved' | 'waiting' | 'rejected'
	/** The phases that held it, in words. */
	reasons: string[]
	location: string
}

/** Listens on the document, because the section is replaced as a whole. */
export function startComments(): void {
	const form = commentForm()
	if (!form) return
	document.addEventListener('submit', (event) => {
		const sent = event.target as HTMLFormElement
		// The server renders the preview, with the text in the form.
		if (sent !== commentForm() || (event.submitter as HTMLButtonElement | null)?.name === 'preview') return
		event.preventDefault()
		void send(sent)
	})
	document.addEventListener('input', ({ target }) => {
		const written = commentForm()
		if (!written?.contains(target as Node)) return
		saveDraft(written)
		if (target instanceof HTMLTextAreaElement) count(target)
	})
	document.addEventListener('click', (event) => {
		const link = (event.target as Element).closest?.<HTMLAnchorElement>(
			'#comments a[data-part="reply"], #comments a[data-part="cancel"]',
		)
		if (!link || event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
		event.preventDefault()
		void (link.dataset.part === 'reply' ? openReply(link) : cancelReply(link))
	})
	const { parent = '' } = loadDraft(form) ?? {}
	if (parent && !answers(parent)) void reopenReply(parent)
	else restoreDraft()
}

let sending = false

async function send(form: HTMLFormElement): Promise<void> {
	if (sending) return
	sending = true
	const button = form.querySelector('button')
	const label = button?.textContent ?? ''
	clearFieldErrors(form)
	if (button) button.textContent = words.posting
	const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
	const sent = { words: commentBody(form)?.value ?? '', focus: focusedControl() }
	const answer = await submitForm<Posted>(form, fields)
	if (button) button.textContent = label
	if (answer.ok) await showPosted(form, sent, answer.data)
	else if (answer.signIn) location.assign(answer.signIn)
	else showFieldError(form, answer)
	sending = false
}

type Sent = { words: string; focus: string }

async function showPosted(form: HTMLFormElement, sent: Sent, posted: Posted): Promise<void> {
	rememberReader()
	removePostedText(form, sent.words)
	const address = new URL(posted.location, location.href)
	if (!(await swapComments(address))) return location.assign(address)
	const next = commentForm()
	if (next) saveDraft(next)
	const focus = focusedControl()
	if (commentBody(next)?.value || (focus && focus !== sent.focus)) {
		// The reader is typing on, or has moved elsewhere on the page.
		history.replaceState(history.state, '', address)
	} else {
		history.replaceState(history.state, '', address.pathname + address.search)
		// Fragment navigation: scrolls to the target and applies `:target`, without loading.
		location.replace(address.hash)
		document.getElementById(`comment-${posted.id}`)?.focus({ preventScroll: true })
	}
	announce(posted.state === 'approved' ? words.posted : [words.held, ...posted.reasons].join(' '))
}

/** Removes the posted text from the field; text typed while the request was pending stays. */
function removePostedText(form: HTMLFormElement, words: string): void {
	const body = commentBody(form)
	if (body?.value.startsWith(words)) body.setRangeText('', 0, words.length, 'preserve')
	saveDraft(form)
}

/** Shows the reply form below its comment; navigates to the link's page when the request fails. */
async function openReply(link: HTMLAnchorElement): Promise<void> {
	if (await swapComments(new URL(link.href))) focusCommentBody()
	else location.assign(link.href)
}

async function cancelReply(link: HTMLAnchorElement): Promise<void> {
	const form = commentForm()
	const parent = form ? fieldValue(form, 'parent') : ''
	const address = pageAddress()
	if (!(await swapComments(address))) return location.assign(link.href)
	history.replaceState(history.state, '', address.pathname + address.search)
	const moved = commentForm()
	if (moved) saveDraft(moved)
	document.querySelector<HTMLElement>(`#comment-${CSS.escape(parent)} [data-part="reply"]`)?.focus()
}

/** Restores a reply draft below its comment after a reload. */
async function reopenReply(parent: string): Promise<void> {
	const address = pageAddress()
	address.searchParams.set('reply', parent)
	if (!(await swapComments(address))) restoreDraft()
}

function focusCommentBody(): void {
	const form = commentForm()
	if (form) saveDraft(form)
	commentBody(form)?.focus()
	form?.scrollIntoView({ block: 'nearest' })
}
