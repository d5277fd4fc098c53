import type { ViewerState } from '@/lib/viewer-state'
import { count } from './character-counter'
import { loadDraft } from './draft-storage'
import { focusedControl, focusWithin } from './focus'
import { startThread } from './thread-loader'

type Waiting = NonNullable<ViewerState['article']>['comments']

export const commentForm = (): HTMLFormElement | null =>
	document.querySelector<HTMLFormElement>('form#comment-form')

export const commentBody = (form: HTMLFormElement | null): HTMLTextAreaElement | null =>
	form?.querySelector<HTMLTextAreaElement>('textarea[name="body"]') ?? null

/** The URL of the article and its page of comments, also after a refused form was shown at another URL. */
export function pageAddress(): URL {
	const address = new URL(location.href)
	address.pathname = address.pathname.replace(/^(\/news\/[^/]+)\/.*$/, '$1')
	address.searchParams.delete('reply')
	address.hash = ''
	return address
}

/**
 * Replaces the comments section by the one that the server renders for this reader, keeping typed text and
 * focus. Returns null when the request fails; the old section then stays.
 */
export async function swapComments(address: URL): Promise<HTMLElement | null> {
	const url = new URL(address)
	url.searchParams.set('own', '1')
	url.hash = ''
	const html = await fetch(url, { headers: { Accept: 'text/html' } })
		.then((response) => (response.ok ? response.text() : ''))
		.catch(() => '')
	const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('comments')
	const old = document.getElementById('comments')
	if (!fresh || !old) return null
	const refocus = focusWithin(old)
	copyTypedText(old, fresh)
	old.replaceWith(fresh)
	startThread()
	restoreDraft()
	refocus()
	return fresh
}

/** Restores the draft of this tab, unless the form has text already. */
export function restoreDraft(): void {
	const form = commentForm()
	const body = commentBody(form)
	const kept = form && loadDraft(form)
	if (!body) return
	if (kept && !body.value) body.value = kept.body
	count(body)
}

/** Adds the reader's held comments, controls of own ones and draft to a page from the cache. */
export async function syncComments({ waiting, own, draft }: Waiting): Promise<void> {
	const shown = document.querySelectorAll('#comments [data-part="waiting"]').length
	const body = commentBody(commentForm())
	const lacksOwn = own && !document.querySelector('#comments[data-own]')
	if (waiting === shown && !lacksOwn && !(draft && body && !body.value)) return
	const target = location.hash
	const existedBefore = target && document.getElementById(target.slice(1))
	const swapped = await swapComments(pageAddress())
	const existsNow = swapped?.querySelector(`[id="${CSS.escape(target.slice(1))}"]`)
	// Navigation to the fragment takes the focus.
	if (target && !existedBefore && existsNow && !focusedControl()) location.replace(target)
}

function copyTypedText(old: HTMLElement, fresh: HTMLElement): void {
	for (const field of old.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('form [id][name]')) {
		const next = fresh.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[id="${field.id}"]`)
		if (next && field.value && field.value !== field.defaultValue) next.value = field.value
	}
}

/**
 * Whether the form shown is the reply to the comment with this id; the empty string is the form for a new
 * comment.
 */
export const answers = (parent: string): boolean => {
	const field = commentForm()?.elements.namedItem('parent') as HTMLInputElement | null
	return (field?.value ?? '') === parent
}
