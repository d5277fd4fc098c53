/** The element in a component that a script updates, by its `data-part`. */
export const part = (within: ParentNode, name: string): HTMLElement | null =>
	within.querySelector(`[data-part="${name}"]`)

/** Sets the text only if it differs, which avoids layout and repeated announcements. */
export function write(element: Element | null | undefined, text: string): void {
	if (element && element.textContent !== text) element.textContent = text
}

export function create<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	text = '',
): HTMLElementTagNameMap[Tag] {
	const element = document.createElement(tag)
	element.textContent = text
	return element
}
