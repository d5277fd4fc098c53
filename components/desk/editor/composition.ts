/**
 * Tracks input-method compositions in a field: an unfinished word is lost when its field leaves the document.
 */
export function watchComposition(field: HTMLElement): { ended: () => Promise<void>; stop: () => void } {
	const listeners = new AbortController()
	const { signal } = listeners
	let composing = false
	let waiting: (() => void) | undefined
	const follow = (): void => {
		composing = true
	}
	field.addEventListener('compositionstart', follow, { signal })
	// Covers a composition that started earlier.
	field.addEventListener('compositionupdate', follow, { signal })
	field.addEventListener(
		'compositionend',
		() => {
			composing = false
			// Some browsers insert the text after this event, and the next composition may start with the same key.
			setTimeout(() => composing || waiting?.())
		},
		{ signal },
	)
	return {
		ended: () =>
			new Promise((resolve) => {
				if (composing) waiting = resolve
				else resolve()
			}),
		stop: () => listeners.abort(),
	}
}
