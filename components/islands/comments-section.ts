import type { ViewerState } from '@/lib/viewer-state'
import { count } from './character-counter'
import { loadDraft } from './draft-storage'
import { focusedControl, focusWithin } from './focus'

type Waiting = NonNullable<ViewerState['article']>['comments']

export const commentForm = (): HTMLFormElement | null =>
	document.querySelector<HTMLFormElement>('form#comment-form')

export const commentBody = (form: HTMLFormElement | null): HTMLTextAreaElement | null =>
	form?.querySelector<HTMLTextAreaElement>('textarea[name="body"]') ?? null

/** The page's own address and the leaf of comments it shows, also after a form has come back refused. */
export function pageAddress(): URL {
	const address = new URL(location.href)
	address.pathname = address.pathname.replace(/^(\/news\/[^/]+)\/.*$/, '$1')
	address.searchParams.delete('reply')
	address.hash = ''
	return address
}

/**
 * Puts the conversation in place as the server prints it for this reader, with whatever is being typed.
 * Returns null when it could not be had; the old one stays.
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
	restoreDraft()
	refocus()
	return fresh
}

/** Brings back the words of this tab, unless the form holds some already. */
export function restoreDraft(): void {
	const form = commentForm()
	const body = commentBody(form)
	const kept = form && loadDraft(form)
	if (!body) return
	if (kept && !body.value) body.value = kept.body
	count(body)
}

/** Shows own comments that wait, and a draft, on a page that was made for everybody. */
export async function syncComments({ waiting, draft }: Waiting): Promise<void> {
	const shown = document.querySelectorAll('#comments [data-part="waiting"]').length
	const body = commentBody(commentForm())
	if (waiting === shown && !(draft && body && !body.value)) return
	const target = location.hash
	const wasThere = target && document.getElementById(target.slice(1))
	const swapped = await swapComments(pageAddress())
	const isHere = swapped?.querySelector(`[id="${CSS.escape(target.slice(1))}"]`)
	// A step to a target takes the focus.
	if (target && !wasThere && isHere && !focusedControl()) location.replace(target)
}

function copyTypedText(old: HTMLElement, fresh: HTMLElement): void {
	for (const field of old.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('form [id][name]')) {
		const next = fresh.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[id="${field.id}"]`)
		if (next && field.value && field.value !== field.defaultValue) next.value = field.value
	}
}

/** Whether the form that is shown answers the comment with this number. */
export const answers = (parent: string): boolean => {
	const field = commentForm()?.elements.namedItem('parent') as HTMLInputElement | null
	return (field?.value ?? '') === parent
}
