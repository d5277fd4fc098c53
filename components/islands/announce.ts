/** Screen readers notice a change only in a region that they have seen empty for a moment. */
const PAUSE_MS = 60

const region = document.createElement('p')
let waiting = 0

export function prepareAnnouncer(): void {
	region.setAttribute('role', 'status')
	region.dataset.announcer = ''
	document.body.append(region)
}

/** Says politely what a script has just done. */
export function announce(text: string): void {
	clearTimeout(waiting)
	region.textContent = ''
	waiting = window.setTimeout(() => {
		region.textContent = text
	}, PAUSE_MS)
}
