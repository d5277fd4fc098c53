/** The place in a component that a script fills in, by its `data-part`. */
export const part = (within: ParentNode, name: string): HTMLElement | null =>
	within.querySelector(`[data-part="${name}"]`)

/** Writes only what differs, so that nothing is read out or laid out again for no reason. */
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
