/**
 * Delay before a live region is filled, in ms: screen readers announce a change only in a region that was
 * empty.
 */
const PAUSE_MS = 60

/** One for all scripts of a page. */
const region = document.querySelector<HTMLElement>('[data-announcer]') ?? document.createElement('p')
let waiting = 0

export function prepareAnnouncer(): void {
	region.setAttribute('role', 'status')
	region.dataset.announcer = ''
	document.body.append(region)
}

/** Announces a change to screen readers, politely. */
export function announce(text: string): void {
	clearTimeout(waiting)
	region.textContent = ''
	waiting = window.setTimeout(() => {
		region.textContent = text
	}, PAUSE_MS)
}
