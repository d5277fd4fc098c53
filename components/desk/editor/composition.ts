/**
 * Follows the compositions of an input method in a field: an unfinished word is lost when its field is taken out of the
 * document.
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
	// Of a composition that began before.
	field.addEventListener('compositionupdate', follow, { signal })
	field.addEventListener(
		'compositionend',
		() => {
			composing = false
			// Some browsers write the word after this event, and the next composition may begin with the same key.
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
