import type { BodyDocument } from '@/domain/body/document'
import type { FormValues } from '@/lib/form-values'
import { bodyIn, valuesOfForm } from './story-values'

/** The focused control, and its selection as character offsets. */
type Focus = { control: string; start: number; end: number; isAtEnd?: boolean }

/**
 * State carried over when a new story's first save replaces its form by the one of the story's own page: all
 * values typed so far, the focus and the scroll position in pixels.
 */
export type Handover = {
	values: FormValues
	body: BodyDocument | null
	unsaved: boolean
	focus: Focus | null
	scrolled: number
	/** Token of the form, by which its device copies are named. */
	token: string
}

let expected = false
let waiting: Handover | null = null

/** Called when a new story is submitted; another form may replace it from then on. */
export const expectHandover = (): void => {
	expected = true
}

export const isHandoverExpected = (): boolean => expected

/** Called while the form is still in the document. */
export function handOver(form: HTMLFormElement, unsaved: boolean, token: string): void {
	const values = valuesOfForm(form)
	waiting = { values, body: bodyIn(values), unsaved, focus: focusIn(form), scrolled: window.scrollY, token }
}

export function takeHandover(): Handover | null {
	const taken = waiting
	waiting = null
	expected = false
	return taken
}

const WRITING_SURFACE = '[role="textbox"]'

function focusIn(form: HTMLFormElement): Focus | null {
	const active = document.activeElement
	if (!(active instanceof HTMLElement) || !form.contains(active)) return null
	if (active.matches(WRITING_SURFACE)) return { control: WRITING_SURFACE, ...caretIn(active) }
	const control = selectorOf(active)
	if (active instanceof HTMLTextAreaElement || isTextInput(active))
		return { control, start: active.selectionStart ?? 0, end: active.selectionEnd ?? 0 }
	return { control, start: 0, end: 0 }
}

const isTextInput = (element: Element): element is HTMLInputElement =>
	element instanceof HTMLInputElement && element.type === 'text'

function selectorOf(element: HTMLElement): string {
	const [name, value] = [element.getAttribute('name'), element.getAttribute('value')]
	if (!name) return `${element.localName}[type="submit"]:not([name])`
	const chosen = element instanceof HTMLInputElement && /^(radio|checkbox)$/.test(element.type)
	return `${element.localName}[name="${name}"]${chosen ? `[value="${CSS.escape(value ?? '')}"]` : ''}`
}

function caretIn(surface: HTMLElement): Omit<Focus, 'control'> {
	const selection = document.getSelection()
	if (!selection?.rangeCount) return { start: 0, end: 0, isAtEnd: false }
	const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
	const before = (node: Node, offset: number) => {
		const range = document.createRange()
		range.selectNodeContents(surface)
		range.setEnd(node, offset)
		return range.toString().length
	}
	const [start, end] = [before(startContainer, startOffset), before(endContainer, endOffset)]
	return { start, end, isAtEnd: start === surface.textContent?.length }
}

/**
 * Focuses the same control in the new form. The rich-text editor appears some milliseconds later; when the
 * caret is at the end of the text, the Markdown field takes the keystrokes until then and passes the focus
 * on.
 * @returns a function that stops waiting for the editor
 */
export function restoreFocus(form: HTMLFormElement, { focus, scrolled }: Handover): () => void {
	if (!focus) return () => {}
	if (focus.control !== WRITING_SURFACE) {
		const control = form.querySelector<HTMLElement>(focus.control)
		control?.focus({ preventScroll: true })
		if (control instanceof HTMLTextAreaElement || (control && isTextInput(control)))
			control.setSelectionRange(focus.start, focus.end)
		window.scrollTo({ top: scrolled })
		return () => {}
	}
	window.scrollTo({ top: scrolled })
	if (focus.isAtEnd) {
		const field = form.querySelector<HTMLTextAreaElement>('textarea[name="bodyText"]')
		field?.focus({ preventScroll: true })
		field?.setSelectionRange(field.value.length, field.value.length)
		return () => {}
	}
	const observer = new MutationObserver(() => {
		const surface = form.querySelector<HTMLElement>(WRITING_SURFACE)
		if (!surface) return
		observer.disconnect()
		setCaret(surface, focus)
	})
	observer.observe(form, { childList: true, subtree: true })
	return () => observer.disconnect()
}

function setCaret(surface: HTMLElement, { start, end }: Focus): void {
	const [from, to] = [pointAt(surface, start), pointAt(surface, end)]
	surface.focus({ preventScroll: true })
	if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

function pointAt(surface: HTMLElement, characters: number): { node: Text; offset: number } | null {
	const texts = document.createTreeWalker(surface, NodeFilter.SHOW_TEXT)
	let left = characters
	while (texts.nextNode()) {
		const node = texts.currentNode as Text
		if (left <= node.length) return { node, offset: left }
		left -= node.length
	}
	return null
}
