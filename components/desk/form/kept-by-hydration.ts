/**
 * Default value of a textarea that keeps text typed before hydration: React's hydration resets a textarea to
 * a default that is a string, and leaves it alone when the default is an array.
 */
export const keptByHydration = (text: string): readonly string[] => [text]

// Hydration also assigns the default value that the text area has already. The browser then discards the selection
// (HTML: the children changed steps of a text area set its value), so that the next key lands in another place.
if (typeof HTMLTextAreaElement !== 'undefined') ignoreSameDefault(HTMLTextAreaElement.prototype)

function ignoreSameDefault(prototype: HTMLTextAreaElement): void {
	const property = Object.getOwnPropertyDescriptor(prototype, 'defaultValue')
	if (!property?.set) return
	const { set } = property
	Object.defineProperty(prototype, 'defaultValue', {
		...property,
		set(this: HTMLTextAreaElement, text: unknown) {
			if (this.defaultValue !== String(text)) set.call(this, text)
		},
	})
}
