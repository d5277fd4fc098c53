type Keys = {
	key: string
	code: string
	ctrlKey: boolean
	metaKey: boolean
	altKey: boolean
	shiftKey: boolean
}

/** Ctrl or ⌘ with a letter; by its place on the keyboard where that types another script. */
export function isShortcut(event: Keys, letter: string): boolean {
	if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return false
	return /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() === letter : event.code === `Key${letter}`
}
