type Keys = {
	key: string
	code: string
	ctrlKey: boolean
	metaKey: boolean
	altKey: boolean
	shiftKey: boolean
}

/** Whether a key event is Ctrl or ⌘ with a letter; on layouts of other scripts, by the physical key. */
export function isShortcut(event: Keys, letter: string): boolean {
	if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return false
	return /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() === letter : event.code === `Key${letter}`
}
