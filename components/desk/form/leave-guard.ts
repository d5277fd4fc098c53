import { useEffect, useRef } from 'react'

const QUESTION = 'What you typed on this page is not saved. Leave it all the same?'

/**
 * Asks before the page is left with unsaved input: by a link, a form, closing or reloading (`beforeunload`), and by
 * Back or Forward to another page of the desk, which Next shows in the same document.
 */
export function useLeaveGuard(isUnsaved: () => boolean): void {
	const latest = useRef(isUnsaved)
	latest.current = isUnsaved
	useEffect(() => {
		const ask = (event: BeforeUnloadEvent) => {
			if (latest.current()) event.preventDefault()
		}
		const askHere = (event: NavigateEvent) => {
			if (!isTraversal(event) || !latest.current()) return
			if (!window.confirm(QUESTION)) event.preventDefault()
		}
		// Undefined in older browsers, which then ask at `beforeunload` alone.
		const navigation: Navigation | undefined = window.navigation
		window.addEventListener('beforeunload', ask)
		navigation?.addEventListener('navigate', askHere)
		return () => {
			window.removeEventListener('beforeunload', ask)
			navigation?.removeEventListener('navigate', askHere)
		}
	}, [])
}

/** Whether a navigation is a move in the history to another page within the document, and can be stopped. */
function isTraversal({ navigationType, cancelable, hashChange, destination }: NavigateEvent): boolean {
	return navigationType === 'traverse' && cancelable && !hashChange && destination.sameDocument
}
