import { announce, type Changes, onChanges } from '@/lib/changes'

/** Tells another thread of every change of this one, and this one of that one's, each of them once. */
export function relayChanges(tell: (changes: Changes) => void) {
	let repeating = false
	const stop = onChanges((changes) => {
		if (!repeating) tell(changes)
	})
	const repeat = (changes: Changes): void => {
		repeating = true
		try {
			announce(changes)
		} finally {
			repeating = false
		}
	}
	return { repeat, stop }
}
