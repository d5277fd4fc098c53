/**
 * Remembers the focus and the caret within a part of the page that is about to be replaced. The function that is
 * returned gives both to the same control of the part in its place.
 */
export function focusWithin(old: Element): () => void {
	const focused = document.activeElement
	if (!(focused instanceof HTMLElement) || !old.contains(focused)) return () => {}
	const home = focused.closest('[id]') ?? old
	const place = alike(home, focused).indexOf(focused)
	const caret = caretIn(focused)
	return () => {
		const next = document.getElementById(home.id)
		const control = next && home !== focused ? (alike(next, focused)[place] ?? next) : next
		control?.focus({ preventScroll: true })
		if (caret && isTextField(control)) {
			control.setSelectionRange(caret.start, caret.end)
			control.scrollTop = caret.scrolled
		}
	}
}

/** What tells one control from another, also after the part of the page that held it was replaced. */
export const focusedControl = (): string => {
	const { localName = '', id = '' } = document.activeElement ?? {}
	return localName === 'body' ? '' : `${localName}#${id}`
}

const alike = (home: Element, { localName }: Element): HTMLElement[] => [
	...home.querySelectorAll<HTMLElement>(localName),
]

const isTextField = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
	element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

/** Null for fields without a caret that scripts may set, such as those for e-mail addresses. */
function caretIn(field: Element): { start: number; end: number; scrolled: number } | null {
	if (!isTextField(field)) return null
	const { selectionStart: start, selectionEnd: end, scrollTop: scrolled } = field
	return start === null || end === null ? null : { start, end, scrolled }
}
