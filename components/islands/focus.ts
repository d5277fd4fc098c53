/**
 * Saves focus and caret within an element that is about to be replaced.
 * @returns a function that restores both in the same control of the replacement
 */
export function focusWithin(old: Element): () => void {
	const focused = document.activeElement
	if (!(focused instanceof HTMLElement) || !old.contains(focused)) return () => {}
	const ancestor = focused.closest('[id]') ?? old
	const place = controlsWithin(ancestor, focused).indexOf(focused)
	const caret = caretIn(focused)
	return () => {
		const next = document.getElementById(ancestor.id)
		const control = next && ancestor !== focused ? (controlsWithin(next, focused)[place] ?? next) : next
		control?.focus({ preventScroll: true })
		if (caret && isTextField(control)) {
			control.setSelectionRange(caret.start, caret.end)
			control.scrollTop = caret.scrolled
		}
	}
}

/** Identifies the focused control, also after its part of the page was replaced; empty without focus. */
export const focusedControl = (): string => {
	const { localName = '', id = '' } = document.activeElement ?? {}
	return localName === 'body' ? '' : `${localName}#${id}`
}

const controlsWithin = (ancestor: Element, { localName }: Element): HTMLElement[] => [
	...ancestor.querySelectorAll<HTMLElement>(localName),
]

const isTextField = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
	element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

/** Null for fields without a caret that scripts may set, such as `type="email"`. */
function caretIn(field: Element): { start: number; end: number; scrolled: number } | null {
	if (!isTextField(field)) return null
	const { selectionStart: start, selectionEnd: end, scrollTop: scrolled } = field
	return start === null || end === null ? null : { start, end, scrolled }
}
